/**
 * Names as words: whether two forms would repeat each other in one name, whether two names are the same.
 */
import type { Term } from "../../domain/term.ts";

/** Letters that tell a word from others of another stem. */
const STEM = 5;

/** What a name would repeat: the beginnings of a term's words, its short forms, and the initials it may be known by. */
export function nameStems({ term, aliases }: Pick<Term, "term" | "aliases">): ReadonlySet<string> {
  const words = wordsOf(term);
  const stems = new Set(words.map((word) => word.toLowerCase().slice(0, STEM)));
  if (words.length > 1) stems.add(words.map((word) => word[0]!.toLowerCase()).join(""));
  for (const { text } of aliases)
    if (/^[\p{Lu}\p{N}-]{2,}s?$/u.test(text)) stems.add(text.replace(/s$/, "").toLowerCase());
  return stems;
}

export function shareStem(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const stem of a) if (b.has(stem)) return true;
  return false;
}

/** Equal for names that differ in order or case only. */
export function sameName(label: string): string {
  return label
    .toLowerCase()
    .split(/ & |, /)
    .sort()
    .join(" & ");
}

function wordsOf(form: string): string[] {
  return form.split(/[\s-]+/).filter((word) => word !== "");
}
