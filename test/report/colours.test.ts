import assert from 'node:assert/strict';
import { test } from 'node:test';
import { style } from '../../src/report/html/style.ts';

/** The colours that a rule of `:root` sets, by name. */
const coloursIn = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    [...rule.matchAll(/--([a-z]+): (#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  );

const [light = '', dark = ''] = style.split('@media screen and (prefers-color-scheme: dark)');
const schemes = { light: coloursIn(light), dark: coloursIn(dark.slice(0, dark.indexOf('* {'))) };

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const tints = ['disputed', 'corroborated', 'record', 'several', 'one', 'press', 'none'];

/** Text colours, and what they stand on. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'card', ...tints]],
  ['quiet', ['paper', 'card']],
  ['link', ['paper', 'card', ...tints]],
  ['denial', ['card']],
];

for (const [name, colours] of Object.entries(schemes))
  test(`report colours: text can be read on all that it stands on, in ${name}`, () => {
    for (const [text, grounds] of pairs)
      for (const ground of grounds) {
        const ratio = contrast(colours.get(text)!, colours.get(ground)!);
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
  });

test('report colours: the two schemes have the same names', () => {
  assert.ok(schemes.light.size > 12);
  assert.deepEqual([...schemes.dark.keys()].sort(), [...schemes.light.keys()].sort());
});
