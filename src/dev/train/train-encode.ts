/** Binary layouts of the two assets; their readers are `extract/background.ts` and `extract/tagger-model.ts`. */
import { BACKGROUND_MAGIC } from "../../extract/model/background.ts";
import { type TreesRecord } from "../../extract/model/boosted-trees.ts";
import { type SparseModel } from "../../extract/model/sparse-model.ts";
import { MODEL_MAGIC, type ModelHeader, type TaggerModel, typeTable } from "../../extract/model/tagger-model.ts";

export interface BackgroundWord {
  readonly hash: number;
  readonly papers: number;
  readonly titleRate: number;
  readonly capitalRate: number;
  readonly fine: number;
  readonly coarse: number;
  /** All words' vectors have the same, even length. */
  readonly vector: Float64Array;
}

export interface BackgroundPhrase {
  readonly hash: number;
  readonly papers: number;
}

/** log2 in 1/15 steps: one byte covers 1 … 131,000 papers. */
const logByte = (papers: number) => Math.min(255, Math.round(Math.log2(papers) * 15));
/** Two numbers a byte, eight steps down and seven up from 0; a vector of zeros stays one. */
function packVector(vector: Float64Array): Uint8Array {
  const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  const step = (value: number) => Math.round((7 * value) / largest) + 8;
  return Uint8Array.from(
    { length: vector.length / 2 },
    (_, i) => step(vector[2 * i]!) | (step(vector[2 * i + 1]!) << 4),
  );
}
const rateByte = (rate: number) => Math.min(255, Math.round(Math.min(1, rate) * 255));

export interface BackgroundTerm {
  readonly hash: number;
  readonly papers: number;
  readonly mean: number;
}

export function encodeBackground(
  papers: number,
  words: readonly BackgroundWord[],
  phrases: readonly BackgroundPhrase[],
  terms: readonly BackgroundTerm[],
): Uint8Array {
  const byHash = <T extends { hash: number }>(items: readonly T[]) =>
    [...new Map(items.map((item) => [item.hash, item])).values()].sort((a, b) => a.hash - b.hash);
  const w = byHash(words);
  const p = byHash(phrases);
  const t = byHash(terms);
  const dimensions = w[0]?.vector.length ?? 0;
  return concat([
    bytes(new Uint32Array([BACKGROUND_MAGIC, papers, w.length, p.length, t.length, dimensions])),
    ascendingBytes(w.map(({ hash }) => hash)),
    ascendingBytes(p.map(({ hash }) => hash)),
    ascendingBytes(t.map(({ hash }) => hash)),
    bytes(Uint16Array.from(w, (item) => item.fine)),
    Uint8Array.from(w, (item) => item.coarse),
    Uint8Array.from(w, (item) => logByte(item.papers)),
    Uint8Array.from(w, (item) => rateByte(item.titleRate)),
    Uint8Array.from(w, (item) => rateByte(item.capitalRate)),
    Uint8Array.from(p, (item) => logByte(item.papers)),
    ...w.map(({ vector }) => packVector(vector)),
    Uint8Array.from(t, (item) => logByte(item.papers)),
    Uint8Array.from(t, (item) => rateByte(item.mean)),
  ]);
}

export function bytes(array: Uint32Array | Uint16Array | Int8Array | Int16Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Written as `readAscending` reads them. */
export function ascendingBytes(numbers: ArrayLike<number>): Uint8Array {
  const { length } = numbers;
  const planes = new Uint8Array(4 * length);
  for (let i = 0; i < length; i++) {
    const step = numbers[i]! - (i === 0 ? 0 : numbers[i - 1]!);
    for (let plane = 0; plane < 4; plane++) planes[plane * length + i] = step >>> (8 * plane);
  }
  return planes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

interface WritableTable extends SparseModel {
  readonly hashes?: Uint32Array;
}

/** @param model its sparse tables must come from `quantize`, which keeps their hashes */
export function encodeModel(model: Omit<TaggerModel, "choice"> & { readonly choice: TreesRecord }): Uint8Array {
  const tables: [string, WritableTable][] = [
    ["borders", model.borders],
    ...model.types.map(({ features }, n): [string, WritableTable] => [typeTable(n), features]),
  ];
  const header: ModelHeader = {
    transitions: model.transitions.map((weight) => Math.round(weight * 1e5) / 1e5),
    typeVectors: model.types.map(({ vectors }) => vectors),
    kinds: model.kinds,
    choice: model.choice,
    salience: model.salience,
    tables: tables.map(([name, { classes, weights, scale }]) => ({
      name,
      classes,
      rows: weights.length / classes,
      scale,
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  return concat([
    bytes(new Uint32Array([MODEL_MAGIC, json.length])),
    json,
    ...tables.flatMap(([name, { hashes, weights }]) => {
      if (!hashes) throw new Error(`table ${name} has no hashes`);
      return [ascendingBytes(hashes), bytes(weights)];
    }),
  ]);
}

/** A model as it was read, ready to be written again. */
export function withHashes(model: TaggerModel): TaggerModel {
  const listed = (table: SparseModel): WritableTable => {
    const hashes = new Uint32Array(table.keys.size);
    table.keys.forEach((key, row) => (hashes[row] = key));
    return { ...table, hashes };
  };
  const types = model.types.map(({ features, vectors }) => ({ features: listed(features), vectors }));
  return { ...model, borders: listed(model.borders), types };
}

/** The background table with another list of terms. */
export function replaceTerms(table: Uint8Array, terms: readonly BackgroundTerm[]): Uint8Array {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const fields = [4, 8, 12, 16, 20].map((at) => view.getUint32(at, true));
  const [papers, w, p, t, dimensions] = fields as [number, number, number, number, number];
  const header = 24;
  const hashes = header + 4 * (w + p);
  const rest = hashes + 4 * t;
  const end = rest + 6 * w + p + (w * dimensions) / 2;
  const only = encodeBackground(papers, [], [], terms);
  const count = new DataView(only.buffer, only.byteOffset).getUint32(16, true);
  return concat([
    bytes(new Uint32Array([BACKGROUND_MAGIC, papers, w, p, count, dimensions])),
    table.subarray(header, hashes),
    only.subarray(header, header + 4 * count),
    table.subarray(rest, end),
    only.subarray(header + 4 * count),
  ]);
}
