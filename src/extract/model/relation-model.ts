/**
 * The relation model as learned and stored: weights of hashed features for every reading of a pair, and how likely a
 * statement of each kind has to be.
 */
import { HashIndex } from "./feature-hash.ts";
import { readAscending } from "./little-endian.ts";
import { type SparseModel } from "./sparse-model.ts";

/** "PWR2", little endian. */
export const RELATIONS_MAGIC = 0x32525750;

/** The readable part of the file. */
export interface RelationHeader {
  readonly classes: number;
  readonly rows: number;
  readonly scale: number;
  /** Per kind, in the order of `STATED_KINDS`: the least share of a statement, 0…1. */
  readonly limits: readonly number[];
}

export interface RelationModel {
  readonly pairs: SparseModel;
  readonly limits: readonly number[];
}

/** @throws Error when the bytes are no model of this version. */
export function decodeRelations(bytes: Uint8Array): RelationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== RELATIONS_MAGIC)
    throw new Error("The relation model is damaged or of another version. Reinstall the package.");
  const first = 8 + view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, first))) as RelationHeader;
  const { classes, rows, scale, limits } = header;
  const keys = readAscending(bytes, first, rows);
  const weights = new Int8Array(new Uint8Array(bytes.subarray(first + 4 * rows, first + (4 + classes) * rows)).buffer);
  return { pairs: { classes, keys: new HashIndex(keys), weights, scale }, limits };
}
