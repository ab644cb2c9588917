/**
 * Text folding that every stage agrees on. Pure; nothing here changes text that is shown.
 */
import { LATEX_ACCENTS } from "./latex-symbols.ts";

/** Key under which two titles are the same: letters and digits only, compatibility forms and case folded. */
export function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Letters without the marks above and below them: `é` is `e`. Case stays. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The parts between marks, without the blanks around them; none is empty. Linear, where a pattern with `\\s*` is not. */
export function splitAt(text: string, mark: RegExp): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The text without any of these characters at its end. Linear, where `[…]+$` is not. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What stands behind the last blank. */
export function lastWord(text: string): string {
  let from = text.length;
  while (from > 0 && !/\s/.test(text.charAt(from - 1))) from--;
  return text.slice(from);
}

/** The distinct lower-case words of a text. */
export function wordSet(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Source of a pattern for one accented letter in LaTeX: `\"o`, `\'{e}`, `{\~a}`, `\v{s}`. No groups. */
export const LATEX_ACCENT = String.raw`\{?\\(?:["'\x60^~=.]\s?\{?|[cuvHkr]\{)\\?\p{L}\}{0,2}`;
const ACCENTED = new RegExp(LATEX_ACCENT, "gu");

/** LaTeX's accented letters as letters: `Schr\"{o}dinger` → `Schrödinger`. All else stays as it is. */
export function decodeAccents(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ACCENTED, (found) => {
    const command = found.charAt(found.indexOf("\\") + 1);
    const letter = /\p{L}(?=\}*$)/u.exec(found)?.[0] ?? "";
    // LaTeX writes the accented i and j without their dots: `\'\i`.
    return (letter + (LATEX_ACCENTS[command] ?? "")).normalize("NFC");
  });
}
