/**
 * What a paper does with a term: `proposes uses evaluates studies compares mentions`, by a multinomial logistic model over
 * cues, verbs and places of all its mentions. Learned by `src/dev/train/train-roles.ts`; the labels are defined in
 * `test/eval/ROLES.md`.
 */
import { ROLES } from "../../contract/graph-document.ts";
import { type RoleModel } from "../model/role-model.ts";
import { type RoleFinding } from "./role-cues.ts";
import { readRole, type RoleFeatures, type RoleMention, type RoleTerm } from "./role-features.ts";

/** @param mentions all of one term in one paper; at least one */
export function findRole(mentions: readonly RoleMention[], term: RoleTerm, { bias, weights }: RoleModel): RoleFinding {
  const { features, findings } = readRole(mentions, term);
  const scores = [...bias];
  for (const name of features.keys()) {
    const row = weights.get(name);
    if (row) for (let r = 0; r < row.length; r++) scores[r]! += row[r]!;
  }
  const best = scores.indexOf(Math.max(...scores));
  const role = ROLES[best]!;
  if (role === "mentions") return { role };
  // A cue that says the same by itself is the best one to show.
  const said = findings.find((finding) => finding.role === role && finding.cue !== undefined);
  const cue = said?.cue ?? strongest(features, best, weights);
  return cue === undefined ? { role } : { role, cue };
}

/** What was read for the feature that sets the role off most from the others. */
function strongest(features: RoleFeatures, role: number, weights: RoleModel["weights"]): string | undefined {
  let lead = 0;
  let cue: string | undefined;
  for (const [name, shown] of features) {
    const row = weights.get(name);
    if (!row) continue;
    const others = row.reduce((sum, weight, r) => (r === role ? sum : sum + weight), 0) / (row.length - 1);
    if (row[role]! - others <= lead) continue;
    lead = row[role]! - others;
    cue = shown;
  }
  return cue;
}
