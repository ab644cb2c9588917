/**
 * Builds `src/assets/notions.txt` from corpora of abstracts, without labels: what short forms stand for, with the place
 * of the papers that say so, kinds that sentences name, and words of one stem that mean the same before a noun.
 *
 *   tsx src/dev/train/train-notions.ts [--out FILE] [corpus.jsonl.gz …]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gatherSenses } from "../../extract/group/senses.ts";
import { shortKey } from "../../extract/group/short-keys.ts";
import { decodeBackground } from "../../extract/model/background.ts";
import { encodeVector, unit } from "../../extract/model/notions.ts";
import { WordPlaces, wordsOf } from "../../extract/model/word-places.ts";
import { findAbbreviations } from "../../extract/text/abbreviations.ts";
import { readableText } from "../../extract/text/clean/clean-text.ts";
import { tokenize } from "../../extract/text/tokens.ts";
import { variantKey } from "../../extract/text/variants.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { readCorpus } from "./train-termhood.ts";
import { DerivedWords } from "./train-derived.ts";
import { isTelling, sentenceKinds } from "./train-kinds.ts";

const MIN_PAPERS = 3;
const MIN_KIND_PAPERS = 2;
const MAX_LONG = 80;

const { values: flags, positionals } = parseArgs({
  options: { out: { type: "string", default: "src/assets/notions.txt" } },
  allowPositionals: true,
});
const corpora =
  positionals.length > 0
    ? positionals
    : ["../shared/corpus/arxiv-100k.jsonl.gz", "../shared/corpus/conferences-2019-2025.jsonl.gz"];

const places = new WordPlaces(decodeBackground(readFileSync(new URL("../../assets/background.bin", import.meta.url))));
const definitions: { short: string; long: string }[][] = [];
const vectors: Float32Array[] = [];
const kinds = new Map<string, number>();
const derived = new DerivedWords();
for (const corpus of corpora) {
  for (const { title, abstract } of readCorpus(corpus)) {
    const own = new Map<string, { short: string; long: string }>();
    const readable = [title, abstract].map((text) => readableText(text, () => 0).text);
    for (const text of readable) {
      const tokens = tokenize(text);
      for (const { short, long } of findAbbreviations(tokens)) {
        const textOf = ([from, to]: readonly [number, number]) =>
          text.slice(tokens.start[from], tokens.end[to - 1]).replace(/\s+/gu, " ");
        own.set(shortKey(textOf(short)), { short: textOf(short), long: textOf(long) });
      }
    }
    for (const pair of new Set(sentenceKinds(readable[1]!))) kinds.set(pair, (kinds.get(pair) ?? 0) + 1);
    derived.add(readable.join(" . "));
    if (own.size === 0) continue;
    definitions.push([...own.values()]);
    vectors.push(places.placeOf(wordsOf(`${title} ${abstract}`)));
  }
  console.error(`${corpus}: ${definitions.length} papers with short forms, ${kinds.size} pairs of kinds`);
}

const centre = new Float32Array(vectors[0]!.length);
for (const vector of vectors) for (let d = 0; d < centre.length; d++) centre[d]! += vector[d]! / vectors.length;
const order = definitions.map((_, i) => i);
const papersWith = new Map<string, number>();
for (const { long } of definitions.flat())
  papersWith.set(variantKey(long), (papersWith.get(variantKey(long)) ?? 0) + 1);
const senses = gatherSenses(definitions, order, variantKey, papersWith);

const sums = new Map<string, Float32Array>();
definitions.forEach((own, i) => {
  for (const { short, long } of own) {
    const key = shortKey(short);
    const sense = senses.of(short).findIndex(({ keys }) => keys.includes(variantKey(long)));
    const sum = sums.get(`${key}\t${sense}`) ?? new Float32Array(centre.length);
    sums.set(`${key}\t${sense}`, sum);
    const vector = vectors[i]!;
    const away = unit(vector.map((value, d) => value - centre[d]!));
    for (let d = 0; d < sum.length; d++) sum[d]! += away[d]!;
  }
});

const shorts = [...new Set(definitions.flat().map(({ short }) => shortKey(short)))].sort(compareCodePoints);
const lines = [`centre\t${encodeVector(centre)}`];
for (const short of shorts) {
  senses.of(short).forEach(({ text, papers, keys }, sense) => {
    const sum = sums.get(`${short}\t${sense}`);
    if (papers < MIN_PAPERS || !sum || text.length > MAX_LONG) return;
    const frequent = keys.filter((key, k) => k === 0 || papersWith.get(key)! >= 2);
    lines.push(["short", short, text, papers, encodeVector(unit(sum)), frequent.join("|")].join("\t"));
  });
}
const known = [...kinds]
  .filter(([pair, papers]) => papers >= MIN_KIND_PAPERS && isTelling(pair))
  .sort(([a], [b]) => compareCodePoints(a, b));
for (const [pair, papers] of known) lines.push(`kind\t${pair}\t${papers}`);
const same = derived.lines();
for (const pair of same) lines.push(`same\t${pair}`);
writeFileSync(flags.out, `${lines.join("\n")}\n`);
console.error(`${flags.out}: ${lines.length} lines, ${known.length} kinds, ${same.length} words of one meaning`);
