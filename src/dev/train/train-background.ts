/**
 * Builds `src/assets/background.bin` from corpora of abstracts: how words and phrases are spread over science.
 *
 *   tsx src/dev/train/train-background.ts [--out FILE] [CORPUS.jsonl.gz …]
 */
import { createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { encodeBackground, type BackgroundWord } from "./train-encode.ts";
import { wordVectors } from "./train-vectors.ts";
import { bigramCounts, exchangeClusters } from "./train-clusters.ts";
import { phraseHash } from "../../extract/model/feature-hash.ts";
import { readableText } from "../../extract/text/clean/clean-text.ts";
import { Gap, TokenKind, tokenize, type Tokens } from "../../extract/text/tokens.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { FUNCTION_WORDS } from "../../extract/text/function-words.ts";
import { hash32 } from "../../lib/hash.ts";

const MAX_WORDS = 60_000;
const CLUSTERED_WORDS = 40_000;
const FINE = 256;
const COARSE = 48;
const MAX_PHRASES = 220_000;
const MIN_PHRASE_PAPERS = 4;
const VECTORS = { dimensions: 64, window: 2, contexts: 6_000, smoothing: 0.75 };

const GAP_WORD: Readonly<Record<number, string>> = {
  [Gap.Start]: "<s>",
  [Gap.Comma]: "<,>",
  [Gap.Open]: "<(>",
  [Gap.Close]: "<)>",
  [Gap.Colon]: "<:>",
};

const { values: flags, positionals } = parseArgs({
  options: { out: { type: "string", default: "src/assets/background.bin" } },
  allowPositionals: true,
});
const { out } = flags;
const CORPORA = ["arxiv-100k", "conferences-2019-2025"].map((name) => `../shared/corpus/${name}.jsonl.gz`);
const corpora = positionals.length > 0 ? positionals : CORPORA;

interface Seen {
  papers: number;
  titles: number;
  times: number;
  capital: number;
  inside: number;
  last: number;
}
const words = new Map<string, Seen>();
const phrases = new Map<string, { papers: number; last: number }>();
const texts: { title: Tokens; abstract: Tokens }[] = [];
const readable = (text: string) => readableText(text, () => 0).text;

for (const corpus of corpora) {
  const lines = createInterface({ input: createReadStream(corpus).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const line of lines) {
    const { title, abstract } = JSON.parse(line) as { title: string; abstract: string };
    texts.push({ title: tokenize(readable(title)), abstract: tokenize(readable(abstract)) });
  }
}
console.error(`${texts.length} papers read`);

texts.forEach(({ title, abstract }, paper) => {
  const inTitle = new Set<string>();
  for (const word of forms(title)) {
    if (!inTitle.has(word)) see(word, paper).titles++;
    inTitle.add(word);
  }
  forms(abstract).forEach((word, i) => {
    const seen = see(word, paper);
    seen.times++;
    if (abstract.gap[i] !== Gap.Start) {
      seen.inside++;
      if (/^\p{Lu}/u.test(abstract.words[i] ?? "")) seen.capital++;
    }
  });
});

function see(word: string, paper: number): Seen {
  let seen = words.get(word);
  if (!seen) words.set(word, (seen = { papers: 0, titles: 0, times: 0, capital: 0, inside: 0, last: -1 }));
  if (seen.last !== paper) seen.papers++;
  seen.last = paper;
  return seen;
}

function forms(tokens: Tokens): string[] {
  return tokens.words.map((word, i) =>
    tokens.kind[i] === TokenKind.Word
      ? word.toLowerCase()
      : tokens.kind[i] === TokenKind.Number
        ? "<0>"
        : tokens.kind[i] === TokenKind.NonProse
          ? "<x>"
          : "'s",
  );
}

const ranked = [...words.entries()]
  .filter(([, seen]) => seen.papers >= 4)
  .sort((a, b) => b[1].papers - a[1].papers || compareCodePoints(a[0], b[0]))
  .slice(0, MAX_WORDS);
const known = new Set(ranked.map(([word]) => word));
console.error(`${words.size} words, ${ranked.length} kept, least in ${ranked.at(-1)?.[1].papers} papers`);

// Phrases of two to four words, without function words at the ends, in papers.
texts.forEach(({ title, abstract }, paper) => {
  for (const tokens of [title, abstract]) {
    const form = forms(tokens);
    for (let i = 0; i < form.length; i++) {
      if (!starts(tokens, form, i)) continue;
      let text = form[i] ?? "";
      for (let j = i + 1; j < Math.min(i + 4, form.length); j++) {
        if (tokens.gap[j] !== Gap.Space || tokens.kind[j] !== TokenKind.Word || !known.has(form[j] ?? "")) break;
        text += " " + (form[j] ?? "");
        if (FUNCTION_WORDS.has(form[j] ?? "")) break;
        const seen = phrases.get(text);
        if (!seen) phrases.set(text, { papers: 1, last: paper });
        else if (seen.last !== paper) {
          seen.papers++;
          seen.last = paper;
        }
      }
    }
  }
  // Phrases seen once so far are mostly noise: forget them now and then to bound memory.
  if (paper % 25_000 === 24_999)
    for (const [text, seen] of phrases) if (seen.papers === 1 && paper - seen.last > 10_000) phrases.delete(text);
});
function starts(tokens: Tokens, form: readonly string[], i: number): boolean {
  return tokens.kind[i] === TokenKind.Word && known.has(form[i] ?? "") && !FUNCTION_WORDS.has(form[i] ?? "");
}
const keptPhrases = [...phrases.entries()]
  .filter(([, seen]) => seen.papers >= MIN_PHRASE_PAPERS)
  .sort((a, b) => b[1].papers - a[1].papers || compareCodePoints(a[0], b[0]))
  .slice(0, MAX_PHRASES);
console.error(`${phrases.size} phrases, ${keptPhrases.length} kept, least in ${keptPhrases.at(-1)?.[1].papers} papers`);

// Running text with the gaps as words: for the classes and the vectors.
const ids = new Map<string, number>();
for (const word of [...Object.values(GAP_WORD), ...ranked.map(([word]) => word)])
  if (!ids.has(word)) ids.set(word, ids.size);
function* runningTexts(): Generator<Int32Array> {
  for (const { title, abstract } of texts) {
    for (const tokens of [title, abstract]) {
      const words = forms(tokens).flatMap((word, i) => {
        const gap = GAP_WORD[tokens.gap[i]!];
        return gap ? [gap, word] : [word];
      });
      yield Int32Array.from([...words, "<s>"], (word) => ids.get(word) ?? -1);
    }
  }
}

// Word classes.
const size = Math.min(ids.size, CLUSTERED_WORDS + Object.keys(GAP_WORD).length);
const pairs = new Map<number, number>();
const count = new Float64Array(size);
for (const running of runningTexts()) {
  let previous = -1;
  for (const word of running) {
    const id = word < size ? word : -1;
    if (id >= 0) {
      count[id]!++;
      if (previous >= 0) pairs.set(previous * size + id, (pairs.get(previous * size + id) ?? 0) + 1);
    }
    previous = id;
  }
}
console.error(`${pairs.size} bigrams of ${size} words`);
const left = new Int32Array(pairs.size);
const right = new Int32Array(pairs.size);
const times = new Float64Array(pairs.size);
let at = 0;
for (const [key, value] of pairs) {
  left[at] = Math.floor(key / size);
  right[at] = key % size;
  times[at++] = value;
}
pairs.clear();
const bigrams = bigramCounts(size, left, right, times, count);
const log = (name: string) => (pass: number, moved: number) => console.error(`${name}: pass ${pass}, ${moved} moved`);
const coarse = exchangeClusters(bigrams, COARSE, 8, log("coarse"));
const fine = exchangeClusters(bigrams, FINE, 8, log("fine"));

const vectors = wordVectors(runningTexts(), ids.size, VECTORS);
console.error(`vectors of ${vectors.columns} numbers`);

const table: BackgroundWord[] = ranked.map(([word, seen]) => {
  const id = ids.get(word)!;
  return {
    hash: hash32(word),
    papers: seen.papers,
    titleRate: seen.titles / seen.papers,
    capitalRate: seen.inside ? seen.capital / seen.inside : 0,
    fine: id < size ? (fine[id] ?? 0) + 1 : 0,
    coarse: id < size ? (coarse[id] ?? 0) + 1 : 0,
    vector: vectors.values.slice(id * vectors.columns, (id + 1) * vectors.columns),
  };
});
const bytes = encodeBackground(
  texts.length,
  table,
  keptPhrases.map(([text, seen]) => ({ hash: phraseHash(text.split(" ")), papers: seen.papers })),
  [],
);
writeFileSync(out, bytes);
console.error(`${out}: ${bytes.length} bytes`);
if (process.env["DUMP_CLASSES"]) {
  const members = new Map<number, string[]>();
  for (const [word, id] of ids)
    if (id < size) members.set(fine[id] ?? 0, [...(members.get(fine[id] ?? 0) ?? []), word].slice(0, 30));
  writeFileSync(process.env["DUMP_CLASSES"], [...members.values()].map((list) => list.join(" ")).join("\n"));
}
