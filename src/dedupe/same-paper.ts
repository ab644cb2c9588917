/**
 * Whether two records that share a name (an identifier, a title) speak of one paper.
 */
import type { RawRecord } from "../domain/record.ts";
import { titleKey, withoutAccents, wordOverlap, wordSet } from "../lib/text.ts";
import { arxivKey, doiKey } from "./identify.ts";

/** Abstracts of one paper share at least this part of the shorter one's words. */
const SAME_ABSTRACT = 0.6;
/** Titles of one paper share at least this part of the shorter one's words. */
const LIKE_TITLE = 0.6;
/** Titles of so few words name a kind of text ("Editorial") rather than a paper. */
const GENERIC_WORDS = 2;

/** A title's letters and digits without case and accents. */
export function foldedTitle({ title }: Pick<RawRecord, "title">): string {
  return withoutAccents(titleKey(title));
}

/** For records that share an identifier: titles share most words, or abstracts do, or one record lacks what can be compared. */
export function haveLikeTexts(a: RawRecord, b: RawRecord): boolean {
  const [titleA, titleB] = [wordSet(foldedTitle(a)), wordSet(foldedTitle(b))];
  if (titleA.size > 0 && titleB.size > 0 && wordOverlap(titleA, titleB) >= LIKE_TITLE) return true;
  const overlap = abstractOverlap(a, b);
  if (overlap !== undefined) return overlap >= SAME_ABSTRACT;
  return titleA.size === 0 || titleB.size === 0;
}

/** For records whose titles are equal. */
export function isSameByTitle(a: RawRecord, b: RawRecord): boolean {
  if (differ(doiKey(a.doi), doiKey(b.doi)) || differ(arxivKey(a), arxivKey(b))) return false;
  const overlap = abstractOverlap(a, b);
  if (overlap !== undefined) return overlap >= SAME_ABSTRACT;
  const [yearA, yearB] = [Number(a.date?.slice(0, 4)), Number(b.date?.slice(0, 4))];
  if (Math.abs(yearA - yearB) > 1) return false;
  const [authorA, authorB] = [firstAuthor(a), firstAuthor(b)];
  if (differ(authorA, authorB)) return false;
  const generic = wordSet(foldedTitle(a)).size <= GENERIC_WORDS && a.abstract === undefined && b.abstract === undefined;
  return !generic || (authorA !== "" && authorB !== "");
}

/** Shared words, 0…1; undefined where one has no abstract. */
function abstractOverlap(a: RawRecord, b: RawRecord): number | undefined {
  if (a.abstract === undefined || b.abstract === undefined) return undefined;
  return wordOverlap(wordSet(a.abstract), wordSet(b.abstract));
}

function differ(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

/** The first author's family name, folded: the last word, or what stands before the comma. Empty if unknown. */
function firstAuthor({ authors }: RawRecord): string {
  const [family = "", given] = (authors?.[0] ?? "").split(",");
  const folded = foldedTitle({ title: family });
  return given === undefined ? (folded.split(" ").at(-1) ?? "") : folded;
}
