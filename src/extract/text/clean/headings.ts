/**
 * Headings of structured abstracts, and the word "Abstract" before them: they end a sentence, and are no text.
 */
import { FUNCTION_WORDS } from "../function-words.ts";
import type { Edit } from "./edits.ts";
import { headingEnd, matchEnd, mayBeSection } from "./section-names.ts";

/** What makes names of sections a heading: a colon, a dash. */
const SIGN = /\s?(?:\.?:|\.?—|\s?[-–—](?=\s)|[–—](?=\p{Lu}))\s*/uy;
const SIGN_OF_CAPITALS = /\s?(?::|\s?[-–—]+(?=\s)|[–—](?=\p{Lu}))\s*/uy;
/** Behind capitals at the start of a sentence also the sentence itself. */
const SENTENCE = /\.?\s+(?=\p{Lu}\p{Ll}|[AI]\s|\p{N}|["“(])/uy;
const CAPITAL = /\.?\s+(?=\p{Lu})/uy;
/** Lists of keywords are text, their label is none. */
const LABEL =
  /(?:Key[- ]?words?|KEY[- ]?WORDS?|Index [Tt]erms?|INDEX TERMS?|MeSH terms?)\s?(?:\sand\sphrases\s?)?(?:[:–—]|-\s)\s*/uy;
/** At the beginning of a line also without a sign. */
const BARE_LABEL = /(?:Keywords|KEYWORDS|Key words|KEY WORDS|Index Terms)\s+(?=\p{L}[^.;,]{1,60}[;,])/uy;

/** Without any sign, as when tags around it were dropped, these say nothing. */
const NO_BARE_HEADING = /(?:Problem|Data|Value|Key ?word)s?\b/uy;

/** Where a sentence may begin. */
function endAtStart(text: string, at: number): number {
  return firstEnd(
    () => headingEnd(text, at, { first: "title", later: "any", sign: SIGN }),
    () => endInside(text, at),
    () => matchEnd(BARE_LABEL, text, at),
    () => headingEnd(text, at, { first: "capitals", later: "capitals", sign: SENTENCE }),
  );
}

/** Anywhere else. */
function endInside(text: string, at: number): number {
  return firstEnd(
    () => headingEnd(text, at, { first: "capitals", later: "capitals", sign: SIGN_OF_CAPITALS }),
    () => matchEnd(LABEL, text, at),
  );
}

/** Without any sign: at least two must stand there. */
function endOfBare(text: string, at: number): number {
  if (matchEnd(NO_BARE_HEADING, text, at) >= 0) return -1;
  return headingEnd(text, at, { first: "title", later: "any", sign: CAPITAL });
}

/** The first that is there; -1 where none is. */
function firstEnd(...ends: readonly (() => number)[]): number {
  for (const end of ends) {
    const found = end();
    if (found >= 0) return found;
  }
  return -1;
}

/** Places before which one of these may stand; the group is there where a sentence may begin. */
const PLACES = /(^|[.!?;:)\]"”’]\s{0,2}|\n)(?=[A-Z][A-Za-z])|\s(?=[A-Z]{3}|Key|Index [Tt]|MeSH)/g;

const LEADING =
  /^(?<lead>(?:(?:Graphical\s[Aa]bstract(?=\s?[:.])|Abstract|ABSTRACT|Summary|SUMMARY)(?<sign>\s?[:.–—-])?|\[(?:Abstract|ABSTRACT|Summary|SUMMARY)(?<closed>\])[:.]?)(?:\s+|(?=\p{Lu})))(?<first>\S*)\s*(?<second>\p{L}*)/u;
/** Notions that begin with "Abstract", should they stand first and be written with capitals. */
const NOTIONS =
  /^(?:interpretation|syntax|meaning|argumentation|algebra|data|state|reasoning|domain|concept|class|model|machine|dialectical|art|visual|thinking|harmonic|homotopy|wiener|cauchy|evolution|object|service|rewriting|simplicial)s?$/i;

/** What is cut from an abstract. */
export function headingEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  const lead = leadingWord(text);
  if (lead > 0) edits.push({ start: 0, end: lead, text: "" });
  const bare: Edit[] = [];
  for (const { index, 0: found, 1: start } of text.matchAll(PLACES)) {
    const at = index === 0 && start !== undefined ? lead : index + found.length;
    if (!mayBeSection(text, at) && !text.startsWith("MeSH", at)) continue;
    const end = start === undefined ? endInside(text, at) : endAtStart(text, at);
    if (end > at) edits.push({ start: at, end, text: breakBefore(text, at, lead) });
    else if (start !== undefined) {
      const bareEnd = endOfBare(text, at);
      if (bareEnd > at) bare.push({ start: at, end: bareEnd, text: breakBefore(text, at, lead) });
    }
  }
  return bare.length + edits.length > 1 ? [...edits, ...bare] : edits;
}

/** So that no term goes over the place where the sentence before it has no stop. */
function breakBefore(text: string, at: number, lead: number): string {
  return at <= lead || /[.!?]["”’)]?\s+$|\n$/.test(text.slice(Math.max(0, at - 3), at)) ? "" : "\n\n";
}

/** Length of a leading "Abstract" or "Summary:" that is a heading. */
function leadingWord(text: string): number {
  const groups = LEADING.exec(text)?.groups;
  if (!groups) return 0;
  const { lead = "", closed, sign = closed, first = "", second = "" } = groups;
  const beginsSentence = () =>
    FUNCTION_WORDS.has(first.toLowerCase()) ||
    (lead.startsWith("A") && /^\p{Ll}/u.test(second) && !NOTIONS.test(first)) ||
    (lead.startsWith("ABSTRACT") && first !== first.toUpperCase());
  return sign !== undefined || (/^\p{Lu}/u.test(first) && beginsSentence()) ? lead.length : 0;
}
