/**
 * The role model as learned and stored: a multinomial logistic model over named features.
 */
import { ROLES } from "../../contract/graph-document.ts";

/** Content of `assets/roles.json`. */
export interface RoleModelRecord {
  readonly version: 1;
  /** In the order of `ROLES`. */
  readonly bias: readonly number[];
  /** Feature → one weight per role. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** As evaluated. */
export interface RoleModel {
  /** In the order of `ROLES`. */
  readonly bias: readonly number[];
  /** Feature → one weight per role. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

export function compileRoles({ bias, weights }: RoleModelRecord): RoleModel {
  return { bias, weights: new Map(Object.entries(weights)) };
}

/** @throws Error when the text is no model of this version. */
export function decodeRoles(json: string): RoleModel {
  const record = JSON.parse(json) as Omit<RoleModelRecord, "version"> & { readonly version: number };
  if (record.version !== 1 || record.bias.length !== ROLES.length)
    throw new Error("The role model is of another version. Reinstall the package.");
  return compileRoles({ ...record, version: 1 });
}
