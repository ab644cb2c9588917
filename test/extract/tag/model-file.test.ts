import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ascendingBytes, encodeModel, withHashes } from "../../../src/dev/train/train-encode.ts";
import { quantize } from "../../../src/dev/train/train-model.ts";
import { readAscending } from "../../../src/extract/model/little-endian.ts";
import { decodeModel } from "../../../src/extract/model/tagger-model.ts";

const alphabet = { numberOf: Int32Array.of(), hashes: Uint32Array.of(0xfffffff0, 7, 300) };
const weights = (...rows: number[][]) => Float64Array.from(rows.flat());
const NO_CHOICE = { features: [], bias: 0, trees: [] };

test("features of which no weight reaches the least number of steps are left out", () => {
  const rows = weights([1.27, 0], [0.02, -0.03], [0.01, 0.02]);
  const hashesOf = (least: number) => [...quantize(alphabet, rows, 2, least).hashes];
  expect(hashesOf(1)).toEqual([7, 300, 0xfffffff0]);
  expect(hashesOf(3)).toEqual([7, 0xfffffff0]);
  expect(hashesOf(4)).toEqual([0xfffffff0]);
});

test("a model that was read is written as the same bytes", () => {
  const table = quantize(alphabet, weights([1, 0, 0, 0, 0], [0, 0.5, 0, 0, 0], [0, 0, 0, 0, -2]), 5, 1);
  const model = {
    transitions: [0.123456789],
    borders: table,
    types: [{ features: table, vectors: [0.5] }],
    kinds: [1],
    salience: { bias: 0, weights: {} },
  };
  const bytes = encodeModel({ ...model, choice: NO_CHOICE });
  expect(encodeModel({ ...withHashes(decodeModel(bytes)), choice: NO_CHOICE })).toEqual(bytes);
});

test("ascending numbers come back as they were, and pack to less than as they stand", () => {
  const sorted = fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 300 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.nat(5), (list, at) => {
      const bytes = new Uint8Array(at + 4 * list.length);
      bytes.set(ascendingBytes(list), at);
      expect([...readAscending(bytes, at, list.length)]).toEqual(list);
    }),
  );
  const hashes = Uint32Array.from({ length: 5000 }, (_, i) => Math.imul(i, 0x9e3779b1)).sort();
  const packed = deflateRawSync(ascendingBytes(hashes)).length;
  expect(packed).toBeLessThan(0.7 * deflateRawSync(new Uint8Array(hashes.buffer)).length);
});
