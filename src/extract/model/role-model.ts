/**
 * The role model as learned and stored: a multinomial logistic model over named features.
 */
import { ROLES } from "../../contract/graph-document.ts";

/** Content of `assets/roles.json`. */
export interface RoleModelRecord {
  readonly version: 2;
  /** In the order of `ROLES`. */
  readonly bias: readonly number[];
  /** Feature → one weight per role. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** Slot × dimension of word vectors × role: see `terms/role-vectors.ts`. */
  readonly vectors: readonly number[];
}

/** As evaluated. */
export interface RoleModel {
  /** In the order of `ROLES`. */
  readonly bias: readonly number[];
  readonly features: ReadonlyMap<string, RoleFeature>;
  readonly vectors: readonly number[];
}

export interface RoleFeature {
  /** One per role. */
  readonly weights: Float64Array;
  /** Number of the last reading that has the feature: it counts once a reading. */
  metIn: number;
}

export function compileRoles({ bias, weights, vectors }: RoleModelRecord): RoleModel {
  const features = Object.entries(weights).map(([name, list]): [string, RoleFeature] => [
    name,
    { weights: Float64Array.from(list), metIn: 0 },
  ]);
  return { bias, features: new Map(features), vectors };
}

/** @throws Error when the text is no model of this version. */
export function decodeRoles(json: string): RoleModel {
  const record = JSON.parse(json) as Omit<RoleModelRecord, "version"> & { readonly version: number };
  if (record.version !== 2 || record.bias.length !== ROLES.length)
    throw new Error("The role model is of another version. Reinstall the package.");
  return compileRoles({ ...record, version: 2 });
}
