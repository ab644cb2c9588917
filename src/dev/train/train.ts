/**
 * Trains the extraction's model from the training gold alone and writes `src/assets/tagger.bin`.
 *
 *   tsx src/dev/train/train.ts [--cv] [--gold FILE] [--out FILE]
 *
 * Choice and salience learn from predictions on papers that the tagger has not seen (five folds), so that they judge
 * the tagger as it is on new text. With `--cv` only the cross-validated figures are printed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { decodeBackground } from "../../extract/model/background.ts";
import { compileTrees, treesProbability } from "../../extract/model/boosted-trees.ts";
import { keyFactsOf, type KeyRecord } from "../../extract/choose/key-records.ts";
import { areaUnderCurve, goldKeys, pct, report } from "./train-report.ts";
import { keysToRerank, RERANKER_FEATURES } from "../../extract/choose/reranker.ts";
import { type LogisticModel, logisticScore } from "../../extract/model/logistic-model.ts";
import { chooseSpans } from "../../extract/choose/choose-spans.ts";
import { DEFAULT_EXTRACT_CONFIG } from "../../extract/config.ts";
import { hash32, phraseHash } from "../../extract/model/feature-hash.ts";
import { decodeRoles } from "../../extract/model/role-model.ts";
import { RolePaper } from "../../extract/terms/role-paper.ts";
import { findRole } from "../../extract/terms/roles.ts";
import { salienceFeatures } from "../../extract/terms/salience.ts";
import { fieldCandidates, fieldDefinitions } from "../../extract/tag/tag-papers.ts";
import { type FieldText } from "../../extract/tag/paper-view.ts";
import { type TextField } from "../../domain/paper.ts";
import { Tagger } from "../../extract/tag/tagger.ts";
import { type TaggerModel } from "../../extract/model/tagger-model.ts";
import { type Termhood } from "../../extract/model/termhood.ts";
import { encodeModel, replaceTerms } from "./train-encode.ts";
import { goldKey, readableGold, readGold } from "./train-gold.ts";
import { trainLogistic } from "./train-logistic.ts";
import { trainBorders } from "./train-model.ts";
import { preparePapers, type PreparedPaper } from "./train-prepare.ts";
import { readCorpus, readTermhoods } from "./train-termhood.ts";
import { trainTrees } from "./train-trees.ts";
import { trainTypes } from "./train-types.ts";
import type { Candidate, Chosen, TaggedPaper } from "../../extract/types.ts";

const { values: flags } = parseArgs({
  options: {
    cv: { type: "boolean", default: false },
    gold: { type: "string", default: "../shared/gold/train.jsonl" },
    out: { type: "string", default: "src/assets/tagger.bin" },
    corpus: { type: "string", default: "../shared/corpus/arxiv-100k.jsonl.gz" },
    /** Background papers read by each fold's tagger. */
    sample: { type: "string", default: "20000" },
    /** Keeps the predictions on unseen papers between runs: for work on choice, types and salience. */
    cache: { type: "string" },
  },
});
const FOLDS = 5;
const BORDERS = { cutoff: 2, epochs: 12, rate: 0.02, decay: 1e-5, seeds: [1, 2] };
const TREES = { trees: 200, depth: 4, shrinkage: 0.05, leaf: 12, l2: 1 };
const TYPES = { l2: 1, cutoff: 2, stretch: 2 };

const EMPTY: LogisticModel = { bias: 0, weights: {} };
const NO_TREES = compileTrees({ features: [], bias: 0, trees: [] });
const BACKGROUND = new URL("../../assets/background.bin", import.meta.url);
const background = decodeBackground(readFileSync(BACKGROUND));
const roles = decodeRoles(readFileSync(new URL("../../assets/roles.json", import.meta.url), "utf8"));
const papers = preparePapers(readGold(flags.gold).map(readableGold), background);
console.error(`${papers.length} papers`);

const foldOf = (paper: PreparedPaper) => hash32(paper.gold.id) % FOLDS;

function trainTagger(on: readonly PreparedPaper[]): TaggerModel {
  const started = performance.now();
  const { borders, transitions } = trainBorders(on, BORDERS);
  const { types, typeVectors } = trainTypes(on, TYPES);
  console.error(
    `tagger on ${on.length} papers: ${borders.weights.length / 5} + ${types.weights.length / 5} features, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return { borders, types, typeVectors, transitions, choice: NO_TREES, salience: EMPTY };
}

function tag(on: readonly PreparedPaper[], model: TaggerModel): TaggedPaper[] {
  const tagger = new Tagger({ model, background, roles });
  return on.map(({ fields: [title, abstract] }) => ({
    english: true,
    candidates: [...candidatesOf(title, "title", tagger), ...candidatesOf(abstract, "abstract", tagger)],
    abbreviations: [...fieldDefinitions(title, "title"), ...fieldDefinitions(abstract, "abstract")],
    sentences: { title: title.view.tokens.sentences.length, abstract: abstract.view.tokens.sentences.length },
    sentencesOf: (field) => (field === "title" ? title : abstract).view.tokens.sentences,
  }));
}

function candidatesOf(text: FieldText, field: TextField, tagger: Tagger): Candidate[] {
  const found: Candidate[] = [];
  // Arrays, which JSON keeps as they are.
  fieldCandidates(text, field, tagger, DEFAULT_EXTRACT_CONFIG.minProbability, (candidate) => {
    found.push({ ...candidate, types: Array.from(candidate.types), typesByForm: Array.from(candidate.typesByForm) });
  });
  return found;
}

/** What a corpus of papers thinks of its keys. */
function keyRecordsOf(tagged: readonly TaggedPaper[]): Map<string, KeyRecord> {
  const records = new Map<string, KeyRecord>();
  for (const { candidates } of tagged) {
    const best = new Map<string, number>();
    for (const { key, probability } of candidates) best.set(key, Math.max(best.get(key) ?? 0, probability));
    for (const [key, probability] of best) {
      const { papers, sum } = records.get(key) ?? { papers: 0, sum: 0 };
      records.set(key, { papers: papers + 1, sum: sum + probability });
    }
  }
  return records;
}

// Predictions on unseen papers, and what each fold's tagger makes of the background.
interface Unseen {
  readonly paper: PreparedPaper;
  readonly tagged: TaggedPaper;
}
const unseen: Unseen[] = [];
const termhoods: Map<string, Termhood>[] = [];
if (flags.cache !== undefined && existsSync(flags.cache)) {
  const cached = JSON.parse(readFileSync(flags.cache, "utf8")) as {
    tagged: [string, TaggedPaper][];
    termhoods: [string, Termhood][][];
  };
  const byId = new Map(papers.map((paper) => [paper.gold.id, paper]));
  for (const [id, tagged] of cached.tagged) unseen.push({ paper: byId.get(id)!, tagged });
  for (const entries of cached.termhoods) termhoods.push(new Map(entries));
} else {
  const sample = readCorpus(flags.corpus, Number(flags.sample));
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainTagger(papers.filter((paper) => foldOf(paper) !== fold));
    const held = papers.filter((paper) => foldOf(paper) === fold);
    tag(held, model).forEach((tagged, i) => unseen.push({ paper: held[i]!, tagged }));
    termhoods.push(readTermhoods(sample, { model, background, roles }));
  }
  if (flags.cache !== undefined) {
    writeFileSync(
      flags.cache,
      JSON.stringify({
        tagged: unseen.map(({ paper, tagged }) => [paper.gold.id, tagged]),
        termhoods: termhoods.map((map) => [...map]),
      }),
    );
  }
}
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
  return trainTrees(
    RERANKER_FEATURES,
    all.map(({ features }) => features),
    all.map(({ label }) => label),
    TREES,
  );
};
const choices = Array.from({ length: FOLDS }, (_, fold) =>
  compileTrees(trainChoice(items.filter((_, i) => foldOf(unseen[i]!.paper) !== fold))),
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

// Types, voted by the mentions of a paper.
let typed = 0;
let right2 = 0;
let right5 = 0;
// Salience learns from the chosen terms which of them are key.
const examples = unseen.flatMap(({ paper, tagged }, i) => {
  const keys = new Set(paper.gold.terms.filter(({ key }) => key).map(({ text }) => goldKey(text)));
  const typeOf = new Map(paper.gold.terms.map(({ text, type }) => [goldKey(text), type]));
  const byKey = new Map<string, Chosen[]>();
  for (const mention of chooseSpans(tagged.candidates, probabilities[i]!, DEFAULT_EXTRACT_CONFIG.termThreshold)) {
    byKey.set(mention.candidate.key, [...(byKey.get(mention.candidate.key) ?? []), mention]);
  }
  const rolePaper = new RolePaper(paper.gold, tagged);
  return [...byKey.values()].map((mentions) => {
    const score = new Float64Array(TERM_TYPES.length);
    for (const { candidate } of mentions) score.forEach((_, t) => (score[t]! += candidate.types[t]!));
    const type = TERM_TYPES[score.indexOf(Math.max(...score))]!;
    const wanted = mentions.map(({ candidate }) => typeOf.get(goldKey(candidate.text))).find((t) => t !== undefined);
    if (wanted) {
      typed++;
      if ((type === "method") === (wanted === "method")) right2++;
      if (type === wanted) right5++;
    }
    const role = findRole(
      rolePaper.mentions(mentions),
      { type, defined: rolePaper.isDefined(mentions), titleStems: rolePaper.titleStems },
      roles,
    );
    const features = salienceFeatures(mentions, {
      paper: tagged,
      title: paper.gold.title,
      background,
      proposed: role.role === "proposes",
      method: type === "method",
    });
    return { features, label: mentions.some(({ candidate }) => keys.has(goldKey(candidate.text))) };
  });
});
console.log(`types: method or not ${pct(right2, typed)}, five ${pct(right5, typed)} of ${typed}`);
const salience = trainLogistic(examples);
const auc = areaUnderCurve(
  examples.map(({ features, label }) => ({ score: logisticScore(salience, features), label })),
);
console.log(`salience: area under the curve ${auc.toFixed(3)}`);

if (!flags.cv) {
  const model = { ...trainTagger(papers), salience };
  // The whole background, read by the final tagger.
  const terms = readTermhoods(readCorpus(flags.corpus), { model, background, roles });
  const table = readFileSync(BACKGROUND);
  const renewed = replaceTerms(
    table,
    [...terms].map(([key, { papers: count, mean }]) => ({ hash: phraseHash(key.split(" ")), papers: count, mean })),
  );
  const bytes = encodeModel({ ...model, choice: trainChoice(items) });
  writeFileSync(flags.out, bytes);
  writeFileSync(BACKGROUND, renewed);
  console.error(`${flags.out}: ${bytes.length} bytes`);
  console.error(`${BACKGROUND.pathname}: ${terms.size} terms, ${renewed.length} bytes`);
}
