/** A copy with room for more. */
export function grown<Column extends Int32Array | Uint8Array | Float32Array>(
  column: Column,
  room: number,
): Column {
  const larger = new (column.constructor as new (length: number) => Column)(room);
  larger.set(column);
  return larger;
}
