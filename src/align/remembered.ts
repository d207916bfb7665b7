/**
 * Has a pure function of an object keep what it gave for as long as the object lives: by identity, so that an account that
 * stands in one story after another costs what is its own once.
 */
export function remembered<Key extends object, Value extends object>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
