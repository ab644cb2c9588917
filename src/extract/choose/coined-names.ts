/**
 * Names that a paper gives to what it proposes: the object of "we propose", directly, set behind it or in brackets.
 *
 * Few words decide, so they are read as a pattern; the role model, which weighs all mentions, often takes the many later
 * mentions of a coined name for uses.
 */
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";

/** Letters of a name; a search from every letter of a longer word takes the square of its length. */
const MAX_NAME = 80;
/** A capital behind the first letter, or a letter and a digit. */
const NAME = /\p{L}[\p{L}\p{N}-]*\p{Lu}|\p{Lu}[\p{L}-]*\p{N}/u;
/** Asked first, as nearly all terms fail it at once: a capital or a digit behind the first letter. */
const MAY_BE_NAME = /.[\p{Lu}\p{N}]/u;
const CREATES =
  /\b(?:we|(?:this|our|the present) (?:paper|work|article|study|report|letter))\b[^.;:]{0,180}?\b(?:propos|introduc|present|develop|design|devis|contribut|releas|creat|construct|curat|collect|buil)\w*/gi;
const CALLED =
  /\b(?:called|named|dubbed|termed|coined|abbreviated (?:as|to)|we (?:call|name|term|dub)|which we (?:call|name|term|dub)|referred to as|known as)\b/i;
/** Words behind which a name is no longer the object. */
const LEADS_AWAY =
  /\b(?:of|for|with|on|in|to|by|from|using|via|that|which|where|based|than|over|against|into|through|as|and|or|between|upon|inspired|combining|integrating|leveraging|employing|exploiting|evolving|extending|extends)\b/i;
const LONGEST = 90;
/** Behind a name that is the object: no noun that it only describes ("a PTQ method"). */
const STANDS_ALONE =
  /^[)\]}"'”’]*\s*(?:$|[,.;:(–—]|--|(?:that|which|to|for|as|and|in|with|by|on|based|built|whose|where|while|an?|the)\b)/u;
const REACH = 12;

/**
 * The words that say so; undefined where none do.
 * @param sentence of an abstract @param start of the name, or of its long form where that stands with it @param end exclusive
 */
export function objectCue(sentence: string, start: number, end: number): string | undefined {
  if (!STANDS_ALONE.test(sentence.slice(end, end + REACH))) return undefined;
  const before = sentence.slice(0, start);
  let verb: RegExpExecArray | undefined;
  CREATES.lastIndex = 0;
  for (let found = CREATES.exec(before); found; found = CREATES.exec(before)) verb = found;
  if (!verb) return undefined;
  const between = before.slice(verb.index + verb[0].length);
  if (between.length > LONGEST) return undefined;
  const called = CALLED.exec(between);
  if (called && !LEADS_AWAY.test(between.slice(called.index + called[0].length).replace(/\bas\b/u, "")))
    return `${verb[0]} … ${called[0]}`;
  return LEADS_AWAY.test(between) || /[.;]/u.test(between) ? undefined : verb[0];
}

/**
 * The words by which a paper gives a name to what it proposes; undefined where the candidate is no such name, nor its long form.
 * @param text the candidate's field
 */
export function coinedCue(candidate: Candidate, text: string, { abbreviations }: TaggedPaper): string | undefined {
  const { field, start, end } = candidate;
  if (field === "title")
    return start === 0 && /^\s?:/u.test(text.slice(end, end + 2)) && isSingleName(candidate.text)
      ? "title before the colon"
      : undefined;
  const place = nameWithLongForm(candidate, abbreviations);
  if (!place) return undefined;
  const { sentence } = candidate;
  return objectCue(text.slice(sentence.start, sentence.end), place.start - sentence.start, place.end - sentence.start);
}

/** The place of a name, with its long form where that stands in front or behind. */
function nameWithLongForm(
  { field, start, end, text }: Candidate,
  abbreviations: readonly DefinedAbbreviation[],
): { readonly start: number; readonly end: number } | undefined {
  for (const { field: other, short, long } of abbreviations) {
    if (other !== field) continue;
    const isIt = (short.start === start && short.end === end) || (long.start === start && long.end === end);
    if (isIt && isSingleName(short.text))
      return { start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) };
  }
  return isSingleName(text) ? { start, end } : undefined;
}

/** One word with a capital behind its first letter, or with letters and digits: "MERT", "BERT4Rec". */
export function isSingleName(text: string): boolean {
  return text.length <= MAX_NAME && MAY_BE_NAME.test(text) && !/\s/u.test(text) && NAME.test(text);
}
