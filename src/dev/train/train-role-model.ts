/** Learns the role model: multinomial logistic regression over named features. */
import { type Role, ROLES } from "../../contract/graph-document.ts";
import { type RoleModelRecord } from "../../extract/model/role-model.ts";
import type { Background } from "../../extract/model/background.ts";
import { readRole, type RoleTerm, termWords } from "../../extract/terms/role-features.ts";
import { ROLE_SLOTS, sumVectors } from "../../extract/terms/role-vectors.ts";
import type { RoleMention } from "../../extract/terms/role-sentence-features.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { minimize } from "./train-crf.ts";

/** Features seen in fewer edges are left out. */
const CUTOFF = 3;
const L2 = 12;
/** Of the weights of word vectors, whose numbers are small. */
const L2_VECTORS = 1.3;
/** What an edge that another hand labelled counts. */
const FURTHER = 0.5;
/** Smaller weights are left out of the file. */
const MIN_WEIGHT = 0.06;

/** A paper–term edge whose role is known. */
export interface RoleExample {
  readonly mentions: readonly RoleMention[];
  readonly about: RoleTerm;
  readonly role: Role;
  /** Labelled by another hand than the gold: it counts less, and how often that hand gives each role is learned apart. */
  readonly isFurther?: boolean;
}

/** Names of all features, each once, in the order in which they are read. */
function namesOf(mentions: readonly RoleMention[], about: RoleTerm, background: Background): string[] {
  const names = new Set<string>();
  readRole(mentions, termWords(mentions), about, background, (name) => names.add(name));
  return [...names];
}

export function trainRoles(on: readonly RoleExample[], background: Background): RoleModelRecord {
  const examples = on.map(({ mentions, about, role, isFurther }) => ({
    isFurther: isFurther === true,
    features: namesOf(mentions, about, background),
    vectors: sumVectors(mentions, termWords(mentions), background),
    role: ROLES.indexOf(role),
  }));
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= CUTOFF ? [name] : [])).sort(compareCodePoints);
  const idOf = new Map(names.map((name, id) => [name, id]));
  const indexed = examples.map(({ features, role, vectors, isFurther }) => ({
    vectors,
    isFurther,
    ids: features.flatMap((name) => idOf.get(name) ?? []),
    role,
  }));
  const roles = ROLES.length;
  const numbers = ROLE_SLOTS * background.dimensions;
  const vectorsAt = names.length * roles;
  const biasAt = vectorsAt + numbers * roles;
  /** Added to the bias of further edges; not in the model. */
  const handAt = biasAt + roles;
  const p = new Float64Array(roles);
  const residuals = new Float64Array(roles);
  const weights = minimize(
    handAt + roles,
    (w, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let i = 0; i < biasAt; i++) {
        const l2 = i < vectorsAt ? L2 : L2_VECTORS;
        loss += (l2 / 2) * w[i]! ** 2;
        gradient[i] = l2 * w[i]!;
      }
      for (const { ids, role, vectors, isFurther } of indexed) {
        const share = isFurther ? FURTHER : 1;
        for (let r = 0; r < roles; r++) p[r] = w[biasAt + r]! + (isFurther ? w[handAt + r]! : 0);
        for (const id of ids) for (let r = 0; r < roles; r++) p[r]! += w[id * roles + r]!;
        for (let d = 0, at = vectorsAt; d < numbers; d++) {
          const value = vectors[d]!;
          if (value === 0) at += roles;
          else for (let r = 0; r < roles; r++) p[r]! += value * w[at++]!;
        }
        softmaxInPlace(p);
        loss -= share * Math.log(p[role]!);
        for (let r = 0; r < roles; r++) residuals[r] = share * (p[r]! - (r === role ? 1 : 0));
        for (let d = 0, at = vectorsAt; d < numbers; d++) {
          const value = vectors[d]!;
          if (value === 0) at += roles;
          else for (let r = 0; r < roles; r++) gradient[at++]! += value * residuals[r]!;
        }
        for (let r = 0; r < roles; r++) {
          const residual = residuals[r]!;
          gradient[biasAt + r]! += residual;
          if (isFurther) gradient[handAt + r]! += residual;
          for (const id of ids) gradient[id * roles + r]! += residual;
        }
      }
      return loss;
    },
    60,
  );
  const round = (value: number) => Math.round(value * 100) / 100 + 0;
  const row = (at: number) => Array.from(weights.subarray(at, at + roles), round);
  return {
    version: 2,
    bias: row(biasAt),
    weights: Object.fromEntries(
      names
        .map((name, id) => [name, row(id * roles)] as const)
        .filter(([, list]) => list.some((weight) => Math.abs(weight) >= MIN_WEIGHT)),
    ),
    vectors: Array.from(weights.subarray(vectorsAt, biasAt), round),
  };
}
