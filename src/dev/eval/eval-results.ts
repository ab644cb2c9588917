/**
 * How right reported results are, on sentences labelled by hand: offsets and labels only, the texts are the training
 * gold's beside the project.
 *
 *   tsx src/dev/eval/eval-results.ts [--shared ../shared] [--part develop|sealed] [--errors]
 *
 * A result is right when its number and kind are, and no part of it is wrong: one that overlaps none of those labelled. What
 * is left out is not wrong; how often a labelled part is given is told apart.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Paper } from "../../domain/paper.ts";
import type { Span, StatedPart, StatedResult } from "../../domain/statement.ts";
import { extractTerms } from "../../extract/extract.ts";
import { loadResources } from "../../io/load-resources.ts";
import { readGold } from "../train/train-gold.ts";

type Place = readonly [start: number, end: number];

interface LabelledResult {
  readonly value: Place;
  /** Absent: neither right nor wrong. `any`: of whatever kind. */
  readonly kind?: StatedResult["kind"] | "any";
  readonly metric?: readonly Place[];
  readonly on?: readonly Place[];
  readonly method?: readonly Place[];
  readonly baseline?: readonly Place[];
}

interface LabelledSentence {
  readonly id: string;
  /** In the abstract, UTF-16 units. */
  readonly sentence: Place;
  readonly part: "develop" | "sealed";
  readonly results: readonly LabelledResult[];
}

const LABELS = new URL("../../../test/eval/results-labels.json", import.meta.url);

const { values: flags } = parseArgs({
  options: {
    shared: { type: "string", default: "../shared" },
    part: { type: "string" },
    errors: { type: "boolean", default: false },
  },
});

function overlaps({ start, end }: Span, [from, to]: Place): boolean {
  return start < to && from < end;
}

/** The parts that overlap none of those labelled, by name. */
function wrongParts(result: StatedResult, label: LabelledResult): string[] {
  const isWrong = (parts: readonly StatedPart[], places: readonly Place[] = []) =>
    parts.some((part) => !places.some((place) => overlaps(part, place)));
  return [
    ...(label.kind !== "any" && label.kind !== result.kind ? ["kind"] : []),
    ...(isWrong(result.metric ? [result.metric] : [], label.metric) ? ["metric"] : []),
    ...(isWrong(result.on, label.on) ? ["on"] : []),
    ...(isWrong(result.method ? [result.method] : [], label.method) ? ["method"] : []),
    ...(isWrong(result.baselines, label.baseline) ? ["baseline"] : []),
  ];
}

function partsGiven(
  result: StatedResult,
  label: LabelledResult,
): { readonly given: number; readonly labelled: number } {
  const pairs = [
    [result.metric !== undefined, label.metric],
    [result.on.length > 0, label.on],
    [result.method !== undefined, label.method],
    [result.baselines.length > 0, label.baseline],
  ] as const;
  const labelled = pairs.filter(([, places]) => places);
  return { given: labelled.filter(([isGiven]) => isGiven).length, labelled: labelled.length };
}

function score(sentences: readonly LabelledSentence[], found: ReadonlyMap<string, readonly StatedResult[]>): void {
  const sum = { found: 0, right: 0, labelled: 0, given: 0, parts: 0 };
  for (const { id, sentence, results } of sentences) {
    const own = (found.get(id) ?? []).filter(({ field, value }) => field === "abstract" && overlaps(value, sentence));
    sum.labelled += results.filter(({ kind }) => kind !== undefined).length;
    for (const result of own) {
      const label = results.find(({ value }) => overlaps(result.value, value));
      if (label && label.kind === undefined) continue;
      sum.found++;
      const wrong = label ? wrongParts(result, label) : ["no result"];
      if (flags.errors && wrong.length > 0) console.log(id, result.value.start, wrong.join(", "));
      if (!label || wrong.length > 0) continue;
      sum.right++;
      const { given, labelled } = partsGiven(result, label);
      sum.given += given;
      sum.parts += labelled;
    }
  }
  const percent = (of: number, all: number) => `${((100 * of) / Math.max(1, all)).toFixed(1)} %`;
  console.log(
    `precision ${percent(sum.right, sum.found)} of ${sum.found}, recall ${percent(sum.right, sum.labelled)} of`,
  );
  console.log(`${sum.labelled}; of the parts of right results ${percent(sum.given, sum.parts)} are given`);
}

if (!existsSync(flags.shared)) {
  console.error(`No labelled texts in ${flags.shared}: nothing to measure.`);
  process.exit(2);
}
const papers = ["train.jsonl", "train-records.jsonl"].flatMap((file) =>
  readGold(join(flags.shared, "gold", file)).map(({ id, title, abstract }): Paper => ({
    id,
    title,
    abstract,
    source: { file, line: 1 },
  })),
);
const { statements = [] } = (await extractTerms(papers, await loadResources())).value;
const found = new Map(papers.map(({ id }, i) => [id, statements[i]!.results]));
const labels = JSON.parse(readFileSync(LABELS, "utf8")) as LabelledSentence[];
for (const part of ["develop", "sealed"].filter((name) => flags.part === undefined || flags.part === name)) {
  console.log(`${part}:`);
  score(
    labels.filter((label) => label.part === part),
    found,
  );
}
