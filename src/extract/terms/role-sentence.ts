/**
 * A sentence as the role model reads it: what all mentions in it share is read once.
 */
import { append } from "../../lib/append.ts";
import { namePlaces } from "./own-names.ts";
import { readWords, type RoleWord, roleWord, type WordList, wordsOf } from "./role-words.ts";

/** The paper speaks of itself. */
const OWN_VOICE =
  /\b(?:we|our|us|this (?:paper|work|article|study|letter|thesis|report|survey|chapter|book)|the (?:proposed|present)|proposed|here|in this|(?:is|are) (?:introduced|proposed|presented|demonstrated|shown|studied|applied)|experiments?|results|outperforms?|novel|test(?:ed|s))\b/i;
/** The paper speaks of others or of the field. */
const OTHERS_VOICE =
  /\b(?:existing|previous|prior|conventional|traditional|recent(?:ly)?|current(?:ly)?|often|widely|commonly|typically|usually|has been|have been|most|many|several|state of the art|can be|may|is used|are used)\b/i;

/** The paper says what it brings. */
const BRINGS =
  /\b(?:we|this (?:paper|work|article|study|letter|thesis|report|survey|chapter))\b[^.;]{0,40}?\b(?:propos|introduc|present(?!ly)|develop|design|devis|releas|construct|creat|build|formulat|establish|describ|contribut|stud|investigat|analy[sz]|explor|examin|address|consider|prov|show|demonstrat|derive|report|conduct|provid|review|survey|reveal|find\b)|\b(?:is|are) (?:proposed|introduced|presented|developed)\b|\bhere,? /i;

/** The number of the first sentence that says what the paper brings; -1 where none does. */
export function firstAct(sentences: readonly string[]): number {
  return sentences.findIndex((text) => BRINGS.test(text));
}

/** Words that stand for the paper or for what it proposes, where they may be a subject. */
export interface Actor {
  readonly kind: "we" | "paper" | "own" | "it" | "name";
  readonly start: number;
  readonly end: number;
}

const ACTORS: readonly (readonly [kind: Actor["kind"], pattern: RegExp])[] = [
  ["we", /\bwe\b/gi],
  ["paper", /\b(?:this|the present|our) (?:paper|work|article|study|letter|thesis|report|survey|chapter|book)\b/gi],
  [
    "own",
    /\b(?:our|the proposed|this|the resulting) (?:[\w-]+ ){0,3}?(?:method|approach|framework|model|system|algorithm|architecture|technique|pipeline|strategy|network|agent|solution|scheme|formulation|dataset|benchmark|corpus|metric|module|paradigm|tool|library|theory|procedure|estimator|mechanism|design)s?\b|\b(?:the (?:method|approach|framework|algorithm|system))\b/gi,
  ],
  ["it", /\bit\b/gi],
];

function actorsOf(text: string, names: readonly string[]): Actor[] {
  const found: Actor[] = [];
  for (const [kind, pattern] of ACTORS)
    for (const { 0: words, index } of text.matchAll(pattern))
      found.push({ kind, start: index, end: index + words.length });
  for (const { start, end } of namePlaces(text, names)) found.push({ kind: "name", start, end });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

const WE_SPEAK = /\b(?:we|our|this (?:paper|work|article|study))\b/i;
const WE_ACT = /\b(?:we|this (?:paper|work|article|study|chapter))\b/i;
const FIGURES = /%|\d\.\d/u;

export class RoleSentence {
  readonly text: string;
  /** The words by which the paper speaks of itself, and of others or of the field. */
  readonly own: string | undefined;
  readonly others: string | undefined;
  readonly weSpeak: boolean;
  /** Where the paper first acts in this sentence ("we", "this study"). */
  readonly weAct: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  readonly hasFigures: boolean;
  /** Whoever acts for the paper in this sentence: itself, its own method, or that by its name; by place. */
  readonly actors: readonly Actor[];
  readonly #list: WordList;

  /** @param names see `ownNames` */
  constructor(text: string, names: readonly string[] = []) {
    this.text = text;
    this.actors = actorsOf(text, names);
    this.own = OWN_VOICE.exec(text)?.[0];
    this.others = OTHERS_VOICE.exec(text)?.[0];
    this.weSpeak = WE_SPEAK.test(text);
    const act = WE_ACT.exec(text);
    this.weAct = act ? { text: act[0], start: act.index, end: act.index + act[0].length } : undefined;
    this.hasFigures = FIGURES.test(text);
    this.#list = readWords(text);
  }

  /** The words of `text.slice(from, to)`, at most `max` of them; a word that a border cuts counts as what is left of it. */
  words(from: number, to: number, max = Infinity): RoleWord[] {
    const { words, start, end } = this.#list;
    const found: RoleWord[] = [];
    for (let k = firstEndingBehind(end, from); k < words.length && start[k]! < to && found.length < max; k++) {
      if (start[k]! >= from && end[k]! <= to) found.push(words[k]!);
      else append(found, wordsOf(this.text.slice(Math.max(from, start[k]!), Math.min(to, end[k]!))).map(roleWord));
    }
    return found.length > max ? found.slice(0, max) : found;
  }
}

/** First index whose end lies behind `at`; ends are in ascending order. */
function firstEndingBehind(end: readonly number[], at: number): number {
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
