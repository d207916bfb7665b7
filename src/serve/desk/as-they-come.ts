/**
 * What promises resolve to, in the order in which they do: as soon as there are `least` of them, all that are there, and at last the rest.
 * None of the promises may reject.
 */
export async function* asTheyCome<Value>(
  promises: readonly Promise<Value>[],
  least: number,
): AsyncGenerator<readonly Value[]> {
  let ready: Value[] = [];
  let wake = (): void => {};
  for (const promise of promises)
    void promise.then(value => {
      ready.push(value);
      wake();
    });
  for (let left = promises.length; left > 0; ) {
    while (ready.length < Math.min(least, left))
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    const values = ready;
    ready = [];
    left -= values.length;
    yield values;
  }
}
