/** FNV-1a over UTF-16 units, with a final mix: 32 bits, signed. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, end - start);
}

/**
 * One more value into a hash. For a fixed `hash` no two values collide, so features that are mixed from few attributes
 * meet only by the birthday of 32 bits.
 */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The key of a feature: the number of its template, and what the template reads. */
export const feature1 = (template: number, a: number): number => mix(mix(0x5bd1e995, template), a);
export const feature2 = (template: number, a: number, b: number): number => mix(feature1(template, a), b);
export const feature3 = (template: number, a: number, b: number, c: number): number =>
  mix(feature2(template, a, b), c);
