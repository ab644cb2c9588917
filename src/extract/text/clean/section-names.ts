/**
 * What sections of abstracts are called, and where a heading of one or several ends. One pattern of all would take half
 * a second to compile.
 */

/** Without "s" or "and …". */
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

/** "Results" (later words may have capitals as well), "results" or "Results", "RESULTS". */
export type Writing = "title" | "any" | "capitals";

/** By their first letters, lower case; longest first. */
const BY_START = new Map<string, string[]>();
const START = 3;
for (const name of SECTIONS.toLowerCase().split("|")) {
  const start = name.slice(0, START);
  BY_START.set(
    start,
    [...(BY_START.get(start) ?? []), name].sort((a, b) => b.length - a.length),
  );
}

/** Does a name of a section begin here? Most places are no heading, and this says so at once. */
export function mayBeSection(text: string, at: number): boolean {
  return BY_START.has(text.slice(at, at + START).toLowerCase());
}

const MAIN = { title: /Main\s/y, any: undefined, capitals: /MAIN\s/y };
const AND = /\s?(?:,(?:\s?(?:and|AND|&)(?!\p{L}))?|\/|&|\b(?:and|AND)\b)\s?/uy;
/** Sections under one heading. */
const MAX_SECTIONS = 4;

/**
 * Where a heading of sections at a place ends, behind the sign that makes it one; -1 where there is none.
 *
 * @param later how the second and later names are written @param sign a sticky pattern
 */
export function headingEnd(
  text: string,
  at: number,
  { first, later, sign }: { readonly first: Writing; readonly later: Writing; readonly sign: RegExp },
): number {
  const behind = (from: number, writing: Writing, left: number): number => {
    for (const end of nameEnds(text, from, writing)) {
      const next = left > 1 ? matchEnd(AND, text, end) : -1;
      const found = next < 0 ? -1 : behind(next, later, left - 1);
      const here = found < 0 ? matchEnd(sign, text, end) : found;
      if (here >= 0) return here;
    }
    return -1;
  };
  return behind(at, first, MAX_SECTIONS);
}

/** Where a sticky pattern that begins at a place ends; -1 where it does not fit. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Every place where a name that begins here may end, longest first. */
function* nameEnds(text: string, at: number, writing: Writing): Generator<number> {
  const main = MAIN[writing];
  const behindMain = main ? matchEnd(main, text, at) : -1;
  if (behindMain >= 0) yield* nameEnds(text, behindMain, writing);
  for (const name of BY_START.get(text.slice(at, at + START).toLowerCase()) ?? []) {
    const end = at + name.length;
    if (!isWritten(text.slice(at, end), name, writing)) continue;
    if (text.charAt(end) === (writing === "capitals" ? "S" : "s")) yield end + 1;
    yield end;
  }
}

function isWritten(text: string, name: string, writing: Writing): boolean {
  if (writing === "capitals") return text === name.toUpperCase();
  if (text.toLowerCase() !== name) return false;
  if (writing === "any") return text.slice(1) === name.slice(1);
  return text[0] !== name[0] && text.replace(/ [A-Z]/g, (start) => start.toLowerCase()).slice(1) === name.slice(1);
}
