/**
 * Numbers in a sentence that may be results: with their units, ranges and bounds.
 */

export interface Value {
  /** UTF-16 offsets in the sentence; end exclusive, unit included. */
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly to?: number;
  /** `%`, `points`, `x`, or the unit as written. */
  readonly unit?: string;
  /** "up to", "about"; lower case. */
  readonly bound?: string;
  /** Where the words of the bound begin, else `start`. */
  readonly from: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const MEASURE = String.raw`dB|ms|[µu]s|sec(?:ond)?s?\b|s(?![\p{L}\p{N}-])|min(?:ute)?s?\b|hours?\b|h(?![\p{L}\p{N}-])|days?\b|[GMKT]i?B(?![\p{L}])|fps\b|FPS\b|Hz|[GM]?FLOPs?\b|mm\b|cm\b|nats?\b|BLEU\b|m?AP\d*\b|mIoU\b|F1\b|AUC\b|ROUGE\b|Dice\b|PSNR\b|nDCG\b`;
const UNIT = String.raw`%(?:\s*(?:absolute|relative))?(?:\s*points?\b)?|(?:-|\s)?(?:per\s?cent|percent)(?:age)?(?:[\s-]*points?)?\b|(?:-|\s)?(?:p\.?p\.?|pts?|points?)\b|\s?(?:x|X|×+|times|(?:-\s?)?fold)(?![\p{L}\p{N}])|\s?(?:${MEASURE})`;
const DIGITS = String.raw`(?<![\p{L}\p{N}_@/^.#*-])(?<![\p{L}\p{N}] ?±\s?)([+-]?)(${NUMBER})(?:\s?%?\s?(-{1,2}|to)\s?\+?(${NUMBER})(?=\s?(?:${UNIT})|[\s),;]|$))?(?:\s?(?:±|\+\/-)\s?${NUMBER})?(?:\s?(${UNIT}))?(?![\p{L}\p{N}@_^]|\.\d)`;
const SMALL = "two|three|four|five|six|seven|eight|nine|ten|twenty|hundred";
const SPELT = String.raw`(?<![\p{L}-])(?:(${SMALL})(?:[\s-]?fold|\s+times)|(?:(an?|one|two|three|four|five|six|several)\s+)?(orders?)\s+of\s+magnitude|(twice|half))(?![\p{L}-])`;
const VALUE = new RegExp(`${DIGITS}|${SPELT}`, "gu");
/** A sentence that it does not fit has no value. */
const MAY_HOLD = new RegExp(String.raw`\d|\b(?:${SMALL})[\s-]?(?:fold|times)|magnitude|\btwice\b|\bhalf\b`, "u");

const BOUND =
  /(?:\b(?:up to|at least|at most|more than|less than|over|under|nearly|almost|about|around|approximately|approx\.?|roughly|as much as|as little as|only|just|merely|below|above|an? (?:\w+ )?(?:average|mean|maximum|median) of|average of|an? (?:\w+ )?margin of|an additional|an extra|another|an absolute|a relative|a factor of|a further|an?|the|some|by as much as)\s+)+$|[~≈<>≤≥]\s?$/u;
/** Before a number that is no result: `p < 0.05`, `n = 12`, `95% CI`, `Section 3.2`. */
const NO_RESULT_BEFORE =
  /(?:\b(?:p|P|n|N|df|t|CI|OR|RR|HR|version|v|section|Section|table|Table|figure|Fig\.?|Eq\.?|top|Top|level|age|aged|step|k|K|alpha|beta|α|β|λ)(?:-?values?)?\s?(?:[=<>≤≥:]|of|was|is)?\s?)$/u;
/** "AlpacaEval 2.0". */
const VERSION_BEFORE = /\p{Lu}[\p{L}\p{N}-]*\s$/u;
const NO_RESULT_BEHIND =
  /^\s?(?:%?\s?(?:CI\b|confidence|credib|significan|percentiles?)|-?(?:year|month|week|day)|(?:million|billion|trillion|thousand)\b|\/\s?\p{L}|[BMK]\b)/u;

const SPELT_NUMBER: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100,
  twice: 2,
  half: 0.5,
};

export function mayHoldValue(sentence: string): boolean {
  return MAY_HOLD.test(sentence);
}

/** Characters that are looked at in front of a number. */
const REACH = 60;
const FROM = /\bfrom\s(?:\w+\s)?$/u;

/** In text order. @param sentence of readable length: see `readableLength` */
export function findValues(sentence: string): Value[] {
  const values: Value[] = [];
  VALUE.lastIndex = 0;
  for (let match = VALUE.exec(sentence); match; match = VALUE.exec(sentence)) {
    const before = sentence.slice(Math.max(0, match.index - REACH), match.index);
    const value = match[2] === undefined ? speltValue(match) : writtenValue(match);
    // "from 4.8% to 42.4%" are two numbers, "4.8% to 42.4%" is a range.
    if (match[3] === "to" && FROM.test(before)) {
      const first = firstOf(match);
      VALUE.lastIndex = first.end;
      values.push({ ...first, from: first.start });
      continue;
    }
    if (NO_RESULT_BEFORE.test(before) || NO_RESULT_BEHIND.test(sentence.slice(value.end, value.end + 16))) continue;
    if (value.unit === undefined && VERSION_BEFORE.test(before)) continue;
    const bound = BOUND.exec(before);
    const words = bound?.[0].trim().replace(/\s+/g, " ");
    values.push({
      ...value,
      from: match.index - (bound?.[0].length ?? 0),
      ...(words !== undefined &&
        !/^(?:an?|the)$/u.test(words) && { bound: words.replace(/^(?:an?|the) (?=average|mean)/u, "") }),
    });
  }
  return values;
}

function writtenValue(match: RegExpExecArray): Omit<Value, "from"> {
  const [whole, sign = "", first = "", , second, unit = ""] = match;
  const number = parse(first) * (sign === "-" ? -1 : 1);
  const to = second === undefined ? undefined : parse(second);
  const said = unitOf(unit.trim());
  return {
    start: match.index,
    end: match.index + whole.trimEnd().length,
    number,
    ...(to !== undefined && { to }),
    ...(said !== "" && { unit: said }),
  };
}

/** The lower end of what looks like a range. */
function firstOf({
  0: whole,
  1: sign = "",
  2: digits = "",
  5: unit = "",
  index,
}: RegExpExecArray): Omit<Value, "from"> {
  const own = /^\s?%/u.exec(whole.slice(sign.length + digits.length))?.[0] ?? "";
  const said = unitOf((own === "" ? unit : own).trim());
  const end = index + sign.length + digits.length + own.length;
  return { start: index, end, number: parse(digits), ...(said !== "" && { unit: said }) };
}

function speltValue(match: RegExpExecArray): Omit<Value, "from"> {
  const { index } = match;
  const [whole, , , , , , times, orders, isOrders, other] = match;
  const number =
    isOrders === undefined ? SPELT_NUMBER[times ?? other ?? "two"]! : 10 ** (SPELT_NUMBER[orders ?? "one"] ?? 1);
  return { start: index, end: index + whole.length, number, unit: "x" };
}

const parse = (digits: string): number => Number(digits.replaceAll(",", ""));

function unitOf(written: string): string {
  const unit = written.toLowerCase().replace(/^-/, "").trim();
  if (/^%\s*(?:absolute\s*)?points?$|^per\s?cent(?:age)?[\s-]*points?$|^p\.?p\.?$/u.test(unit)) return "points";
  if (unit.startsWith("%") || /^per\s?cent/u.test(unit)) return "%";
  if (/^(?:pts?|points?)$/u.test(unit)) return "points";
  if (/^(?:x|×+|times|-?\s?fold)$/u.test(unit)) return "x";
  return written.trim();
}
