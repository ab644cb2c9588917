/**
 * Learns the roles of paper–term edges from the gold of roles and relations and writes `src/assets/roles.json`.
 *
 *   tsx src/dev/train/train-roles.ts [--cv] [--gold FILE] [--relations FILE] [--out FILE]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hash32 } from "../../extract/model/feature-hash.ts";
import { compileRoles } from "../../extract/model/role-model.ts";
import { scoreEdges, showScore } from "../eval/eval-roles.ts";
import { readGold } from "./train-gold.ts";
import { goldLabelled, readRelations } from "./train-relate-gold.ts";
import { trainRoles } from "./train-role-model.ts";

const { values: flags } = parseArgs({
  options: {
    cv: { type: "boolean", default: false },
    gold: { type: "string", default: "../shared/gold/train.jsonl" },
    relations: { type: "string", default: "../shared/gold/relations-train.jsonl" },
    out: { type: "string", default: "src/assets/roles.json" },
  },
});
const FOLDS = 5;

const golds = new Map(readGold(flags.gold).map((paper) => [paper.id, paper]));
const edges = readRelations(flags.relations).flatMap((labels) =>
  goldLabelled(golds.get(labels.id)!, labels).terms.flatMap(({ mentions, about, role }) =>
    role === undefined ? [] : [{ id: labels.id, mentions, about, role }],
  ),
);
console.error(`${edges.length} labelled edges`);
if (flags.cv) {
  const foldOf = ({ id }: { readonly id: string }) => hash32(id) % FOLDS;
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
