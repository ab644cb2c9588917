/**
 * Headings of structured abstracts, and the word "Abstract" before them: they end a sentence, and are no text.
 */
import { FUNCTION_WORDS } from "../function-words.ts";
import type { Edit } from "./edits.ts";

/** What sections of abstracts are called, without "s" or "and …". */
const SECTIONS =
  "Background|Introduction|Context|Rationale|Motivation|Significance|Importance|Relevance|Problem|Scope|" +
  "Aim|Objective|Purpose|Goal|Hypothesis|Hypotheses|Question|Research question|Primary objective|Study objective|" +
  "Design|Study design|Trial design|Research design|Design/methodology/approach|Setting|Study setting|Participant|Patient|" +
  "Subject|Population|Study population|Sample|Animal|Data|Data source|Data collection|Data extraction|Data synthesis|" +
  "Data analysis|Study selection|Study eligibility criteria|Eligibility criteria|Search strategy|Search method|Evidence acquisition|Evidence synthesis|" +
  "Material|Method|Methodology|Methodological approach|Approach|Procedure|Technique|Experimental design|Experimental approach|Statistical analysis|Analysis|" +
  "Intervention|Exposure|Main exposure|Main outcome|Main outcome measure|Main outcomes and measure|Primary outcome|Outcome|Outcome measure|Measure|Measurement|Main measure|Primary outcome measure|" +
  "Result|Main result|Key result|Finding|Main finding|Key finding|Principal finding|Principal result|Observation|Experiment|" +
  "Discussion|Conclusion|Interpretation|Implication|Practical implication|Practice implication|Clinical implication|Social implication|" +
  "Research limitations/implication|Theoretical implication|Clinical relevance|Clinical significance|Limitation|Strength|Novelty|Originality|Originality/value|Value|" +
  "Contribution|Impact|Statement of significance|What is known|What this study adds|Level of evidence|Recommendation|Summary|" +
  "Availability|Implementation|Application|Keyword|Key word|Index term|Key message|Key point|Highlight|Synopsis|Purpose of review|Recent finding|Review finding|Subject area|Lay summary|Take home message";
/** Later words of a name may have capitals as well. */
const title = (words: string): string =>
  words.replace(/(?<= )[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const SECTION = `(?:Main\\s)?(?:${title(SECTIONS)})s?`;
const CAPITALS = `(?:MAIN\\s)?(?:${SECTIONS.toUpperCase()})S?`;
const AND = String.raw`\s?(?:,(?:\s?(?:and|AND|&)(?!\p{L}))?|\/|&|\b(?:and|AND)\b)\s?`;
const SMALL = `(?:${SECTIONS.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`)})s?`;

/** With its colon or dash. */
const MARKED = String.raw`(?:${SECTION}(?:${AND}${SMALL}){0,3})\s?(?:\.?:|\.?—|\s?[-–—](?=\s)|[–—](?=\p{Lu}))\s*`;
const SHOUTED = String.raw`${CAPITALS}(?:${AND}${CAPITALS}){0,3}`;
const SHOUTED_MARKED = String.raw`${SHOUTED}\s?(?::|\s?[-–—]+(?=\s)|[–—](?=\p{Lu}))\s*`;
/** Lists of keywords are text, their label is none. */
const LABEL = String.raw`(?:Key[- ]?words?|KEY[- ]?WORDS?|Index [Tt]erms?|INDEX TERMS?|MeSH terms?)\s?(?:\sand\sphrases\s?)?(?:[:–—]|-\s)\s*`;
/** At the beginning of a line also without a sign. */
const BARE_LABEL = String.raw`(?:Keywords|KEYWORDS|Key words|KEY WORDS|Index Terms)\s+(?=\p{L}[^.;,]{1,60}[;,])`;

/** Where a sentence may begin. */
const AT_START = new RegExp(
  `${MARKED}|${SHOUTED_MARKED}|${LABEL}|${BARE_LABEL}|${SHOUTED}\\.?\\s+(?=\\p{Lu}\\p{Ll}|[AI]\\s|\\p{N}|["“(])`,
  "uy",
);
/** Anywhere else. */
const INSIDE = new RegExp(`${SHOUTED_MARKED}|${LABEL}`, "uy");
/** Without any sign, as when tags around it were dropped: at least two must stand there. */
const BARE = new RegExp(
  String.raw`(?!(?:Problem|Data|Value|Key ?word)s?\b)(?:${SECTION}(?:${AND}${SMALL}){0,3})\.?\s+(?=\p{Lu})`,
  "uy",
);
/** Places before which one of these may stand; the group is there where a sentence may begin. */
const PLACES = /(^|[.!?;:)\]"”’]\s{0,2}|\n)(?=[A-Z][A-Za-z])|\s(?=[A-Z]{3}|Key|Index [Tt]|MeSH)/g;

const LEADING =
  /^(?<lead>(?:Abstract|ABSTRACT|Summary|SUMMARY)(?<sign>\s?[:.–—-])?(?:\s+|(?=\p{Lu})))(?<first>\S*)\s*(?<second>\p{L}*)/u;
/** Notions that begin with "Abstract", should they stand first and be written with capitals. */
const NOTIONS =
  /^(?:interpretation|syntax|meaning|argumentation|algebra|data|state|reasoning|domain|concept|class|model|machine|dialectical|art|visual|thinking|harmonic|homotopy|wiener|cauchy|evolution|object|service|rewriting|simplicial)s?$/iu;

/** What is cut from an abstract. */
export function headingEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  const lead = leadingWord(text);
  if (lead > 0) edits.push({ start: 0, end: lead, text: "" });
  const bare: Edit[] = [];
  for (const { index, 0: found, 1: start } of text.matchAll(PLACES)) {
    const at = index === 0 && start !== undefined ? lead : index + found.length;
    const end = endOf(start === undefined ? INSIDE : AT_START, text, at);
    if (end > at) edits.push({ start: at, end, text: breakBefore(text, at, lead) });
    else if (start !== undefined) {
      const bareEnd = endOf(BARE, text, at);
      if (bareEnd > at) bare.push({ start: at, end: bareEnd, text: breakBefore(text, at, lead) });
    }
  }
  return bare.length + edits.length > 1 ? [...edits, ...bare] : edits;
}

/** @param pattern a sticky one */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** So that no term goes over the place where the sentence before it has no stop. */
function breakBefore(text: string, at: number, lead: number): string {
  return at <= lead || /[.!?]["”’)]?\s+$|\n$/.test(text.slice(Math.max(0, at - 3), at)) ? "" : "\n\n";
}

/** Length of a leading "Abstract" or "Summary:" that is a heading. */
function leadingWord(text: string): number {
  const groups = LEADING.exec(text)?.groups;
  if (!groups) return 0;
  const { lead = "", sign, first = "", second = "" } = groups;
  const beginsSentence = () =>
    FUNCTION_WORDS.has(first.toLowerCase()) ||
    (lead.startsWith("A") && /^\p{Ll}/u.test(second) && !NOTIONS.test(first)) ||
    (lead.startsWith("ABSTRACT") && first !== first.toUpperCase());
  return sign !== undefined || (/^\p{Lu}/u.test(first) && beginsSentence()) ? lead.length : 0;
}
