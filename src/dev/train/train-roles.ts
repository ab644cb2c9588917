/**
 * Learns the roles of paper–term edges from labelled edges (`roles-train.json`: ids, terms and labels; the texts are the
 * training gold's) and writes `src/assets/roles.json`.
 *
 *   tsx src/dev/train/train-roles.ts [--cv] [--gold FILE] [--out FILE]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hash32 } from "../../extract/model/feature-hash.ts";
import { ROLES } from "../../contract/graph-document.ts";
import { compileRoles, type RoleModelRecord } from "../../extract/model/role-model.ts";
import { readRole } from "../../extract/terms/role-features.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { type LabelledEdge, labelledEdges, scoreEdges, showScore } from "../eval/eval-roles.ts";
import { minimize } from "./train-crf.ts";

const { values: flags } = parseArgs({
  options: {
    cv: { type: "boolean", default: false },
    gold: { type: "string", default: "../shared/gold/train.jsonl" },
    out: { type: "string", default: "src/assets/roles.json" },
  },
});
const FOLDS = 5;
/** Features seen in fewer edges are left out. */
const CUTOFF = 2;
const L2 = 12;
/** Smaller weights are left out of the file. */
const MIN_WEIGHT = 0.02;

const edges = labelledEdges(flags.gold, new URL("roles-train.json", import.meta.url));
console.error(`${edges.length} labelled edges`);
if (flags.cv) {
  const foldOf = ({ id }: LabelledEdge) => hash32(id) % FOLDS;
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    compileRoles(trainRoles(edges.filter((edge) => foldOf(edge) !== fold))),
  );
  console.log(
    showScore(
      "five folds",
      scoreEdges(edges, (edge) => models[foldOf(edge)]!),
    ),
  );
} else {
  const text = `${JSON.stringify(trainRoles(edges))}\n`;
  writeFileSync(flags.out, text);
  console.error(`${flags.out}: ${text.length} bytes`);
}

/** Names of all features, each once, in the order in which they are read. */
function namesOf(mentions: LabelledEdge["mentions"], about: LabelledEdge["about"]): string[] {
  const names = new Set<string>();
  readRole(mentions, about, (name) => names.add(name));
  return [...names];
}

function trainRoles(on: readonly LabelledEdge[]): RoleModelRecord {
  const examples = on.map(({ mentions, about, role }) => ({
    features: namesOf(mentions, about),
    role: ROLES.indexOf(role),
  }));
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= CUTOFF ? [name] : [])).sort(compareCodePoints);
  const idOf = new Map(names.map((name, id) => [name, id]));
  const indexed = examples.map(({ features, role }) => ({
    ids: features.flatMap((name) => idOf.get(name) ?? []),
    role,
  }));
  const roles = ROLES.length;
  const biasAt = names.length * roles;
  const p = new Float64Array(roles);
  const weights = minimize(
    biasAt + roles,
    (w, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let i = 0; i < biasAt; i++) {
        loss += (L2 / 2) * w[i]! ** 2;
        gradient[i] = L2 * w[i]!;
      }
      for (const { ids, role } of indexed) {
        for (let r = 0; r < roles; r++) p[r] = w[biasAt + r]!;
        for (const id of ids) for (let r = 0; r < roles; r++) p[r]! += w[id * roles + r]!;
        softmaxInPlace(p);
        loss -= Math.log(p[role]!);
        for (let r = 0; r < roles; r++) {
          const residual = p[r]! - (r === role ? 1 : 0);
          gradient[biasAt + r]! += residual;
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
    version: 1,
    bias: row(biasAt),
    weights: Object.fromEntries(
      names
        .map((name, id) => [name, row(id * roles)] as const)
        .filter(([, list]) => list.some((weight) => Math.abs(weight) >= MIN_WEIGHT)),
    ),
  };
}
