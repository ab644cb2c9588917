/**
 * Kinds that a text names by the patterns of Hearst (1992), without a tagger: candidates, of which only those that many
 * texts agree on are worth something.
 */
import { tailKey } from "../../lib/term-heads.ts";

const MAX_WORDS = 5;
const BEFORE_LIST = /^(.*?)[,(]?\s*\b(?:such as|including|especially|particularly|e\.g\.,?|like)\s+(.*)$/u;
const BEHIND_LIST = /^(.*?),?\s+(?:and|or) (?:many |several |some )?other\s+(.*)$/u;
/** Words that stand in no term. */
const BOUNDARY = new Set(
  `the a an and or of in on for to with by from as at is are was were be been being has have had can could may might will
  would that which who this these those its their our we it they such other than then also both many most several some all
  various different existing recent popular common standard new using via through into over under between among while when
  where because but not only more less use used uses show shows propose present well often been do does did achieve
  including like especially e.g`.split(/\s+/u),
);

/** Pairs "narrower<tab>broader" by `tailKey`. */
export function sentenceKinds(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u).flatMap((sentence) => {
    const before = BEFORE_LIST.exec(sentence);
    const behind = BEHIND_LIST.exec(sentence);
    return [
      ...(before ? pairs(items(before[2]!), hypernyms(before[1]!)) : []),
      ...(behind ? pairs(itemsBefore(behind[1]!), leading(behind[2]!)) : []),
    ];
  });
}

function pairs(narrower: readonly string[], broader: readonly string[]): string[] {
  return narrower.flatMap((low) => broader.filter((high) => high !== low).map((high) => `${low}\t${high}`));
}

/** The plural at the end of a text, with and without what stands before it in its noun phrase. */
function hypernyms(text: string): string[] {
  const chunk = lastWords(text.replace(/\s*\([^()]*\)\s*$/u, ""));
  if (!plural(chunk)) return [];
  // "policy gradient methods such as PPO" names kinds of policy gradient.
  const bare = chunk.length > 1 && EMPTY_HEAD.test(chunk.at(-1)!) ? chunk.slice(0, -1) : [];
  return [chunk, bare].flatMap((words) => words.map((_, from) => keyOf(words.slice(from))));
}
const EMPTY_HEAD = /^(?:methods|techniques|algorithms|approaches|strategies)$/iu;

/** Is the broader term of a pair more than a word that all papers use? */
export function isTelling(pair: string): boolean {
  const [, broader = ""] = pair.split("\t");
  return !GENERAL.has(broader);
}
const GENERAL = new Set(
  `model method work task baseline benchmark technique approach algorithm architecture system framework application domain
  setting scenario field area problem challenge issue factor feature parameter property aspect component element example
  case study paper dataset data task tool resource result tasks input output information language word object class
  strategy group type variant network structure concept topic term condition constraint`.split(/\s+/u),
);

function leading(text: string): string[] {
  const chunk = firstWords(text);
  const end = chunk.findLastIndex((word) => plural([word]));
  return end < 0 ? [] : chunk.slice(0, end + 1).map((_, from) => keyOf(chunk.slice(from, end + 1)));
}

const plural = (words: readonly string[]): boolean => /[^su]s$/iu.test(words.at(-1) ?? "");

/** The items of a list that a text begins with; the last one up to the first word of no term. */
function items(text: string): string[] {
  const parts = text.split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/u).slice(0, 8);
  const found: string[] = [];
  for (const part of parts) {
    const bare = part
      .replace(/\s*\([^()]*\)?/gu, "")
      .replace(/[).;:].*$/u, "")
      .trim();
    const words = firstWords(bare);
    if (words.length === 0) break;
    found.push(keyOf(words));
    const short = /\(([^\s()]{2,10})\)/u.exec(part)?.[1];
    if (short !== undefined) found.push(keyOf([short]));
    if (words.join(" ") !== bare.replace(/^(?:the|a|an) /u, "")) break;
  }
  return found;
}

function itemsBefore(text: string): string[] {
  const parts = text.split(/,\s*/u).slice(-6).reverse();
  const found: string[] = [];
  for (const part of parts) {
    const bare = part.replace(/\s*\([^()]*\)\s*/gu, " ").trim();
    const words = lastWords(bare);
    if (words.length === 0) break;
    found.push(keyOf(words));
    if (words.join(" ") !== bare) break;
  }
  return found;
}

const keyOf = (words: readonly string[]): string =>
  tailKey(words.flatMap((word) => word.split(/[-‐‑–—/]/u)).filter((word) => word !== ""));
const isTermWord = (word: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\-‐‑–+./]*$/u.test(word) && !BOUNDARY.has(word.toLowerCase());

function firstWords(text: string): string[] {
  const words = text.replace(/^(?:the|a|an) /u, "").split(/\s+/u);
  const end = words.findIndex((word) => !isTermWord(word));
  const chunk = end < 0 ? words : words.slice(0, end);
  return chunk.length > MAX_WORDS ? [] : chunk;
}

function lastWords(text: string): string[] {
  const words = text.trim().split(/\s+/u);
  const from = words.findLastIndex((word) => !isTermWord(word)) + 1;
  return words.slice(Math.max(from, words.length - MAX_WORDS + 1));
}
