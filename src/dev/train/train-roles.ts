/**
 * Learns the roles of paper–term edges from the gold of roles and relations and writes `src/assets/roles.json`.
 *
 *   tsx src/dev/train/train-roles.ts [--cv] [--gold FILE] [--relations FILE] [--more FILE]
 *     [--papers FILE] [--out FILE]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decodeBackground } from "../../extract/model/background.ts";
import { RoleFinder } from "../../extract/terms/roles.ts";
import { compileRoles, type RoleModelRecord } from "../../extract/model/role-model.ts";
import { scoreEdges, showScore } from "../eval/eval-roles.ts";
import { FURTHER_PAPERS, LATER_PAPERS, readFurtherPapers } from "./further-papers.ts";
import { type GoldPaper, readGold } from "./train-gold.ts";
import { type GoldRelations, goldLabelled, readRelations, readFurtherLabels } from "./train-relate-gold.ts";
import { trainRoles } from "./train-role-model.ts";
import { hash32 } from "../../lib/hash.ts";

const { values: flags } = parseArgs({
  options: {
    cv: { type: "boolean", default: false },
    gold: { type: "string", default: "../shared/gold/train.jsonl" },
    relations: { type: "string", default: "../shared/gold/relations-train.jsonl" },
    more: { type: "string", default: "src/dev/train/further-labels.txt" },
    papers: { type: "string", default: `${FURTHER_PAPERS},${LATER_PAPERS}` },
    out: { type: "string", default: "src/assets/roles.json" },
  },
});
const FOLDS = 5;
const background = decodeBackground(readFileSync(new URL("../../assets/background.bin", import.meta.url)));
const finderOf = (record: RoleModelRecord) => new RoleFinder(compileRoles(record), background);

const golds = new Map(readGold(flags.gold).map((paper) => [paper.id, paper]));
const edgesOf = (labels: GoldRelations, paper: GoldPaper = golds.get(labels.id)!) =>
  goldLabelled(paper, labels).terms.flatMap(({ mentions, about, role }) =>
    role === undefined ? [] : [{ id: labels.id, mentions, about, role }],
  );
const edges = readRelations(flags.relations).flatMap((labels) => edgesOf(labels));
const furtherLabels = flags.more === "" ? [] : readFurtherLabels(flags.more, golds);
const furtherPapers = flags.papers === "" ? [] : readFurtherPapers(flags.papers);
const further = [
  ...furtherLabels.flatMap((labels) => edgesOf(labels)),
  ...furtherPapers.flatMap(({ labels, paper }) => edgesOf(labels, paper).map((edge) => ({ ...edge, isFurther: true }))),
];
console.error(`${edges.length} labelled edges, ${further.length} further ones`);
if (flags.cv) {
  const foldOf = ({ id }: { readonly id: string }) => hash32(id) % FOLDS;
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    finderOf(trainRoles([...edges.filter((edge) => foldOf(edge) !== fold), ...further], background)),
  );
  console.log(
    showScore(
      "five folds",
      scoreEdges(edges, (edge) => models[foldOf(edge)]!),
    ),
  );
} else {
  const text = `${JSON.stringify(trainRoles([...edges, ...further], background))}\n`;
  writeFileSync(flags.out, text);
  console.error(`${flags.out}: ${text.length} bytes`);
}
