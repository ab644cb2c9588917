/**
 * Numbers in lists: the members share a frame, and what only one of them says may hold for all.
 */
import type { StatedPart, StatedResult } from "../../domain/statement.ts";
import { metricOfNoun, unitMetric } from "./frame-parts.ts";
import { type Frame, frameOf } from "./frames.ts";
import { isScoreWord } from "./result-words.ts";
import type { SentenceTokens } from "./sentence-tokens.ts";
import type { Value } from "./values.ts";

/** A number with its frame, its own or that of the list it stands in. */
export interface Framed {
  readonly value: Value;
  readonly frame: Frame;
  /** Whether it goes on with the list of the number before. */
  readonly isListed: boolean;
}

/** In text order; numbers that nothing makes a result are left out. */
export function framedValues(tokens: SentenceTokens): Framed[] {
  const frames = tokens.values.map((value) => frameOf(tokens, value));
  const isListed = frames.map(() => false);
  for (let i = 1; i < frames.length; i++) {
    const before = frames[i - 1];
    if (frames[i] || !before) continue;
    frames[i] = listFrame(tokens, tokens.values[i - 1]!, before, tokens.values[i]!);
    isListed[i] = frames[i] !== undefined;
  }
  // "42.9% and 62.2% pass@1": the frame stands behind the last.
  for (let i = frames.length - 2; i >= 0; i--) {
    const next = frames[i + 1];
    if (frames[i] || !next || next.object || !isJoined(tokens, tokens.values[i]!, tokens.values[i + 1]!)) continue;
    frames[i] = { ...next, end: tokens.wordAt(tokens.values[i]!.end) };
    isListed[i + 1] = true;
  }
  return tokens.values.flatMap((value, i) => {
    const frame = frames[i];
    return frame ? [{ value, frame, isListed: isListed[i]! }] : [];
  });
}

/** Whether a comma or "and" alone parts two numbers of one unit. */
function isJoined(tokens: SentenceTokens, before: Value, value: Value): boolean {
  const between = tokens.words.slice(tokens.wordAt(before.end), tokens.wordAt(value.from));
  return (
    (before.unit ?? value.unit) === value.unit &&
    between.length > 0 &&
    between.every(({ text, term }) => term < 0 && /^(?:,|and)$/.test(text))
  );
}

const OTHER_CLAUSE = /^(?:while|but|whereas|from|using|only|with|;)$/;

/** "4.9% error (and 4.8%", "10% on STEM and 19% on mathematical reasoning": the frame of the number before. */
function listFrame(tokens: SentenceTokens, before: Value, frame: Frame, value: Value): Frame | undefined {
  if (before.unit !== value.unit) return undefined;
  const from = tokens.wordAt(before.end);
  const to = tokens.wordAt(value.from);
  const link = tokens.text(to - 1);
  if (link !== "and" && link !== "," && !(link === "by" && frame.cue !== "of")) return undefined;
  if (tokens.words.slice(from, to).some(({ text }) => OTHER_CLAUSE.test(text))) return undefined;
  const behind = tokens.phraseAfter(tokens.wordAt(value.end));
  const own = unitMetric(tokens, value) ?? tokens.metric(behind, isScoreWord) ?? metricOfNoun(tokens, behind.from);
  const isMetricRepeated =
    frame.metric !== undefined && (tokens.metric(tokens.phraseAfter(from)) ?? metricOfNoun(tokens, from)) !== undefined;
  // A metric that belongs to the number before only is not handed on.
  const isElsewhere = /^(?:on|across|for)$/.test(tokens.text(behind.from));
  if (isMetricRepeated && !own && link !== "by" && !isElsewhere) return undefined;
  const { isChange, cue, verb } = frame;
  const object = link === "by" ? tokens.phraseBefore(to - 1) : frame.object;
  const metric = own ?? (link === "by" ? object && tokens.metric(object) : frame.metric);
  return {
    isChange,
    cue,
    end: own ? behind.to : tokens.wordAt(value.end),
    ...(verb !== undefined && { verb }),
    ...(metric && { metric }),
    ...(object && { object }),
  };
}

/** What the last number of a list says of all of them; "respectively" gives each member its own. */
export function shareAlong(
  tokens: SentenceTokens,
  results: readonly StatedResult[],
  framed: readonly Framed[],
): StatedResult[] {
  const isRespective = tokens.words.some(({ text }) => text === "respectively");
  const lists: (readonly StatedResult[])[] = [];
  for (let end = results.length; end > 0;) {
    let start = end - 1;
    while (start > 0 && isSameList(framed, start)) start--;
    const list = shareBack(results.slice(start, end));
    lists.push(isRespective && list.length > 1 ? respective(tokens, list, framed[start]!) : list);
    end = start;
  }
  return lists.reverse().flat();
}

function isSameList(framed: readonly Framed[], i: number): boolean {
  return framed[i]!.isListed && framed[i]!.frame.object === framed[i - 1]!.frame.object;
}

function shareBack(list: readonly StatedResult[]): StatedResult[] {
  const shared: StatedResult[] = [];
  for (const result of list.toReversed()) {
    const next = shared[0] ?? result;
    const on = result.on.length > 0 ? result.on : next.on;
    const baselines = result.baselines.length > 0 ? result.baselines : next.baselines;
    shared.unshift({ ...result, on, baselines });
  }
  return shared;
}

/** Lists of names as long as that of the numbers are dealt out; of others it is not told which belongs to which. */
function respective(tokens: SentenceTokens, list: readonly StatedResult[], first: Framed): StatedResult[] {
  const { on, baselines } = list[0]!;
  const metrics = metricsInFront(tokens, first);
  return list.map((result, i) => {
    const { metric, ...rest } = result;
    const own = metrics.length === list.length ? metrics[i] : metrics.length > 1 ? undefined : metric;
    return {
      ...rest,
      on: on.length === 1 && metrics.length !== list.length ? [] : dealt(on, list.length, i),
      baselines: dealt(baselines, list.length, i),
      ...(own && { metric: own }),
    };
  });
}

function dealt(parts: readonly StatedPart[], length: number, i: number): readonly StatedPart[] {
  if (parts.length === length) return [parts[i]!];
  return parts.length > 1 ? [] : parts;
}

/** "accuracy and F1 of 90% and 85%": the metrics of a list in front of its numbers. */
function metricsInFront(tokens: SentenceTokens, { value, frame }: Framed): StatedPart[] {
  const { metric } = frame;
  if (!metric || metric.start - tokens.sentence.start > value.start) return [];
  const metrics = [metric];
  for (let at = tokens.wordAt(metric.start - tokens.sentence.start); ;) {
    let to = at;
    while (/^(?:and|,)$/.test(tokens.text(to - 1))) to--;
    const phrase = tokens.phraseBefore(to);
    const before = to === at ? undefined : tokens.metric(phrase);
    if (!before) return metrics;
    metrics.unshift(before);
    at = phrase.from;
  }
}
