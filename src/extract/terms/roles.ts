/**
 * What a paper does with a term: `proposes uses evaluates studies compares mentions`, by a multinomial logistic model over
 * cues, verbs and places of all its mentions. Learned by `src/dev/train/train-roles.ts`; the labels are defined in
 * `test/eval/ROLES.md`.
 */
import { type Role, ROLES } from "../../contract/graph-document.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { type RoleFeature, type RoleModel } from "../model/role-model.ts";
import { type RoleFinding } from "./role-cues.ts";
import type { Background } from "../model/background.ts";
import { readRole, type RoleTerm, termWords } from "./role-features.ts";
import { RoleVectors } from "./role-vectors.ts";
import type { RoleMention } from "./role-sentence-features.ts";

/** Number of the reading at hand, so that a feature knows whether it was met in it. */
let reading = 0;
/** Features of the reading at hand that the model knows, in the order in which they were met, and what they show. */
const met: RoleFeature[] = [];
const shown: string[] = [];
const scores = new Float64Array(ROLES.length);

/** A role with how sure each of them is. */
export interface RoleReading extends RoleFinding {
  /** One share per role, in the order of `ROLES`; they sum to 1. */
  readonly shares: Float64Array;
}

/** Finds roles by the linear model alone; keeps what it works out about words. */
export class RoleFinder {
  readonly #model: RoleModel;
  readonly #background: Background;
  readonly #vectors: RoleVectors;

  constructor(model: RoleModel, background: Background) {
    this.#model = model;
    this.#background = background;
    this.#vectors = new RoleVectors(model.vectors, background, ROLES.length);
  }

  /**
   * @param mentions all of one term in one paper; at least one
   * @param asked the role whose cue is wanted; the likeliest if left out
   */
  find(mentions: readonly RoleMention[], term: RoleTerm, asked?: Role): RoleReading {
    const { bias, features } = this.#model;
    reading++;
    met.length = 0;
    shown.length = 0;
    scores.set(bias);
    const words = termWords(mentions);
    const findings = readRole(mentions, words, term, this.#background, (name, show) => {
      const feature = features.get(name);
      if (feature === undefined || feature.metIn === reading) return;
      feature.metIn = reading;
      const { weights } = feature;
      for (let r = 0; r < weights.length; r++) scores[r]! += weights[r]!;
      met.push(feature);
      shown.push(show);
    });
    this.#vectors.add(mentions, words, scores);
    const best = asked === undefined ? likeliest(scores) : ROLES.indexOf(asked);
    const role = ROLES[best]!;
    const shares = scores.slice();
    softmaxInPlace(shares);
    if (role === "mentions") return { role, shares };
    // A cue that says the same by itself is the best one to show.
    const said = findings.find((finding) => finding.role === role && finding.cue !== undefined);
    const cue = said?.cue ?? strongest(best);
    return cue === undefined ? { role, shares } : { role, cue, shares };
  }
}

/** Place of the largest. */
export function likeliest(shares: ArrayLike<number>): number {
  let best = 0;
  for (let r = 1; r < shares.length; r++) if (shares[r]! > shares[best]!) best = r;
  return best;
}

/** What was read for the feature that sets the role off most from the others. */
function strongest(role: number): string | undefined {
  let lead = 0;
  let cue: string | undefined;
  met.forEach(({ weights }, k) => {
    const others = weights.reduce((sum, weight, r) => (r === role ? sum : sum + weight), 0) / (weights.length - 1);
    if (weights[role]! - others <= lead) return;
    lead = weights[role]! - others;
    cue = shown[k];
  });
  return cue;
}
