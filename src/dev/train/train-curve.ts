/**
 * What the labelled papers and groups of features earn: borders and types alone, on papers that were not learned from.
 *
 *   tsx src/dev/train/train-curve.ts [--folds N]
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { chooseSpans } from "../../extract/choose/choose-spans.ts";
import { compileTrees } from "../../extract/model/boosted-trees.ts";
import { decodeBackground } from "../../extract/model/background.ts";
import { type HashSink } from "../../extract/model/feature-hash.ts";
import { decodeRoles } from "../../extract/model/role-model.ts";
import { PAIR_KEYS, pairsFeatures } from "../../extract/tag/context-features.ts";
import { decodeWordTags } from "../../extract/text/word-tags.ts";
import { append } from "../../lib/append.ts";
import { FeatureIds } from "./feature-ids.ts";
import { BORDERS, TYPES } from "./tagger-settings.ts";
import { FURTHER_PAPERS, readFurtherPapers } from "./further-papers.ts";
import { goldKey, readableGold, readGold } from "./train-gold.ts";
import { trainBorders } from "./train-model.ts";
import { type NumberedItems, preparePapers, type PreparedPaper } from "./train-prepare.ts";
import { groupOf, GROUPS, pct, report } from "./train-report.ts";
import { tagPrepared } from "./train-tag.ts";
import { trainTypeModels } from "./train-types.ts";
import { hash32 } from "../../lib/hash.ts";

const { values: flags } = parseArgs({
  options: {
    folds: { type: "string", default: "2" },
    /** Rows of `RUNS`, divided by commas; all without it. */
    only: { type: "string" },
    further: { type: "string", default: FURTHER_PAPERS },
  },
});
const FOLDS = 5;
const THRESHOLD = 0.35;
const NO_TREES = compileTrees({ features: [], bias: 0, trees: [] });

interface Run {
  readonly name: string;
  /** Part of the further papers that is learned from; they are never held out. */
  readonly further: number;
  /** Part of the bibliographic records that is learned from. */
  readonly records: number;
  /** Features that are left out. */
  readonly without?: (out: HashSink) => void;
}
const RUNS: readonly Run[] = [
  { name: "all", records: 1, further: 1 },
  { name: "half the further", records: 1, further: 0.5 },
  { name: "no further", records: 1, further: 0 },
  { name: "no pairs in paper", records: 1, further: 1, without: writePairs },
  { name: "half the records", records: 0.5, further: 1 },
  { name: "no records", records: 0, further: 1 },
];

function writePairs(out: HashSink): void {
  for (let key = 0; key < PAIR_KEYS; key++)
    pairsFeatures({ before: Math.floor(key / 24), behind: Math.floor(key / 6) % 4, times: key % 6 }, out);
}

const asset = (name: string) => readFileSync(new URL(`../../assets/${name}`, import.meta.url));
const background = decodeBackground(asset("background.bin"));
const roles = decodeRoles(asset("roles.json").toString("utf8"));
const knownTags = decodeWordTags(asset("word-tags.txt"));
const ids = new FeatureIds();
const gold = ["train", "train-records"].flatMap((name) => readGold(`../shared/gold/${name}.jsonl`)).map(readableGold);
const further = readFurtherPapers(flags.further).map(({ paper }) => readableGold(paper));
const { papers, kinds } = preparePapers(gold, further, { background, knownTags }, ids);
const foldOf = ({ gold: { id } }: PreparedPaper) => hash32(id) % FOLDS;
const isLearned = (paper: PreparedPaper, shares: Pick<Run, "records" | "further">) => {
  const share = paper.isFurther ? shares.further : paper.gold.source === "records" ? shares.records : 1;
  return hash32(paper.gold.id, 7) < share * 2 ** 32;
};

for (const { name, records, further: share, without } of RUNS) {
  if (flags.only !== undefined && !flags.only.split(",").includes(name)) continue;
  const left = new Set<number>();
  without?.({ push: (hash) => left.add(ids.numberOf(hash)) });
  const learned = papers.map((paper) => ({
    ...paper,
    sentences: paper.sentences.map((items) => withoutFeatures(items, left)),
    spans: withoutFeatures(paper.spans, left),
  }));
  const held: PreparedPaper[] = [];
  const tagged: ReturnType<typeof tagPrepared> = [];
  for (let fold = 0; fold < Number(flags.folds); fold++) {
    const on = learned.filter(
      (paper) => (paper.isFurther || foldOf(paper) !== fold) && isLearned(paper, { records, further: share }),
    );
    const { borders, transitions } = trainBorders(
      on.flatMap(({ sentences }) => sentences),
      ids,
      BORDERS,
    );
    const types = trainTypeModels(on, ids, TYPES);
    const model = {
      borders,
      transitions,
      types,
      kinds,
      choice: NO_TREES,
      salience: { bias: 0, weights: {} },
    };
    const unseen = papers.filter((paper) => foldOf(paper) === fold && !paper.isFurther);
    append(held, unseen);
    append(tagged, tagPrepared(unseen, { model, background, roles }));
  }
  report(
    name,
    held.map((paper) => paper.gold),
    (i) => {
      const best = new Map<string, number>();
      for (const { key, probability } of tagged[i]!.candidates)
        best.set(key, Math.max(best.get(key) ?? 0, probability));
      return chooseSpans(tagged[i]!.candidates, best, THRESHOLD);
    },
  );
  reportTypes(held, tagged);
}

function withoutFeatures({ offset, features, labels }: NumberedItems, left: ReadonlySet<number>): NumberedItems {
  if (left.size === 0) return { offset, features, labels };
  const kept: number[] = [];
  const starts = new Int32Array(offset.length);
  for (let i = 0; i + 1 < offset.length; i++) {
    for (let k = offset[i]!; k < offset[i + 1]!; k++) if (!left.has(features[k]!)) kept.push(features[k]!);
    starts[i + 1] = kept.length;
  }
  return { offset: starts, features: Int32Array.from(kept), labels };
}

/** Types of the annotated strings that the tagger saw, by the sum over their places. */
function reportTypes(held: readonly PreparedPaper[], tagged: ReturnType<typeof tagPrepared>): void {
  const cells = ["all", ...GROUPS].map((group) => {
    let all = 0;
    let methods = 0;
    let five = 0;
    held.forEach(({ gold: { source, terms } }, i) => {
      if (group !== "all" && groupOf(source) !== group) return;
      const typeOf = new Map(terms.map(({ text, type }) => [goldKey(text), type]));
      const sums = new Map<string, number[]>();
      for (const { text, types } of tagged[i]!.candidates) {
        const key = goldKey(text);
        if (!typeOf.has(key)) continue;
        const sum = sums.get(key) ?? TERM_TYPES.map(() => 0);
        sums.set(
          key,
          sum.map((value, t) => value + types[t]!),
        );
      }
      for (const [key, sum] of sums) {
        const type = TERM_TYPES[sum.indexOf(Math.max(...sum))];
        const wanted = typeOf.get(key);
        all++;
        if ((type === "method") === (wanted === "method")) methods++;
        if (type === wanted) five++;
      }
    });
    return `${group} ${pct(methods, all)} ${pct(five, all)}`;
  });
  console.log(`  types: method or not, five: ${cells.join(" | ")}`);
}
