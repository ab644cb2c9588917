/**
 * One folding of names: under which key two written forms are the same name, wherever somebody types one.
 *
 * Case, accents, hyphens and blanks do not count, Greek letters are their names: `β-VAE` is `beta VAE`, `UNet` is
 * `U-Net`, `Frechet` is `Fréchet`. Symbols do count: `C` is neither `C++` nor `C#`. Pure; nothing that is shown or
 * merged into one term goes by it.
 */
import { GREEK_NAMES, GREEK_SIGNS } from "./greek.ts";
import { decodeAccents } from "./text.ts";

/** Letters that Unicode does not take apart, typographic signs, and Greek letters: what is typed instead. */
const TYPED = new Map<string, string>([
  ...GREEK_NAMES,
  ...Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }),
  ...Object.entries({ "’": "'", "‘": "'", "“": '"', "”": '"' }),
]);
const UNTYPED = new RegExp(`[${[...TYPED.keys()].join("")}]`, "gu");

const ASCII = /^[\0-\x7f]*$/;
/** Hyphens, dashes, the minus sign, the underscore, and blanks. */
const SEPARATOR = String.raw`\s_\u002d\u2010-\u2015\u2212`;
const SEPARATORS = new RegExp(`[${SEPARATOR}]+`, "gu");
/**
 * Only of letters that are read without them, too (the marks of other scripts make other letters), and of separators: these
 * go, and what stood before them would take the mark.
 */
const ACCENTS = new RegExp(String.raw`(?<=[\p{Script=Latin}\p{Script=Greek}\p{N}${SEPARATOR}])\p{M}+`, "gu");
/** Soft hyphen, zero-width characters. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const MATHS = /\$([^$]*)\$/g;
const GREEK_COMMAND = new RegExp(String.raw`\\(?:var)?(${[...GREEK_SIGNS.keys()].join("|")})(?![a-z])`, "gi");

/** The name's words in lower case, without accents, one blank between them: for matching word by word. */
export function foldWords(name: string): string {
  let text = name;
  if (text.includes("\\") || text.includes("$"))
    text = decodeAccents(text).replace(MATHS, "$1").replace(GREEK_COMMAND, "$1");
  if (!ASCII.test(text))
    text = text
      .normalize("NFKD")
      .replace(UNSEEN, "")
      .replace(ACCENTS, "")
      .toLowerCase()
      .replace(UNTYPED, (sign) => TYPED.get(sign) ?? sign)
      .normalize("NFC");
  return text.toLowerCase().replace(SEPARATORS, " ").trim();
}

/**
 * The key of a name: its folded words without the blanks, but for those between two digits (`3 8B` is not `38B`).
 * Empty for a text of separators alone, which names nothing.
 */
export function foldName(name: string): string {
  return foldWords(name).replace(/(?<!\p{N}) | (?!\p{N})/gu, "");
}
