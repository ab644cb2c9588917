/**
 * Trains the extraction's model from the training gold alone and writes `src/assets/tagger.bin`.
 *
 *   tsx src/dev/train/train.ts [--cv] [--gold FILE] [--out FILE]
 *
 * Steps that do not need each other can be processes of their own, and give the same bytes:
 *
 *   tsx src/dev/train/train.ts --part 0,1,2 --cache A & tsx src/dev/train/train.ts --part 3,4 --cache B &
 *   tsx src/dev/train/train.ts --part tagger --tagger T & wait; tsx src/dev/train/train.ts --cache A,B --tagger T
 *
 * Choice and salience learn from predictions on papers that the tagger has not seen (five folds), so that they judge
 * the tagger as it is on new text. With `--cv` only the cross-validated figures are printed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decodeBackground } from "../../extract/model/background.ts";
import { compileTrees, treesProbability, type TreesRecord } from "../../extract/model/boosted-trees.ts";
import { keyFactsOf } from "../../extract/choose/key-records.ts";
import { areaUnderCurve, goldKeys, report } from "./train-report.ts";
import { keysToRerank } from "../../extract/choose/reranker.ts";
import { RERANKER_FEATURES } from "../../extract/choose/reranker-features.ts";
import { type LogisticModel, logisticScore } from "../../extract/model/logistic-model.ts";
import { chooseSpans } from "../../extract/choose/choose-spans.ts";
import { phraseHash } from "../../extract/model/feature-hash.ts";
import { decodeRoles } from "../../extract/model/role-model.ts";
import { decodeModel, type TaggerModel } from "../../extract/model/tagger-model.ts";
import { type Termhood } from "../../extract/model/termhood.ts";
import { FeatureIds } from "./feature-ids.ts";
import { BORDERS, TYPES } from "./tagger-settings.ts";
import { encodeModel, replaceTerms, withHashes } from "./train-encode.ts";
import { FURTHER_PAPERS, readFurtherPapers } from "./further-papers.ts";
import { goldKey, readableGold, readGold } from "./train-gold.ts";
import { trainLogistic } from "./train-logistic.ts";
import { trainBorders } from "./train-model.ts";
import { preparePapers, type PreparedPaper } from "./train-prepare.ts";
import { readCorpus, readTermhoods } from "./train-termhood.ts";
import { salienceExamples } from "./train-salience.ts";
import { keyRecordsOf, sentencesOf, tagPrepared } from "./train-tag.ts";
import { trainTrees } from "./train-trees.ts";
import { trainTypeModels } from "./train-types.ts";
import { decodeWordTags } from "../../extract/text/word-tags.ts";
import type { TaggedPaper } from "../../extract/types.ts";
import { hash32 } from "../../lib/hash.ts";

const { values: flags } = parseArgs({
  options: {
    cv: { type: "boolean", default: false },
    /** Files, divided by commas. */
    gold: { type: "string", default: "../shared/gold/train.jsonl,../shared/gold/train-records.jsonl" },
    /** Papers with labels of our own; none where it is empty. */
    further: { type: "string", default: FURTHER_PAPERS },
    /** Part of the bibliographic records that is learned from, 0…1: for the learning curve. */
    records: { type: "string", default: "1" },
    out: { type: "string", default: "src/assets/tagger.bin" },
    /** What backgrounds are read from, divided by commas. */
    corpora: {
      type: "string",
      default: "../shared/corpus/arxiv-100k.jsonl.gz,../shared/corpus/conferences-2019-2025.jsonl.gz",
    },
    /** Papers of each corpus that the taggers of the folds read, and those that the last one reads. */
    sample: { type: "string", default: "3500,1500" },
    all: { type: "string", default: "20000,10000" },
    /** Leaves the background's terms as an earlier tagger read them. */
    "keep-terms": { type: "boolean", default: false },
    /** Features of the choice that are left out, divided by commas. */
    without: { type: "string", default: "" },
    /** Folds to be predicted and kept in `--cache`, divided by commas, or `tagger`: that of all papers is kept. */
    part: { type: "string" },
    /** Keep the predictions on unseen papers between runs (files, divided by commas), and the tagger of all papers. */
    cache: { type: "string" },
    tagger: { type: "string" },
  },
});
const FOLDS = 5;
const TREES = { trees: 200, depth: 4, shrinkage: 0.05, leaf: 12, l2: 1 };

const EMPTY: LogisticModel = { bias: 0, weights: {} };
const NO_CHOICE: TreesRecord = { features: [], bias: 0, trees: [] };
const NO_TREES = compileTrees(NO_CHOICE);
const BACKGROUND = new URL("../../assets/background.bin", import.meta.url);
const background = decodeBackground(readFileSync(BACKGROUND));
const roles = decodeRoles(readFileSync(new URL("../../assets/roles.json", import.meta.url), "utf8"));
const knownTags = decodeWordTags(readFileSync(new URL("../../assets/word-tags.txt", import.meta.url)));
const ids = new FeatureIds();
const { papers, kinds } = preparePapers(
  flags.gold.split(",").flatMap(readGold).map(readableGold),
  flags.further === "" ? [] : readFurtherPapers(flags.further).map(({ paper }) => readableGold(paper)),
  { background, knownTags },
  ids,
);
const cpu = () => `${(process.cpuUsage().user / 1e6).toFixed(0)} s of work`;
console.error(`${papers.length} papers, ${ids.size} features, ${cpu()}`);

/** The first papers of each corpus. */
function corpusSample(limits: string): ReturnType<typeof readCorpus> {
  return flags.corpora.split(",").flatMap((path, c) => readCorpus(path, Number(limits.split(",")[c])));
}

const foldOf = (paper: PreparedPaper) => hash32(paper.gold.id) % FOLDS;
const PARTS_SEED = 7;
const isLearned = ({ gold }: PreparedPaper) =>
  gold.source !== "records" || hash32(gold.id, PARTS_SEED) < Number(flags.records) * 2 ** 32;

function trainTagger(given: readonly PreparedPaper[]): TaggerModel {
  const on = given.filter(isLearned);
  const { borders, transitions } = trainBorders(
    on.flatMap(({ sentences }) => sentences),
    ids,
    BORDERS,
  );
  console.error(`borders on ${on.length} papers: ${borders.weights.length / 5} features, ${cpu()}`);
  const types = trainTypeModels(on, ids, TYPES);
  console.error(`types: ${types.map(({ features }) => features.weights.length / 5).join(" + ")} features, ${cpu()}`);
  return { borders, types, transitions, kinds, choice: NO_TREES, salience: EMPTY };
}

interface Predictions {
  readonly fold: number;
  /** By paper's id. */
  readonly tagged: readonly (readonly [string, TaggedPaper])[];
  /** What the fold's tagger makes of the background. */
  readonly termhoods: readonly (readonly [string, Termhood])[];
}

/** Of a tagger that has not seen the fold's papers. */
function predictFold(fold: number, sample: ReturnType<typeof readCorpus>): Predictions {
  const model = trainTagger(papers.filter((paper) => paper.isFurther || foldOf(paper) !== fold));
  const held = papers.filter((paper) => !paper.isFurther && foldOf(paper) === fold);
  const tagged = tagPrepared(held, { model, background, roles });
  return {
    fold,
    tagged: tagged.map((paper, i) => [held[i]!.gold.id, paper]),
    termhoods: [...readTermhoods(sample, { model, background, roles, knownTags })],
  };
}

const cached = (flags.cache ?? "").split(",").filter((path) => path !== "");
if (flags.part === "tagger") {
  const model = trainTagger(papers);
  writeFileSync(flags.tagger!, encodeModel({ ...model, choice: NO_CHOICE }));
  writeTerms(model);
  process.exit();
}
if (flags.part !== undefined) {
  const sample = corpusSample(flags.sample);
  const parts = flags.part.split(",").map((fold) => predictFold(Number(fold), sample));
  writeFileSync(flags.cache!, JSON.stringify(parts));
  process.exit();
}
const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
const known = cached.filter(existsSync).flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as Predictions[]);
const sample = known.length < FOLDS ? corpusSample(flags.sample) : [];
const predictions = folds.map((fold) => known.find((part) => part.fold === fold) ?? predictFold(fold, sample));
if (known.length < FOLDS && cached[0] !== undefined) writeFileSync(cached[0], JSON.stringify(predictions));
const byId = new Map(papers.map((paper) => [paper.gold.id, paper]));
const unseen = predictions.flatMap(({ tagged }) =>
  tagged.map(([id, tagging]) => {
    const paper = byId.get(id)!;
    return { paper, tagged: { ...tagging, sentencesOf: sentencesOf(paper.fields) } };
  }),
);
const termhoods = predictions.map((part) => new Map(part.termhoods));
const records = keyRecordsOf(unseen.map(({ tagged }) => tagged));
const items = unseen.map(({ paper, tagged }) => {
  const gold = goldKeys(paper.gold);
  const termhood = termhoods[foldOf(paper)]!;
  const factsOf = keyFactsOf((key) => termhood.get(key));
  return keysToRerank(tagged, records, factsOf).map((item) => ({
    ...item,
    label: item.candidates.some(({ text }) => gold.has(goldKey(text))),
  }));
});

// Choice: each paper is scored by a model learned from the other folds' papers.
const trainChoice = (lists: typeof items) => {
  const all = lists.flat();
  const left = flags.without.split(",").map((name) => RERANKER_FEATURES.findIndex((feature) => feature === name));
  for (const { features } of all) for (const f of left) if (f >= 0) features[f] = 0;
  return trainTrees(
    RERANKER_FEATURES,
    all.map(({ features }) => features),
    all.map(({ label }) => label),
    TREES,
  );
};
const choices = Array.from({ length: FOLDS }, (_, fold) =>
  compileTrees(trainChoice(items.filter((_, i) => foldOf(unseen[i]!.paper) !== fold && isLearned(unseen[i]!.paper)))),
);
const probabilities = items.map(
  (list, i) =>
    new Map(list.map((item) => [item.key, treesProbability(choices[foldOf(unseen[i]!.paper)]!, item.features)])),
);

const golds = unseen.map(({ paper }) => paper.gold);
for (const threshold of [0.35, 0.4]) {
  report(`tagger ${threshold}`, golds, (i) => {
    const best = new Map<string, number>();
    for (const { key, probability } of unseen[i]!.tagged.candidates)
      best.set(key, Math.max(best.get(key) ?? 0, probability));
    return chooseSpans(unseen[i]!.tagged.candidates, best, threshold);
  });
}
for (const threshold of [0.3, 0.35, 0.4, 0.45])
  report(`choice ${threshold}`, golds, (i) => chooseSpans(unseen[i]!.tagged.candidates, probabilities[i]!, threshold));

const examples = salienceExamples(
  unseen.map((item, i) => ({ ...item, probabilities: probabilities[i]! })),
  { background, roles },
);
const salience = trainLogistic(examples);
const auc = areaUnderCurve(
  examples.map(({ features, label }) => ({ score: logisticScore(salience, features), label })),
);
console.log(`salience: area under the curve ${auc.toFixed(3)}`);

if (!flags.cv) {
  const isKnown = flags.tagger !== undefined && existsSync(flags.tagger);
  const model = isKnown ? withHashes(decodeModel(readFileSync(flags.tagger!))) : trainTagger(papers);
  const bytes = encodeModel({ ...model, salience, choice: trainChoice(items) });
  writeFileSync(flags.out, bytes);
  console.error(`${flags.out}: ${bytes.length} bytes`);
  if (!isKnown && !flags["keep-terms"]) writeTerms(model);
}

/** The table of what the final tagger takes for terms in the background. */
function writeTerms(model: TaggerModel): void {
  const terms = readTermhoods(corpusSample(flags.all), { model, background, roles, knownTags });
  const renewed = replaceTerms(
    readFileSync(BACKGROUND),
    [...terms].map(([key, { papers: count, mean }]) => ({ hash: phraseHash(key.split(" ")), papers: count, mean })),
  );
  writeFileSync(BACKGROUND, renewed);
  console.error(`${BACKGROUND.pathname}: ${terms.size} terms, ${renewed.length} bytes`);
}
