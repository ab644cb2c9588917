/**
 * What a paper does with a term: `proposes uses evaluates studies compares mentions`, by a multinomial logistic model over
 * cues, verbs and places of all its mentions. Learned by `src/dev/train/train-roles.ts`; the labels are defined in
 * `test/eval/ROLES.md`.
 */
import type { Role } from "../../contract/graph-document.ts";
import { ruleFinding } from "./role-cues.ts";
import { roleFeatures, type RoleMention, type RoleTerm } from "./role-features.ts";

export type { RoleMention, RoleTerm } from "./role-features.ts";

export const ROLES = ["proposes", "uses", "evaluates", "studies", "compares", "mentions"] as const satisfies Role[];

/** Content of `assets/roles.json`. */
export interface RoleModel {
  readonly version: 1;
  /** In the order of `ROLES`. */
  readonly bias: readonly number[];
  /** Feature → one weight per role. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface RoleFinding {
  readonly role: Role;
  /** The words, or the place, that decided. */
  readonly cue?: string;
}

/** @throws Error when the text is no model of this version. */
export function decodeRoles(json: string): RoleModel {
  const model = JSON.parse(json) as Omit<RoleModel, "version"> & { readonly version: number };
  if (model.version !== 1) throw new Error("The role model is of another version. Reinstall the package.");
  return { ...model, version: 1 };
}

/** @param mentions all of one term in one paper; at least one */
export function findRole(mentions: readonly RoleMention[], term: RoleTerm, { bias, weights }: RoleModel): RoleFinding {
  const features = roleFeatures(mentions, term);
  const scores = [...bias];
  for (const name of features.keys()) {
    const row = Object.hasOwn(weights, name) ? weights[name] : undefined;
    row?.forEach((weight, r) => (scores[r]! += weight));
  }
  const best = scores.indexOf(Math.max(...scores));
  const role = ROLES[best]!;
  const cue = role === "mentions" ? undefined : (ruleCue(mentions, role) ?? strongest(features, best, weights));
  return cue === undefined ? { role } : { role, cue };
}

/** A cue that says the same by itself is the best one to show. */
function ruleCue(mentions: readonly RoleMention[], role: Role): string | undefined {
  for (const mention of mentions) {
    const finding = ruleFinding(mention);
    if (finding.role === role && finding.cue !== undefined) return finding.cue;
  }
  return undefined;
}

/** What was read for the feature that sets the role off most from the others. */
function strongest(
  features: ReadonlyMap<string, string>,
  role: number,
  weights: RoleModel["weights"],
): string | undefined {
  let lead = 0;
  let cue: string | undefined;
  for (const [name, shown] of features) {
    const row = Object.hasOwn(weights, name) ? weights[name]! : undefined;
    if (!row) continue;
    const others = row.reduce((sum, weight, r) => (r === role ? sum : sum + weight), 0) / (row.length - 1);
    if (row[role]! - others <= lead) continue;
    lead = row[role]! - others;
    cue = shown;
  }
  return cue;
}
