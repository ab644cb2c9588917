/**
 * The results that one sentence reports.
 *
 * A number is a result by its frame, the words around it ("by 5 points", "accuracy of 95%", "3x faster"), or as a member
 * of a list whose first number has one. Precision comes first: what the sentence does not plainly say is left out.
 */
import type { TermType } from "../../contract/graph-document.ts";
import type { StatedPart, StatedResult } from "../../domain/statement.ts";
import type { TermSentence } from "../sentences/term-sentences.ts";
import { type Frame, kindOf } from "./frames.ts";
import { type Framed, framedValues, shareAlong } from "./lists.ts";
import { BEAT_VERB, COMPARATIVE } from "./result-words.ts";
import { type Phrase, SentenceTokens } from "./sentence-tokens.ts";
import { comparedInFront, comparedWith, measuredInFront, measuredOn, namesFrom, subjectOf } from "./slots.ts";
import { findValues, mayHoldValue } from "./values.ts";

export function findResults(sentence: TermSentence, typeOf: (term: number) => TermType): StatedResult[] {
  const values = mayHoldValue(sentence.text) ? findValues(sentence.text) : [];
  if (values.length === 0) return [];
  const tokens = new SentenceTokens(sentence, values, typeOf);
  const framed = framedValues(tokens);
  const results = framed.map((_, i) => resultOf(tokens, framed, i));
  return shareAlong(tokens, results, framed).filter(isTold);
}

function resultOf(tokens: SentenceTokens, framed: readonly Framed[], i: number): StatedResult {
  const { value, frame } = framed[i]!;
  const { sentence } = tokens;
  const at = (offset: number) => sentence.start + offset;
  const next = framed[i + 1];
  const limit = next ? tokens.wordAt(next.value.from) : tokens.words.length;
  const method = subjectOf(tokens, frame.verb ?? tokens.wordAt(value.from));
  const baselines = baselinesOf(tokens, frame, limit);
  const changed =
    frame.object && !isBeaten(tokens, frame) && isData(tokens, frame.object)
      ? namesFrom(tokens, frame.object.from)
      : [];
  const behind = changed.length > 0 ? changed : measuredOn(tokens, Math.min(frame.end, limit), limit);
  const on = behind.length > 0 || i > 0 ? behind : measuredInFront(tokens, tokens.wordAt(value.from));
  const { start, end, number, to, unit, bound } = value;
  return {
    field: sentence.field,
    sentence: { start: sentence.start, end: sentence.end },
    value: { start: at(start), end: at(end) },
    kind: kindOf(frame, value),
    number,
    ...(to !== undefined && { to }),
    ...(unit !== undefined && { unit }),
    ...(bound !== undefined && { bound }),
    cue: frame.cue,
    ...(frame.from && { from: { start: at(frame.from.start), end: at(frame.from.end) } }),
    ...(frame.metric && { metric: frame.metric }),
    on,
    ...(method && { method }),
    baselines,
  };
}

/** "outperforms BERT by 2.1 points". */
function isBeaten(tokens: SentenceTokens, { verb }: Frame): boolean {
  return verb !== undefined && BEAT_VERB.test(tokens.text(verb));
}

/** "improves GLUE by 2.1 points". */
function isData(tokens: SentenceTokens, { to }: Phrase): boolean {
  const type = tokens.typeAt(to - 1);
  return type === "dataset" || type === "task";
}

function baselinesOf(tokens: SentenceTokens, frame: Frame, limit: number): StatedPart[] {
  const { object, metric } = frame;
  if (object && isBeaten(tokens, frame)) return namesFrom(tokens, object.from);
  const behind = comparedWith(tokens, Math.min(frame.end, limit), limit);
  if (behind.length > 0) return behind;
  const inFront = frame.isChange ? comparedInFront(tokens) : [];
  if (inFront.length > 0) return inFront;
  if (object && frame.isChange) {
    const part = tokens.part(object);
    const isModel = tokens.typeAt(object.to - 1) === "method" || (metric !== undefined && metric.term !== part?.term);
    if (part?.term !== undefined && isModel) return [part];
  }
  return [];
}

/** A number alone, of nothing and against nothing, is none. */
function isTold({ metric, on, baselines, method, kind, cue }: StatedResult): boolean {
  if (kind === "absolute") return metric !== undefined || (on.length > 0 && method !== undefined);
  // "an order of magnitude larger than the batch size" tells of no method.
  if (COMPARATIVE.has(cue)) return metric !== undefined || method !== undefined;
  return metric !== undefined || on.length > 0 || baselines.length > 0;
}
