/**
 * The trained model file: tagger (terms' borders), type classifier, and the small dense models for choice and rank.
 */
import { type BoostedTrees, compileTrees, type TreesRecord } from "./boosted-trees.ts";
import { HashIndex } from "./feature-hash.ts";
import { readAscending } from "./little-endian.ts";
import { type LogisticModel } from "./logistic-model.ts";
import { type SparseModel } from "./sparse-model.ts";

/** "PWT5", little endian. */
export const MODEL_MAGIC = 0x35545750;

/** The readable part of the file. */
export interface ModelHeader {
  readonly transitions: readonly number[];
  readonly typeVectors: readonly (readonly number[])[];
  readonly kinds: readonly number[];
  readonly choice: TreesRecord;
  readonly salience: LogisticModel;
  readonly tables: readonly {
    readonly name: string;
    readonly classes: number;
    readonly rows: number;
    readonly scale: number;
  }[];
}

export interface TypeModel {
  readonly features: SparseModel;
  /** The part that looks at word vectors: see `type-vectors.ts`. */
  readonly vectors: readonly number[];
}

export interface TaggerModel {
  readonly transitions: readonly number[];
  readonly borders: SparseModel;
  /** One for texts of other fields, one for those about computing: see `typeModelOf`. */
  readonly types: readonly TypeModel[];
  /** Tells the kind of text: see `text-kinds.ts`. */
  readonly kinds: readonly number[];
  readonly choice: BoostedTrees;
  readonly salience: LogisticModel;
}

/** Name of the table of a type model. */
export const typeTable = (n: number): string => `types ${n}`;

/** @throws Error when the bytes are no model of this version. */
export function decodeModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MODEL_MAGIC) {
    throw new Error("The tagger model is damaged or of another version. Reinstall the package.");
  }
  const headerLength = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as ModelHeader;
  let at = 8 + headerLength;
  const tables = new Map<string, SparseModel>();
  for (const { name, classes, rows, scale } of header.tables) {
    const keys = readAscending(bytes, at, rows);
    at += 4 * rows;
    const weights = new Int8Array(new Uint8Array(bytes.subarray(at, at + rows * classes)).buffer);
    at += rows * classes;
    tables.set(name, { classes, keys: new HashIndex(keys), weights, scale });
  }
  const table = (name: string): SparseModel => {
    const found = tables.get(name);
    if (!found) throw new Error(`The tagger model has no table "${name}". Reinstall the package.`);
    return found;
  };
  return {
    transitions: header.transitions,
    borders: table("borders"),
    types: header.typeVectors.map((vectors, n) => ({ features: table(typeTable(n)), vectors })),
    kinds: header.kinds,
    choice: compileTrees(header.choice),
    salience: header.salience,
  };
}
