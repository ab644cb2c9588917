/**
 * Numbers of the model files, which are stored in little-endian order, as typed arrays: whole blocks at a time where the
 * machine keeps the same order, as nearly all do.
 */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** `length` unsigned 32-bit integers from byte `at`. */
export function readUint32(bytes: Uint8Array, at: number, length: number): Uint32Array {
  // A copy: the block need not start at a multiple of four. (`slice` of Node's Buffer makes none.)
  const block = new Uint8Array(bytes.subarray(at, at + 4 * length));
  if (IS_LITTLE && block.length === 4 * length) return new Uint32Array(block.buffer);
  const view = new DataView(block.buffer);
  return Uint32Array.from({ length }, (_, i) => view.getUint32(4 * i, true));
}

/** `length` unsigned 16-bit integers from byte `at`. */
export function readUint16(bytes: Uint8Array, at: number, length: number): Uint16Array {
  const block = new Uint8Array(bytes.subarray(at, at + 2 * length));
  if (IS_LITTLE && block.length === 2 * length) return new Uint16Array(block.buffer);
  const view = new DataView(block.buffer);
  return Uint16Array.from({ length }, (_, i) => view.getUint16(2 * i, true));
}
