/**
 * Formulas of LaTeX that are names or parts of words: `Fe$_3$O$_4$`, `$\alpha$-helix`, `$k$-means`, `high-$T_c$`.
 * All others stay as they are, and are no prose.
 */
import { LATEX_SYMBOLS } from "../../../lib/latex-symbols.ts";

/** An escaped or a priced dollar ("$5 to $6") opens no maths: Pandoc's rule. */
export const MATHS = String.raw`(?<!\\)\$\$[^$]{1,400}\$\$|(?<!\\)\$(?=\S)[^$]{1,400}(?<=\S)\$(?!\d)|\\\([^$]{1,400}?\\\)|\\\[[^$]{1,400}?\\\]`;

/** Commands that say how letters look. */
const FONT =
  /\\(?:math|text|up)(?:rm|bf|it|cal|bb|sf|tt|frak|scr|normal|up|sc|sl|md)?(?![a-z])|\\(?:operatorname|boldsymbol|bm|pmb|ce|hbox|mbox|rm|bf|it|cal|sf|tt|em|ensuremath|displaystyle|limits|nolimits)(?![A-Za-z])|\\[,;:!> ]|\\(?:left|right)(?![a-z])/g;
const COMMAND = /\\([A-Za-z]+)/g;
/** Sub- and superscripts of one character, or a group. */
const SCRIPT = /[_^]\s*(?:\{([^{}]{1,12})\}|([^\s{}\\]))/g;
const WORD = /^[\p{L}\p{N}+\-−′']{1,16}$/u;
/** A power, not a name: "x^2", "n^{3}". */
const POWER = /^\s*[a-z]\s*\^/;
const LONGEST = 80;

/** Standing alone, most formulas are quantities. Names are compounds ("CO2"), classes ("NP") and words set upright, … */
const COMPOUND = /^(?:\p{Lu}\p{Ll}?\d*(?:\.\d+)?){2,}[+−-]?$/u;
const UPRIGHT = /^\s*\\(?:mathrm|mathsf|text\w*|operatorname|ce|rm|mbox)\b\s*\{?\s*[A-Za-z]{2}/;
const LETTER_SCRIPT = /[_^]\s*(?:\{\s*)?(?:\\?[A-Za-wyzα-ω])/u;
/** … norms and function spaces, the statistic of a test, */
const NAMED = /^(?:[Llℓ][0-9pq∞]|χ2)$/u;
/** and Greek letters in front of what they tell apart. */
const GREEK = /^[α-ωΓ]$/u;
const KIND =
  /^ (?:particle|ray|decay|cell|helix|helices|sheet|strand|chain|subunit|isoform|receptor|test|band|rhythm|oscillation|wave|radiation|emission|emitter|activity|phase|diversity|function|carbon|globin|bond|electron|spectroscopy|spectrum|spectra|radioactivity|camera|knife|globulin|blocker|agonist|peak|transition|rhythms|power)s?(?!\p{L})/u;

/**
 * What a formula reads as, if it is a word or part of one.
 * @param source with its dollar signs @param before the character in front of it @param behind what follows
 */
export function formulaWord(source: string, before: string, behind: string): string | undefined {
  if (source.length > LONGEST) return undefined;
  const inner = source.replace(/^(?:\$\$?|\\[([])\s*|\s*(?:\$\$?|\\[)\]])$/g, "");
  if (POWER.test(inner) || (/\d/.test(before) && inner.startsWith("^"))) return undefined;
  const plain = inner.replace(FONT, "").replace(COMMAND, (_, name: string) => LATEX_SYMBOLS.get(name) ?? "\\");
  // Signs between letters make it a sum; inside a script they belong to it ("_{2-x}").
  if (/[-+−]./u.test(plain.replace(SCRIPT, "").trim()) || /\d\s*\^/.test(plain)) return undefined;
  const word = plain.replace(/[{}_^\s]/g, "");
  if (!WORD.test(word)) return undefined;
  if (/[\p{L}\p{N})\]‐-]/u.test(before) || /^(?:[\p{L}\p{N}]|[-‐]\p{L})/u.test(behind)) return word;
  const isName =
    NAMED.test(word) ||
    ((COMPOUND.test(word) || UPRIGHT.test(inner)) && !LETTER_SCRIPT.test(plain)) ||
    (GREEK.test(word) && KIND.test(behind));
  return isName ? word : undefined;
}
