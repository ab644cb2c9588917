/**
 * What a result is of: the method that is the subject, what it is compared with, what it was measured on.
 */
import type { StatedPart } from "../../domain/statement.ts";
import { BEAT_VERB, CHANGE_VERB, DETERMINER, isMetricWord, REACH_VERB } from "./result-words.ts";
import type { Phrase, SentenceTokens } from "./sentence-tokens.ts";

/** Words in front of a clause that tells what was found. */
const TOLD_THAT =
  /^(?:show|shows|showed|shown|demonstrate|demonstrates|demonstrated|find|found|observe|observed|indicate|indicates|indicated|reveal|reveals|suggest|suggests|report|confirm|confirms|prove|verify|validate|see)$/;
/** A clause's own verb: what stands before it is its subject. */
const FINITE =
  /^(?:is|are|was|were|has|have|can|could|also|not|consistently|significantly|substantially|further|effectively|only|requires?|enables?|trains?|runs?|outperforms?|surpass(?:es)?|exceeds?|allows?|helps?|establishes|sets?|matches|brings?|leads?|results|performs?|combines?|uses?|needs?|retains?|maintains?|generalizes|consumes?|generates?|processes|supports?|converges?)$/;
const INTRODUCES =
  /^(?:on|in|for|across|with|using|compared|when|under|by|at|from|without|during|after|over|relative|specifically|notably|furthermore|moreover|additionally|finally|overall|remarkably|besides|also|however|especially|particularly|meanwhile|empirically|experimentally|here|second|first|third|as|besides|to|through|despite|while)$/;

/** The subject of the clause that a word stands in; undefined where it is not plainly to be told. */
export function subjectOf(tokens: SentenceTokens, at: number): StatedPart | undefined {
  const start = clauseStart(tokens, at);
  const verb = firstVerb(tokens, start, at);
  if (verb === undefined) return undefined;
  const phrase = subjectPhrase(tokens, start, verb);
  if (!phrase) return undefined;
  // "the accuracy improves by 5%" is not said of a method.
  if (isMetricWord(tokens.text(phrase.to - 1)) || tokens.typeAt(phrase.to - 1) === "metric") return undefined;
  if (tokens.text(phrase.from) === "we" && !DOES.test(nextWord(tokens, phrase.to))) return undefined;
  const part = tokens.part(phrase);
  if (part?.isOwn) return part;
  return part?.term !== undefined && isNameOf(tokens, phrase, "method") ? part : undefined;
}

/** What "we" do when a result is ours: we show and observe those of others, too. */
const DOES =
  /^(?:improv|increas|boost|reduc|decreas|outperform|surpass|exceed|beat|achiev|obtain|attain|reach|gain|accelerat|cut|sav)/;

/** Behind an adverb. */
function nextWord(tokens: SentenceTokens, at: number): string {
  return /ly$|^(?:also|can|further)$/.test(tokens.text(at)) ? tokens.text(at + 1) : tokens.text(at);
}

/** Whether a phrase is a term of the type, with a noun behind it at most: else it may hold a verb that is not known. */
function isNameOf(tokens: SentenceTokens, { from, to }: Phrase, type?: string): boolean {
  let last = to - 1;
  if (tokens.words[last]!.term < 0) last--;
  if (last < from || tokens.words[last]!.term < 0 || (type !== undefined && tokens.typeAt(last) !== type)) return false;
  let first = last;
  while (first > from && tokens.words[first - 1]!.term >= 0) first--;
  return first - from <= 1 || [...Array(first - from).keys()].every((i) => DETERMINER.has(tokens.text(from + i)));
}

/** Behind the last "show that" before a word, and behind what introduces the clause. */
function clauseStart(tokens: SentenceTokens, at: number): number {
  let start = 0;
  for (let i = at - 1; i > 0; i--) {
    const isTold =
      tokens.text(i) === "that" && (TOLD_THAT.test(tokens.text(i - 1)) || TOLD_THAT.test(tokens.text(i - 2)));
    if (/^(?:despite|although|though|because|since)$/.test(tokens.text(i))) return i;
    if (isTold || /^(?:;|:|where|whereas|while)$/.test(tokens.text(i))) {
      start = i + 1;
      break;
    }
  }
  for (let leads = true; leads && start < at;) {
    leads = false;
    if (tokens.text(start) === ",") start++;
    if (!INTRODUCES.test(tokens.text(start))) break;
    const comma = nextMark(tokens, start, at);
    if (comma !== undefined) [start, leads] = [comma + 1, true];
  }
  return start;
}

/** The comma behind which no list goes on. */
function nextMark(tokens: SentenceTokens, start: number, at: number): number | undefined {
  let comma: number | undefined;
  for (let i = start; i < at; i++) {
    if (tokens.words[i]!.term >= 0) continue;
    if (isVerb(tokens, i, start)) break;
    if (tokens.text(i) === ",") comma = i;
  }
  return comma;
}

function firstVerb(tokens: SentenceTokens, start: number, at: number): number | undefined {
  for (let i = start; i <= at && i < tokens.words.length; i++)
    if (tokens.words[i]!.term < 0 && isVerb(tokens, i, start)) return i;
  return undefined;
}

function isVerb(tokens: SentenceTokens, at: number, start: number): boolean {
  const word = tokens.text(at);
  if (FINITE.test(word)) return at > start;
  if (!CHANGE_VERB.test(word) && !BEAT_VERB.test(word) && !REACH_VERB.test(word)) return false;
  // Participles and nouns: "improved models", "the increase".
  return at > start && !/(?:ing|ed)$/.test(word) && !/^(?:the|an?|of|in|its|their|our)$/.test(tokens.text(at - 1));
}

/** The subject's name: up to a preposition, with what stands in brackets or between commas left out. */
function subjectPhrase(tokens: SentenceTokens, start: number, verb: number): Phrase | undefined {
  let from = start;
  if (/^(?:and|but|the)$/.test(tokens.text(from))) from++;
  if (/^(?:the|our|we|it|this)$/.test(tokens.text(start))) from = start;
  const first = tokens.text(from);
  if (first === "we") return { from, to: from + 1 };
  const phrase = tokens.phraseAfter(first === "our" || first === "this" ? from + 1 : from);
  const to = Math.min(phrase.to, verb);
  if (to <= from) return undefined;
  const begins = first === "our" || first === "this" ? from : phrase.from;
  // What follows up to the verb may say more of it ("X with Y", "X, a …,"); another subject it may not be.
  for (let i = to; i < verb; i++) if (/^(?:and|or|we|;)$/.test(tokens.text(i))) return undefined;
  // "Our results show" has a noun that looks like a verb.
  if (begins === from && begins < phrase.from && to === phrase.from) return undefined;
  return to - begins > 0 ? { from: begins, to } : undefined;
}

const AGAINST = /^(?:than|over|versus|vs|vs\.|against)$/;
const COMPARED = /^(?:compared|relative|contrast|comparison)$/;

/** What stands behind "than", "over", "compared to" from a word on, up to the next number. */
export function comparedWith(tokens: SentenceTokens, at: number, limit: number): StatedPart[] {
  for (let i = at; i < bracketEnd(tokens, at, limit); i++) {
    if (tokens.text(i) === ";") break;
    const first = baselineStart(tokens, i);
    if (first !== undefined) return namesFrom(tokens, first);
  }
  return [];
}

/** Where the bracket ends that a word stands in, else the limit. */
function bracketEnd(tokens: SentenceTokens, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    if (tokens.text(i) === "(") depth++;
    else if (tokens.text(i) === ")" && --depth < 0) return i;
  }
  return limit;
}

/** "Compared to LoRA, our model …". */
export function comparedInFront(tokens: SentenceTokens): StatedPart[] {
  const first = baselineStart(tokens, 0);
  return first === undefined ? [] : namesFrom(tokens, first, false);
}

function baselineStart(tokens: SentenceTokens, at: number): number | undefined {
  if (tokens.words[at] === undefined || tokens.words[at].term >= 0) return undefined;
  const word = tokens.text(at);
  if (AGAINST.test(word)) return at + 1;
  return COMPARED.test(word) && /^(?:to|with)$/.test(tokens.text(at + 1)) ? at + 2 : undefined;
}

/** A name, or the members of a list of names. @param hasCommas a comma may part two members */
export function namesFrom(tokens: SentenceTokens, at: number, hasCommas = true): StatedPart[] {
  return listFrom(tokens, at, hasCommas).names;
}

/** `end`: behind the last name. */
function listFrom(
  tokens: SentenceTokens,
  at: number,
  hasCommas: boolean,
): { readonly names: StatedPart[]; readonly end: number } {
  const names: StatedPart[] = [];
  let from = /^(?:both|all)$/.test(tokens.text(at)) ? at + 1 : at;
  let end = from;
  for (;;) {
    const phrase = tokens.phraseAfter(from);
    const part = tokens.part(phrase, (word) => /^(?:a|an|the|its|their|all|both)$/.test(word));
    if (!part || (names.length > 0 && !isMember(tokens, phrase))) break;
    names.push(part);
    end = phrase.to;
    const next = tokens.text(phrase.to);
    if (next === "such" && tokens.text(phrase.to + 1) === "as") from = phrase.to + 2;
    else if ((next === "," && hasCommas) || next === "and" || next === "or")
      from = phrase.to + (next === "," && /^(?:and|or)$/.test(tokens.text(phrase.to + 1)) ? 2 : 1);
    else if (next === "like" || next === "including") from = phrase.to + 1;
    else break;
  }
  return { names, end };
}

/** Whether a name goes on with a list: what begins otherwise may be the next clause. */
function isMember(tokens: SentenceTokens, phrase: Phrase): boolean {
  return tokens.words[phrase.from]!.term >= 0 && isNameOf(tokens, phrase);
}

const ON_NOUN =
  /^(?:benchmarks?|datasets?|tasks?|corpus|corpora|suite|leaderboard|settings?|scenarios?|questions|problems|environments|images|videos|domains)$/;

/** "trained on", "based on": not what was measured on. */
const BASED =
  /^(?:based|trained|built|relying|relies|depending|depends|conditioned|tuned|fine-tuned|finetuned|pretrained|pre-trained|focus(?:ed|ing)?|run(?:ning)?|training|pretraining|focuses)$/;

/** Names of data sets and tasks behind "on", "across", "for", "in" between two words. */
export function measuredOn(tokens: SentenceTokens, at: number, limit: number): StatedPart[] {
  for (let i = at; i < bracketEnd(tokens, at, limit); i++) {
    const word = tokens.text(i);
    if (tokens.words[i]!.term >= 0) continue;
    if (/^(?:;|while|whereas|but|although|though|despite)$/.test(word)) break;
    const baseline = baselineStart(tokens, i);
    if (baseline !== undefined) {
      // "over BERT on GLUE"; what stands further behind may tell of the baseline.
      const { end } = listFrom(tokens, baseline, true);
      return /^(?:on|across)$/.test(tokens.text(end)) && end < limit ? namesOn(tokens, end + 1, "on") : [];
    }
    if (!/^(?:on|across|for|in|at)$/.test(word) || BASED.test(tokens.text(i - 1))) continue;
    const names = namesOn(tokens, i + 1, word);
    if (names.length > 0) return names;
  }
  return [];
}

function namesOn(tokens: SentenceTokens, at: number, preposition: string): StatedPart[] {
  const phrase = tokens.phraseAfter(at);
  // "on two tasks show that": what follows the name may be a verb.
  let { to } = phrase;
  while (to > at && tokens.words[to - 1]!.term < 0 && !ON_NOUN.test(tokens.text(to - 1))) to--;
  if (!isOn(tokens, { from: at, to }, preposition)) return [];
  if (to === phrase.to) return namesFrom(tokens, at);
  const part = tokens.part({ from: at, to });
  return part ? [part] : [];
}

function isOn(tokens: SentenceTokens, { from, to }: Phrase, preposition: string): boolean {
  if (to === from) return false;
  if (preposition === "at") return false;
  let type: string | undefined;
  for (let at = from; at < to; at++) type = tokens.typeAt(at) ?? type;
  if (type === "dataset" || type === "task") return true;
  const isNamed = ON_NOUN.test(tokens.text(to - 1));
  if (preposition === "on" || preposition === "across") return isNamed || type === "concept";
  return preposition === "in" && isNamed && type !== undefined;
}

const MEASURED =
  /^(?:evaluat(?:ed?|ions?|ing)|experiments?|results?|test(?:s|ed|ing)?|performance|accuracy|rates?|scores?|validated)$/;

/** The only name behind "on" in front of a number: "On ImageNet, …", "Experiments on ImageNet show that …". */
export function measuredInFront(tokens: SentenceTokens, at: number): StatedPart[] {
  let names: StatedPart[] = [];
  for (let i = 0; i < at; i++) {
    if (tokens.words[i]!.term >= 0 || !/^(?:on|across)$/.test(tokens.text(i))) continue;
    if (i > 0 && !MEASURED.test(tokens.text(i - 1))) continue;
    const found = namesOn(tokens, i + 1, tokens.text(i));
    if (found.length > 0) names = found;
  }
  return names.length === 1 && names[0]!.term !== undefined ? names : [];
}
