/**
 * What the role of a paper–term edge is read from: cues, verbs, places and the term's own form, over all its mentions.
 */
import { shortStem } from "../../lib/stems.ts";
import type { TermType } from "../../contract/graph-document.ts";
import { names, pairNames } from "./role-names.ts";
import type { Background } from "../model/background.ts";
import { rarityFeatures } from "./role-rarity.ts";
import { type RoleFinding, ruleFinding } from "./role-cues.ts";
import { type Add, type RoleMention, sentenceFeatures, turnStep } from "./role-sentence-features.ts";
import { roleWord, wordsOf } from "./role-words.ts";

const CUE = names((role: string) => `cue ${role}`);
const CUE_TYPE = pairNames((role: string, type: string) => `cue ${role}, type ${type}`);

export interface RoleTerm {
  readonly type: TermType;
  /** The paper defines a short form for it, or it is one. */
  readonly defined: boolean;
  /** Stems of the words of the paper's title: see `stemsOf`. */
  readonly titleStems: ReadonlySet<string>;
}

/**
 * @param mentions all of one term in one paper; at least one
 * @param words see `termWords`
 * @returns what the cues say of each mention
 */
export function readRole(
  mentions: readonly RoleMention[],
  words: readonly string[],
  { type, defined, titleStems }: RoleTerm,
  background: Background,
  add: Add,
): readonly RoleFinding[] {
  const findings = mentions.map(ruleFinding);
  const abstract = mentions.filter(({ inTitle }) => !inTitle);
  add(`type ${type}`, `a ${type}`);
  add(`mentions ${Math.min(4, mentions.length)}`, `${mentions.length} mentions`);
  for (let n = 2; n <= Math.min(5, mentions.length); n++) add(`mentions at least ${n}`, `${mentions.length} mentions`);
  if (defined) add("defined", "its short form is defined");
  const inTitle = mentions.length > abstract.length;
  if (inTitle) add("title", "title");
  if (inTitle && abstract.length > 0) add("title and abstract", "title and abstract");
  if (inTitle) add(`title, type ${type}`, "title");
  const text = textOf(mentions);
  rarityFeatures(words, type, background, add);
  formFeatures(text, words, add);
  addTitleShare(words, titleStems, inTitle, add);
  addTurns(abstract, type, add);
  mentions.forEach((mention, i) => {
    const cue = findings[i]!;
    add(CUE(cue.role), cue.cue ?? "no cue");
    add(CUE_TYPE(cue.role, type), cue.cue ?? "no cue");
    if (mention.inTitle) titleFeatures(mention, add);
    else sentenceFeatures(mention, type, add);
    if (i === 0 && !mention.inTitle) add(`first in ${Math.floor(mention.place * 4)}`, "first mention");
  });
  return findings;
}

/** The term's words, as its first mention writes it. */
export function termWords(mentions: readonly RoleMention[]): string[] {
  return wordsOf(textOf(mentions));
}

function textOf([first]: readonly RoleMention[]): string {
  return first ? first.sentence.text.slice(first.start, first.end) : "";
}

/** Where all its mentions stand to the sentence in which the paper says what it brings. */
function addTurns(abstract: readonly RoleMention[], type: TermType, add: Add): void {
  const turns = abstract.map(({ turn }) => turn);
  if (turns.length === 0 || turns[0] === -99) return;
  const all = turns.every((turn) => turn < 0) ? "before" : turns.every((turn) => turn > 0) ? "behind" : "both";
  add(`turns ${all}`, `all mentions ${all}`);
  add(`turns ${all}, type ${type}`, `all mentions ${all}`);
  add(`first turn ${turnStep(Math.min(...turns))}`, "first mention");
}

/** How many of the term's words the title has too. */
function addTitleShare(words: readonly string[], titleStems: ReadonlySet<string>, inTitle: boolean, add: Add): void {
  const termStems = words.map(shortStem);
  const shared = termStems.filter((word) => titleStems.has(word)).length;
  const share = shared === 0 ? "none" : shared === termStems.length ? "all" : "part";
  add(`title words ${share}`, `${share} of its words in the title`);
  if (!inTitle) add(`title words ${share}, not in title`, `${share} of its words in the title`);
  if (titleStems.has(termStems.at(-1) ?? "")) add("title has head", "its last word is in the title");
}

/** Crude stems of a title's words. */
export function stemsOf(title: string): Set<string> {
  return new Set(wordsOf(title).map(shortStem));
}

function formFeatures(text: string, list: readonly string[], add: Add): void {
  add(`words ${Math.min(4, list.length)}`, text);
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d/u.test(text)) add("form name", text);
  if (/^[\p{Lu}\d-]+s?$/u.test(text)) add("form capitals", text);
  const last = list.at(-1) ?? "";
  add(`head ${last.replace(/s$/u, "")}`, `head “${last}”`);
  add(`ending ${last.slice(-4)}`, `ending “${last.slice(-4)}”`);
}

function titleFeatures({ sentence: { text }, start, end }: RoleMention, add: Add): void {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (start <= 1) add("title start", "title start");
  if (start <= 1 && /^\W?\s*:/u.test(after)) add("title name", "title before the colon");
  if (before.includes(":")) add("title after colon", "title after the colon");
  if (/:\s*(?:an? )?(?:[\w-]+ ){0,2}$/u.test(before)) add("title behind colon", "title after the colon");
  if (text.length === end || /^\W*$/u.test(after)) add("title end", "title end");
  for (const word of wordsOf(before).slice(-2)) add(roleWord(word).name("title"), `title: ${word}`);
  const preposition =
    /\b(via|using|through|with|by|from|for|of|in|on|towards?|to|and|as)\b(?!.*\b(?:via|using|through|with|by|from|for|of|in|on|towards?|to|as)\b)/u.exec(
      before.toLowerCase(),
    );
  if (preposition) add(`title under ${preposition[1] ?? ""}`, `title: ${preposition[1] ?? ""}`);
  else add("title under nothing", "title");
}
