/**
 * What makes a number a result: the words right before or behind it. The first frame that fits decides.
 */
import type { ResultKind, StatedPart } from "../../domain/statement.ts";
import {
  BEAT_VERB,
  CHANGE_NOUN,
  CHANGE_VERB,
  COMPARATIVE,
  isMetricWord,
  isScoreWord,
  REACH_VERB,
} from "./result-words.ts";
import type { Phrase, SentenceTokens } from "./sentence-tokens.ts";
import type { Value } from "./values.ts";
import { insideBrackets, metricOfNoun, unitMetric, verbBefore } from "./frame-parts.ts";

export interface Frame {
  readonly isChange: boolean;
  readonly cue: string;
  /** Place of the verb of which the method is the subject, where the frame has one. */
  readonly verb?: number;
  readonly metric?: StatedPart;
  /** The object of a verb, which is no metric: "improves FCOS by", "outperforms BERT by". */
  readonly object?: Phrase;
  /** Behind the words that belong to the frame. */
  readonly end: number;
  readonly from?: { readonly start: number; readonly end: number };
}

export function kindOf(frame: Frame, { unit }: Value): ResultKind {
  if (unit === "x") return "factor";
  return frame.isChange ? "gain" : "absolute";
}

type Finder = (tokens: SentenceTokens, value: Value, before: number, behind: number) => Frame | undefined;

/** `before`: place of the word in front of the number and its bound; `behind`: of the word after its unit. */
const FRAMES: readonly Finder[] = [
  comparedBehind,
  nounBehind,
  nounBefore,
  changedBy,
  fromTo,
  metricBefore,
  metricBehind,
  scoredOn,
  signed,
];

export function frameOf(tokens: SentenceTokens, value: Value): Frame | undefined {
  const before = tokens.wordAt(value.from) - 1;
  const behind = tokens.wordAt(value.end);
  for (const find of FRAMES) {
    const frame = find(tokens, value, before, behind);
    if (frame) return tokens.sentence.text[value.start] === "+" ? { ...frame, isChange: true } : frame;
  }
  return undefined;
}

/** "64% higher throughput", "5x faster than". */
function comparedBehind(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const at = tokens.text(behind) === "end-to-end" ? behind + 1 : behind;
  const cue = tokens.text(at);
  if (tokens.text(before) === "despite") return undefined;
  if (!COMPARATIVE.has(cue) || (value.unit !== "%" && value.unit !== "x" && value.unit !== "points")) return undefined;
  const phrase = tokens.phraseAfter(at + 1);
  const metric = tokens.metric(phrase) ?? metricOfMore(tokens, cue, phrase);
  const verb = verbBefore(tokens, before, () => true);
  return { isChange: true, cue, end: phrase.to, ...(metric && { metric }), ...(verb !== undefined && { verb }) };
}

/** "12x longer sequences", "2.6x less communication": what is counted need be no metric. */
function metricOfMore(tokens: SentenceTokens, cue: string, phrase: Phrase): StatedPart | undefined {
  if (!/^(?:fewer|less|longer|shorter|smaller|larger)$/.test(cue) || phrase.to - phrase.from > 3) return undefined;
  return tokens.part(phrase);
}

/** "a 44% improvement in quality", "a 2.4x latency speedup". */
function nounBehind(tokens: SentenceTokens, { unit }: Value, before: number, behind: number): Frame | undefined {
  if (unit === undefined) return undefined;
  const phrase = tokens.phraseAfter(behind);
  for (let at = phrase.from; at < phrase.to; at++) {
    if (!CHANGE_NOUN.has(tokens.text(at))) continue;
    // "93% observed rate" is none; "2 points gain" is.
    const inner = tokens.metric({ from: phrase.from, to: at });
    const metric = inner ?? metricOfNoun(tokens, at + 1);
    const verb = verbBefore(tokens, before, () => true);
    return {
      isChange: true,
      cue: tokens.text(at),
      end: at + 1,
      ...(metric && { metric }),
      ...(verb !== undefined && { verb }),
    };
  }
  return undefined;
}

/** "an average improvement of 8.3%", "gains of 9.3%", "reductions of up to 12.2x in memory". */
function nounBefore(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const link = tokens.text(before);
  if (value.unit === undefined && !isFraction(value)) return undefined;
  if (!/^(?:of|by|reaching|:|\()$/.test(link)) return undefined;
  const phrase = tokens.phraseBefore(before);
  let noun = phrase.to - 1;
  if (link === "(" && tokens.text(noun) !== "margin") return undefined;
  let metric: StatedPart | undefined;
  if (!CHANGE_NOUN.has(tokens.text(noun))) {
    // "reductions in memory of 12%".
    const [preposition, inner] = [phrase.from - 1, phrase.from - 2];
    if (!/^(?:in|of)$/.test(tokens.text(preposition)) || !CHANGE_NOUN.has(tokens.text(inner))) return undefined;
    metric = tokens.metric(phrase);
    if (!metric) return undefined;
    noun = inner;
  }
  const outer = tokens.phraseBefore(noun);
  metric ??=
    unitMetric(tokens, value) ??
    tokens.metric(outer) ??
    tokens.metric(tokens.phraseAfter(behind)) ??
    metricOfNoun(tokens, behind);
  const verb = verbBefore(tokens, outer.from - 1, () => true);
  return {
    isChange: true,
    cue: tokens.text(noun),
    end: behind,
    ...(metric && { metric }),
    ...(verb !== undefined && { verb }),
  };
}

/** "improves X by 5 points", "outperforms X by 5%", "increases by 27%", "saves 20% of memory". */
function changedBy(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const isBy = tokens.text(before) === "by";
  const verb = isBy
    ? verbBefore(tokens, before - 1, (word) => CHANGE_VERB.test(word) || BEAT_VERB.test(word))
    : CHANGE_VERB.test(tokens.text(before)) && /^(?:sav|gain|improv)/.test(tokens.text(before))
      ? before
      : undefined;
  // Behind another number it is the next of a list: "A by 2 points and B by 3".
  if (verb === undefined || tokens.words.slice(verb, before).some(({ value: other }) => other >= 0)) return undefined;
  const cue = tokens.text(verb);
  const changed = tokens.phraseAfter(verb + 1);
  const isObject = isBy && changed.to > changed.from && changed.from < before;
  const after =
    tokens.text(behind) === "of" || tokens.text(behind) === "in"
      ? metricOfNoun(tokens, behind)
      : tokens.metric(tokens.phraseAfter(behind));
  const own = unitMetric(tokens, value);
  const inObject = isObject && !own ? tokens.metric(changed) : undefined;
  const metric = own ?? inObject ?? after;
  return {
    isChange: true,
    cue,
    verb,
    end: after ? tokens.phraseAfter(behind).to : behind,
    ...(metric && { metric }),
    ...(isObject && !inObject && { object: changed }),
  };
}

/** "improves the success rate of X from 4.8% to 42.4%": the second number is the result. */
function fromTo(tokens: SentenceTokens, value: Value, before: number): Frame | undefined {
  if (tokens.text(before) !== "to") return undefined;
  const first = tokens.words[before - 1]?.value ?? -1;
  const old = first < 0 ? undefined : tokens.values[first]!;
  if (!old || (old.unit ?? value.unit) !== value.unit) return undefined;
  const from = tokens.wordAt(old.from) - 1;
  if (tokens.text(from) !== "from") return undefined;
  const verb = verbBefore(tokens, from - 1, (word) => CHANGE_VERB.test(word));
  const changed = verb === undefined ? undefined : tokens.phraseAfter(verb + 1);
  const behind = tokens.phraseAfter(tokens.wordAt(value.end));
  const metric =
    tokens.metric(behind) ??
    (changed && tokens.metric(changed)) ??
    tokens.metric(tokens.phraseBefore(from)) ??
    unitMetric(tokens, value);
  if (!metric) return undefined;
  return {
    isChange: false,
    cue: verb === undefined ? "from … to" : tokens.text(verb),
    metric,
    end: tokens.wordAt(value.end),
    from: { start: old.start, end: old.end },
    ...(verb !== undefined && { verb }),
  };
}

/** "an F1 score of 0.79", "accuracy = 95%", "mAP: 0.8", "the AUC was 0.9". */
function metricBefore(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const link = tokens.text(before);
  // A whole number is a count, not a score; a noun behind a number is a unit that is not known.
  if (value.unit === undefined && (!isFraction(value) || !tokens.isEnd(behind))) return undefined;
  if (link === "(" && value.unit !== undefined && value.unit !== "%") return undefined;
  if (
    !/^(?:of|=|:|is|was|were|are|reaches|reached|reaching|exceeds|exceeding|exceeded|to|remaining|remains|\()$/.test(
      link,
    )
  )
    return undefined;
  const phrase = tokens.text(before - 1) === ")" ? insideBrackets(tokens, before - 1) : tokens.phraseBefore(before);
  const metric = tokens.metric(phrase, isScoreWord);
  if (tokens.text(behind) === "of") return undefined;
  if (!metric || (link === "to" && !isReached(tokens, before))) return undefined;
  const noun = /^(?:of|in)$/.test(tokens.text(phrase.from - 1)) ? tokens.text(phrase.from - 2) : "";
  if (CHANGE_NOUN.has(noun)) return { isChange: true, cue: noun, metric, end: behind };
  const verb = verbBefore(tokens, phrase.from - 1, (word) => REACH_VERB.test(word) || CHANGE_VERB.test(word));
  return { isChange: false, cue: link, metric, end: behind, ...(verb !== undefined && { verb }) };
}

const isFraction = ({ number }: Value): boolean => !Number.isInteger(number);

/** "improves accuracy to 95%". */
function isReached(tokens: SentenceTokens, to: number): boolean {
  return verbBefore(tokens, to - 1, (word) => CHANGE_VERB.test(word)) !== undefined;
}

/** "achieves 84.04% accuracy", "reaching 4.9% top-5 validation error". */
function metricBehind(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const metric =
    unitMetric(tokens, value) ??
    tokens.metric(tokens.phraseAfter(tokens.text(behind) === "in" ? behind + 1 : behind), isScoreWord);
  if (!metric) return undefined;
  const verb = verbBefore(tokens, before, (word) => REACH_VERB.test(word));
  if (verb === undefined) return undefined;
  return { isChange: false, cue: tokens.text(verb), verb, metric, end: tokens.phraseAfter(behind).to };
}

/** "scores 59.4 on OlympiadBench". */
function scoredOn(tokens: SentenceTokens, value: Value, before: number, behind: number): Frame | undefined {
  const isScore = /^(?:scores?|scoring|scored|achieves?|achieved|achieving|attains?|obtains?|reaches|reaching)$/.test(
    tokens.text(before),
  );
  if (!isScore || tokens.text(behind) !== "on" || value.unit === "x") return undefined;
  return { isChange: false, cue: tokens.text(before), verb: before, end: behind };
}

/** "+14.3 p-MRR". */
function signed(tokens: SentenceTokens, value: Value, _: number, behind: number): Frame | undefined {
  if (!/[+-]/.test(tokens.sentence.text[value.start]!)) return undefined;
  const phrase = tokens.phraseAfter(behind);
  const metric = tokens.metric(phrase, isMetricWord) ?? unitMetric(tokens, value);
  return metric ? { isChange: true, cue: tokens.sentence.text[value.start]!, metric, end: phrase.to } : undefined;
}
