/** Terms of one corpus that an expert would call one: by writing, or by an abbreviation that the corpus defines. */
import type { Extraction } from "../../domain/term.ts";
import { gatherSenses } from "../../extract/group/senses.ts";
import { shortKey } from "../../extract/group/short-keys.ts";
import { normalSpelling, plainForm, singular, variantKey } from "../../extract/text/variants.ts";
import type { TaggedPaper } from "../../extract/types.ts";

export interface Duplicate {
  readonly first: string;
  readonly second: string;
  /** What they have in common. */
  readonly why: string;
}

/** Case, number of every word, hyphen, blank, British spelling, Greek and mark-up folded away. */
function fold(text: string): string {
  return plainForm(text)
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/gu, "")
    .split(/[\s\-‐-―/_]+/u)
    .map((word) => singular(normalSpelling(word)))
    .join("")
    .replace(/(?<=.)net$/u, "network");
}

/** "CLIP" and "clips" are two words. */
const isCapitals = (text: string): boolean => /^\P{L}*\p{Lu}\P{L}*\p{Lu}/u.test(text) && !/\s/u.test(text);

export function writtenTwice({ terms }: Extraction): Duplicate[] {
  const byFold = new Map<string, string>();
  const found: Duplicate[] = [];
  for (const { term } of terms) {
    const key = (isCapitals(term) ? "^" : "") + fold(term);
    const first = byFold.get(key);
    if (first === undefined) byFold.set(key, term);
    else found.push({ first, second: term, why: "written alike" });
  }
  return found;
}

const definitionsOf = ({ abbreviations }: TaggedPaper) =>
  abbreviations.map(({ short, long }) => ({ short: short.text, long: long.text }));

/** A short form and its long form as two terms, where the corpus leaves one sense of the short form. */
export function abbreviatedTwice({ terms }: Extraction, tagged: readonly TaggedPaper[]): Duplicate[] {
  const forms = terms.map(({ term, aliases }) => [term, ...aliases.map(({ text }) => text)]);
  const withShort = new Map<string, Set<number>>();
  const withFold = new Map<string, Set<number>>();
  const note = (table: typeof withShort, key: string, t: number) =>
    table.set(key, (table.get(key) ?? new Set()).add(t));
  forms.forEach((list, t) =>
    list.forEach((form) => {
      note(withShort, shortKey(form), t);
      note(withFold, fold(form), t);
    }),
  );
  const order = Array.from(tagged, (_, i) => i);
  // What is in use by itself: "masked language model" beside "masked language modeling".
  const used = new Map<string, number>();
  for (const { term, papers, aliases } of terms)
    for (const [text, times] of [[term, papers] as const, ...aliases.map(({ text, count }) => [text, count] as const)])
      used.set(variantKey(text), (used.get(variantKey(text)) ?? 0) + times);
  const senses = gatherSenses(tagged.map(definitionsOf), order, variantKey, used);
  const found = new Map<string, Duplicate>();
  for (const { abbreviations } of tagged)
    for (const { short, long } of abbreviations) {
      if (senses.of(short.text).length !== 1) continue;
      for (const a of withShort.get(shortKey(short.text)) ?? [])
        for (const b of withFold.get(fold(long.text)) ?? []) {
          const [first, second] = [terms[Math.min(a, b)]!.term, terms[Math.max(a, b)]!.term];
          if (a !== b) found.set(`${first}\t${second}`, { first, second, why: `${short.text} = ${long.text}` });
        }
    }
  return [...found.values()];
}
