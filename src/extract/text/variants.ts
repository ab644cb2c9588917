/**
 * When two forms are the same term: keys that ignore case, number, hyphens and spelling habits.
 */
import { spellGreek } from "../../lib/greek.ts";
import { decodeAccents } from "../../lib/text.ts";

/** British → American, on whole words; enough for the vocabulary of abstracts. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/u, "ization$1"],
  [/ising$/u, "izing"],
  [/ised$/u, "ized"],
  [/iser(s?)$/u, "izer$1"],
  [/yse(d|s|r|rs)?$/u, "yze$1"],
  [/ysing$/u, "yzing"],
  [/^(behavi|col|fav|neighb|lab|hum|flav|tum|harb|vap)our/u, "$1or"],
  [/^(cent|fib|lit|met|theat|spect)re(s?)$/u, "$1er$2"],
  [/^modell(ing|ed|er|ers)$/u, "model$1"],
  [/^labell(ing|ed|er|ers)$/u, "label$1"],
  [/^(signal|travel|channel|cancel)l(ing|ed|er|ers)$/u, "$1$2"],
  [/^defence(s?)$/u, "defense$1"],
  [/^grey(s?)/u, "gray$1"],
  [/^catalogue(s?)$/u, "catalog$1"],
  [/^programme(s?)$/u, "program$1"],
  [/^(an|h)aem/u, "$1em"],
  [/^(p)aed/u, "$1ed"],
];
const NO_ISE = new Set(
  "analyses noise raise precise otherwise exercise expertise enterprise promise wise rise revise supervise advise comprise surprise disguise devise concise franchise likewise premise raised raising noised supervised advised revised comprised surprised exercised promised devised rising advising revising supervising promising comprising surprising poised denoised denoising noising arising raiser riser adviser supervised unsupervised semi-supervised self-supervised weakly-supervised".split(
    " ",
  ),
);

const IRREGULAR = new Map(
  Object.entries({
    matrices: "matrix",
    vertices: "vertex",
    indices: "index",
    appendices: "appendix",
    vortices: "vortex",
    simplices: "simplex",
    hypotheses: "hypothesis",
    analyses: "analysis",
    theses: "thesis",
    bases: "basis",
    crises: "crisis",
    syntheses: "synthesis",
    parentheses: "parenthesis",
    axes: "axis",
    phenomena: "phenomenon",
    criteria: "criterion",
    automata: "automaton",
    polyhedra: "polyhedron",
    spectra: "spectrum",
    maxima: "maximum",
    minima: "minimum",
    optima: "optimum",
    quanta: "quantum",
    corpora: "corpus",
    genera: "genus",
    media: "medium",
    strata: "stratum",
    momenta: "momentum",
    equilibria: "equilibrium",
    nuclei: "nucleus",
    stimuli: "stimulus",
    radii: "radius",
    loci: "locus",
    fungi: "fungus",
    bacilli: "bacillus",
    moduli: "modulus",
    foci: "focus",
    alumni: "alumnus",
    bacteria: "bacterium",
    mitochondria: "mitochondrion",
    formulae: "formula",
    antennae: "antenna",
    galaxies: "galaxy",
    lemmata: "lemma",
    schemata: "schema",
    children: "child",
    people: "person",
    mice: "mouse",
    men: "man",
    women: "woman",
    feet: "foot",
    teeth: "tooth",
    leaves: "leaf",
    lives: "life",
    halves: "half",
    wolves: "wolf",
    knives: "knife",
  }),
);
const NO_PLURAL =
  /(?:ss|us|is|ics|ous|as|os|news|series|species|lens|bias|always|thus|gas|chaos|atlas|canvas|physics|dynamics|statistics|kubernetes|mathematics)$/u;

/** Singular of an English noun in lower case. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s") || NO_PLURAL.test(word)) {
    // Short forms: "gnns" is longer than three; "vaes", "llms" too. "as", "is", "gps" stay.
    return word;
  }
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
  if (/(?:ch|sh|x|ss|zz)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Fits every word that a spelling rule could change, and few others. */
const MAY_DIFFER =
  /is(?:ations?|ing|ed|ers?)$|ys(?:e(?:d|s|rs?)?|ing)$|our|res?$|ll(?:ing|ed|ers?)$|^(?:defence|grey|catalogue|programme|anaem|haem|paed)/u;

export function normalSpelling(word: string): string {
  if (!MAY_DIFFER.test(word) || NO_ISE.has(word)) return word;
  for (const [pattern, replacement] of SPELLINGS) if (pattern.test(word)) return word.replace(pattern, replacement);
  return word;
}

/** Unicode and LaTeX spellings of one form: accents kept as letters, Greek written out, mark-up dropped. */
export function plainForm(text: string): string {
  if (/^[\w .,:;'"()/+-]*$/.test(text)) return text;
  let plain = decodeAccents(text).normalize("NFKC");
  plain = plain
    .replace(/\\(?:emph|text\w*|mathrm|mathbf|mathcal|mathbb)\s*\{([^{}]*)\}/gu, "$1")
    .replace(/[${}\\]/gu, "");
  return spellGreek(plain)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC");
}

/** Key under which the forms of one term meet: case, hyphen, number and spelling are gone. */
export function variantKey(text: string): string {
  const words = keyWords(text);
  const last = words.pop();
  if (last === undefined) return "";
  words.push(singular(last));
  return words.join(" ");
}

/** The words of a variant key, before the last one is put into the singular. */
export function keyWords(text: string): string[] {
  const lower = plainForm(text).toLowerCase();
  return splitWords(/['’]/.test(lower) ? lower.replace(/['’]s(?=\s|$)/gu, "") : lower).map(normalSpelling);
}

/** Parts between blanks, hyphens, dashes, slashes and underscores. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
    if (at > from) words.push(text.slice(from, at));
    from = at + 1;
  }
  return words;
}

/** A blank, "-", "/", "_", or a dash of Unicode; letters and digits of English are answered at once. */
function isSeparator(unit: number): boolean {
  if (unit < 128) return unit === 32 || unit === 45 || unit === 47 || unit === 95 || (unit >= 9 && unit <= 13);
  return /[\s‐-―]/u.test(String.fromCharCode(unit));
}
