/**
 * Greek letters by sign and by name: `γ` and `gamma` are one.
 */

const NAMES =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega".split(
    " ",
  );
const SMALL = "αβγδεζηθικλμνξοπρστυφχψω";
const CAPITAL = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
/** Signs of their own in Unicode: micro, variant letters. */
const VARIANTS: readonly (readonly [sign: string, letter: string])[] = [
  ["µ", "μ"],
  ["ϐ", "β"],
  ["ϵ", "ε"],
  ["ϑ", "θ"],
  ["ϰ", "κ"],
  ["ϖ", "π"],
  ["ϱ", "ρ"],
  ["ς", "σ"],
  ["ϕ", "φ"],
];

/** English name of a Greek letter, small or capital. */
export const GREEK_NAMES: ReadonlyMap<string, string> = new Map([
  ...NAMES.flatMap((name, i) => [[SMALL.charAt(i), name] as const, [CAPITAL.charAt(i), name] as const]),
  ...VARIANTS.map(([sign, letter]) => [sign, NAMES[SMALL.indexOf(letter)]!] as const),
]);

/** Small letter of an English name in lower case. */
export const GREEK_SIGNS: ReadonlyMap<string, string> = new Map(NAMES.map((name, i) => [name, SMALL.charAt(i)]));

const SIGN = new RegExp(`[${[...GREEK_NAMES.keys()].join("")}]`, "gu");

/** The text with its Greek letters written out in English. */
export function spellGreek(text: string): string {
  return text.replace(SIGN, (sign) => GREEK_NAMES.get(sign)!);
}

/** Names of two letters are met within short forms by chance ("OnuMV"). */
const [SHORT_NAMES, LONG_NAMES] = [NAMES.filter(({ length }) => length < 3), NAMES.filter(({ length }) => length > 2)];
const NAME = new RegExp(
  `(?<!\\p{Ll})(?:${LONG_NAMES.join("|")})(?!\\p{Ll})|(?<!\\p{L})(?:${SHORT_NAMES.join("|")})(?!\\p{Ll})`,
  "gu",
);

/** A short form with its Greek letters as signs, each in one way: `IFN-gamma`, `TNFalpha`, `NF-kappaB`. */
export function signGreek(short: string): string {
  return short
    .replace(NAME, (name) => GREEK_SIGNS.get(name)!)
    .replace(SIGN, (sign) => (sign === sign.toLowerCase() ? GREEK_SIGNS.get(GREEK_NAMES.get(sign)!)! : sign));
}
