/**
 * Parts that frames have in common: the verb of a clause, the metric of a unit or behind a noun of change.
 */
import type { StatedPart } from "../../domain/statement.ts";
import { BEAT_VERB, CHANGE_NOUN, CHANGE_VERB, isScoreWord, PLAIN_ADJECTIVE, REACH_VERB } from "./result-words.ts";
import type { Phrase, SentenceTokens } from "./sentence-tokens.ts";
import type { Value } from "./values.ts";

/** Words between a verb and its number. */
const REACH = 14;

/** "in GPU memory usage", "of the error", "in terms of mIoU", "on pass@1" behind a noun of change. */
export function metricOfNoun(tokens: SentenceTokens, at: number): StatedPart | undefined {
  if (!/^(?:in|of|on|for)$/.test(tokens.text(at))) return undefined;
  const first = tokens.text(at + 1) === "terms" && tokens.text(at + 2) === "of" ? at + 3 : at + 1;
  return tokens.metric(tokens.phraseAfter(first));
}

/** "by 5.3 mAP": the unit is the metric. */
export function unitMetric(tokens: SentenceTokens, { start, end, unit }: Value): StatedPart | undefined {
  if (unit === undefined || !isScoreWord(unit.toLowerCase())) return undefined;
  const to = tokens.wordAt(end);
  const words = tokens.words.slice(tokens.wordAt(start), to);
  const last = words.at(-1);
  return last && last.text === unit.toLowerCase()
    ? {
        start: tokens.sentence.start + last.start,
        end: tokens.sentence.start + last.end,
        ...(last.term >= 0 && { term: tokens.sentence.terms[last.term]!.term }),
      }
    : undefined;
}

/** Place of the nearest verb that fits, within the clause. */
export function verbBefore(tokens: SentenceTokens, at: number, fits: (word: string) => boolean): number | undefined {
  for (let i = at; i >= 0 && at - i < REACH; i--) {
    const word = tokens.text(i);
    if (word === ";" || word === "that" || word === "where") return undefined;
    if (tokens.words[i]!.term >= 0) continue;
    const isVerb = CHANGE_VERB.test(word) || BEAT_VERB.test(word) || REACH_VERB.test(word);
    if (isVerb && fits(word) && !CHANGE_NOUN.has(word) && !isNounBefore(tokens, i)) return i;
  }
  return undefined;
}

/** "increased throughput", "reduced cost": no verb of the clause. */
function isNounBefore(tokens: SentenceTokens, at: number): boolean {
  return (
    /^(?:the|an?|of|in|for|its|their|our|with)$/.test(tokens.text(at - 1)) ||
    (PLAIN_ADJECTIVE.has(tokens.text(at - 1)) &&
      !/^(?:further|just|only|consistently|nearly)$/.test(tokens.text(at - 1)))
  );
}

const MAX_IN_BRACKETS = 3;

/** The phrase before a closing bracket, in it. */
export function insideBrackets(tokens: SentenceTokens, close: number): Phrase {
  for (let at = close - 1; at >= 0 && close - at <= MAX_IN_BRACKETS + 1; at--)
    if (tokens.text(at) === "(") return { from: at + 1, to: close };
  return { from: close, to: close };
}
