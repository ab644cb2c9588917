/**
 * Lines of authors between title and abstract, as saved pages of papers have them: read by themselves they are a title of
 * their own, and the one before stands without an abstract.
 */
import { splitNames } from "../fields/names.ts";
import type { PageDetails } from "./page-details.ts";
import type { PageLine } from "./page-lines.ts";

export interface Entry {
  title: PageLine[];
  abstract: PageLine[];
  authors?: readonly string[];
  details?: PageDetails;
}

/** A first name or initial, and a last one, with what may stand between. */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|van|von|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ibn|ten|ter)){1,4}$/u;
/** "+12 authors", "et al.". */
const REST = /[,;]?\s*(?:et al\.?|\+\s?\d+(?: more)?(?: authors?)?|and \d+ (?:more|others)(?: authors?)?)$/u;
const MIN_NAMES = 2;
/** Two names could be a title ("Neural Networks, Deep Learning"): one entry in so many must have such a line. */
const MOST_ENTRIES_A_LINE = 4;

/** Names that are a title of their own give the next abstract to the title before; those that begin an abstract leave it. */
export function joinAuthorLines(entries: Entry[]): Entry[] {
  const asTitle = entries.map((entry, i) => {
    const before = entries[i - 1];
    const isBetween = before?.title.length === 1 && before.abstract.length === 0 && !before.details;
    return isBetween && entry.abstract.length > 0 && entry.title.length === 1 ? namesIn(entry.title[0]!.text) : [];
  });
  const inAbstract = entries.map(({ title, abstract }) =>
    title.length > 0 && abstract.length > 1 ? namesIn(abstract[0]!.text) : [],
  );
  const found = [...asTitle, ...inAbstract].filter(({ length }) => length > 0).length;
  if (found === 0 || found * MOST_ENTRIES_A_LINE < entries.length) return entries;
  return entries.flatMap((entry, i) => {
    const [title, abstract] = [asTitle[i]!, inAbstract[i]!];
    if ((asTitle[i + 1] ?? []).length > 0 && title.length === 0) return [];
    if (title.length > 0) return [{ ...entry, title: entries[i - 1]!.title, authors: title }];
    return abstract.length > 0 ? [{ ...entry, abstract: entry.abstract.slice(1), authors: abstract }] : [entry];
  });
}

/** Empty where the line is anything but names. */
function namesIn(line: string): readonly string[] {
  const text = line.trim().replace(REST, "");
  const found = splitNames(text.replaceAll("·", ",").replace(/,?\s(?:and|&)\s/gu, ", "));
  return found.length >= MIN_NAMES && found.every((name) => NAME.test(name)) ? found : [];
}
