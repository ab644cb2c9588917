/**
 * Numbers of the model files, which are stored in little-endian order, as typed arrays: whole blocks at a time where the
 * machine keeps the same order, as nearly all do.
 */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * `length` ascending unsigned 32-bit integers from byte `at`: their differences, of all the lowest bytes first, then of all
 * the next ones. So stored, random hashes take half of the room once they are compressed.
 */
export function readAscending(bytes: Uint8Array, at: number, length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  let last = 0;
  for (let i = 0; i < length; i++) {
    const from = at + i;
    last +=
      bytes[from]! |
      (bytes[from + length]! << 8) |
      (bytes[from + 2 * length]! << 16) |
      (bytes[from + 3 * length]! << 24);
    numbers[i] = last;
  }
  return numbers;
}

/** `length` unsigned 16-bit integers from byte `at`. */
export function readUint16(bytes: Uint8Array, at: number, length: number): Uint16Array {
  const block = new Uint8Array(bytes.subarray(at, at + 2 * length));
  if (IS_LITTLE && block.length === 2 * length) return new Uint16Array(block.buffer);
  const view = new DataView(block.buffer);
  return Uint16Array.from({ length }, (_, i) => view.getUint16(2 * i, true));
}
