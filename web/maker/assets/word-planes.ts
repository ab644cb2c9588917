/**
 * Tables of numbers made ready for packing: deflate sees bytes, and finds little in numbers of four bytes. Block by block
 * the arrangement that packs best is taken: as it is, or the first bytes of all words, then all second ones (as HDF5's
 * shuffle filter does), of the words or of their differences (sorted keys). The models pack to 4.8 MB for 6.1.
 */
import { concatBytes } from "../../../src/lib/bytes.ts";

/** Bytes of a block; its arrangement is one byte more, before it. */
const BLOCK = 1 << 16;

interface Arrangement {
  /** Bytes of a word; 1: as it is. */
  readonly width: number;
  /** Differences of the 32-bit numbers that begin so many bytes from the block's beginning; undefined: the words. */
  readonly from?: number;
}

const ARRANGEMENTS: readonly Arrangement[] = [
  { width: 1 },
  { width: 4 },
  { width: 8 },
  { width: 4, from: 0 },
  { width: 4, from: 1 },
  { width: 4, from: 2 },
  { width: 4, from: 3 },
];

/** @param size of a block once it is packed: what is to be small */
export function toPlanes(bytes: Uint8Array, size: (block: Uint8Array) => number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const ways = ARRANGEMENTS.map((way, id) => {
      const arranged = spread(way.from === undefined ? block : differences(block, way.from, -1), way.width);
      return { id, arranged, size: size(arranged) };
    });
    const best = ways.reduce((one, other) => (other.size < one.size ? other : one));
    parts.push(Uint8Array.of(best.id), best.arranged);
  }
  return concatBytes(parts);
}

/** @throws Error for what `toPlanes` has not made */
export function fromPlanes(planes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < planes.length; at += BLOCK + 1) {
    const way = ARRANGEMENTS[planes[at]!];
    if (!way) throw new Error("these are no packed tables");
    const words = gather(planes.subarray(at + 1, at + 1 + BLOCK), way.width);
    parts.push(way.from === undefined ? words : differences(words, way.from, 1));
  }
  return concatBytes(parts);
}

function spread(block: Uint8Array, width: number): Uint8Array {
  const count = Math.floor(block.length / width);
  const planes = new Uint8Array(block);
  for (let plane = 0, to = 0; plane < width; plane++)
    for (let word = 0; word < count; word++) planes[to++] = block[word * width + plane]!;
  return planes;
}

function gather(planes: Uint8Array, width: number): Uint8Array {
  const count = Math.floor(planes.length / width);
  const block = new Uint8Array(planes);
  for (let plane = 0, from = 0; plane < width; plane++)
    for (let word = 0; word < count; word++) block[word * width + plane] = planes[from++]!;
  return block;
}

/** @param sign −1: numbers → differences; 1: back */
function differences(block: Uint8Array, from: number, sign: 1 | -1): Uint8Array {
  const result = new Uint8Array(block);
  const view = new DataView(result.buffer);
  let before = 0;
  for (let at = from; at + 4 <= block.length; at += 4) {
    const given = view.getUint32(at, true);
    const made = (given + sign * before) >>> 0;
    view.setUint32(at, made, true);
    before = sign < 0 ? given : made;
  }
  return result;
}
