/**
 * Whether two records that share a name (an identifier, a title) speak of one paper.
 */
import type { RawRecord } from "../domain/record.ts";
import { remember } from "../lib/remember.ts";
import { titleKey, withoutAccents, wordSet } from "../lib/text.ts";
import { hasAbstract, overlapOf, traitsOf, wordHashes } from "./traits.ts";

/** Abstracts of one paper share at least this part of the shorter one's words. */
const SAME_ABSTRACT = 0.6;
/** Below that they speak of different things, whatever the titles say. */
const OTHER_ABSTRACT = 0.4;
/** Titles of one paper share at least this part of the shorter one's words. */
const LIKE_TITLE = 0.6;
/** Titles of so few words name a kind of text rather than a paper. */
const GENERIC_WORDS = 2;
/** Titles that many texts have, whatever their length, as `foldedTitle` gives them. */
const GENERIC_TITLES = [
  "editorials?|leading article|leader|(editor|publisher|chair|president|author|director|dean)( ?s)?( in chief)?( s)? (notes?|page|choice|comments?|corner|column|message|introduction|letter|reply|response|address|foreword|preface|perspective)",
  "(a )?(message|letter|note|word|foreword) from the (editors?|president|chair|publisher|director)( in chief)?|from the editors?( in chief| s desk)?",
  "prefaces?|forewords?|introductions?|(general )?conclusions?|overview|summary|highlights|commentar(y|ies)|comments?|discussions?|notes?|perspectives?|opinions?|viewpoints?|interviews?",
  "err?atum|errata|corrigend(um|a)|corrections?|addend(um|a)|retractions?( note)?|retracted article|expression of concern|author correction|publisher correction",
  "letters?( to the editors?)?|correspondence|(authors? )?(repl(y|ies)|responses?)( to the editors?)?|in reply|reply to comments?",
  "book reviews?|reviews?( of books)?|books? (received|notes?|notices?)|new books|media reviews?",
  "news( and views| and notes| in brief)?|in brief|announcements?|calendar( of events)?|events|conference reports?|meeting reports?|meetings|call for papers|people|awards",
  "obituar(y|ies)|in memoriam|in memory of|contributors|notes on contributors|about the authors?|list of (reviewers|contributors|authors|participants)|reviewers|(acknowledge?ments?|thanks)( to| of)?( our)?( reviewers| referees)?",
  "(table of )?contents|in this issue|this issue|(author |subject |keyword )?index|index to volume|issue information|front matter|back matter|(front |back )?cover|masthead|editorial board|instructions (for|to) authors|guidelines for authors|abbreviations|abstracts?|poster( session| abstracts)?|oral presentations|appendix|supplementary material|untitled|title( page)?|no title",
  "background|methods?|methodology|materials and methods|results|theory|literature review|case stud(y|ies)|epilogue|prologue|afterword|exercises|problems|references|bibliography|glossary|further reading",
  "introduction to (the|this) special (issue|section|topic)|special (issue|section)( introduction)?|guest editors? introduction|chapter",
  "vorwort|geleitwort|einleitung|einfuhrung|leserbriefe?|buchbesprechung(en)?|nachruf|inhalt|mitteilungen|avant propos|preambule|sommaire|compte[s]? rendus?|prefacio|presentacion|introduccion|resenas?|cartas? al editor|apresentacao|introducao|prefazione|introduzione|recensioni",
];
const GENERIC_TITLE = new RegExp(`^(?:(?:guest |invited )?(?:${GENERIC_TITLES.join("|")}))( \\d+)?$`);
/** Titles of so few words need more than themselves: a year, an author, an abstract. */
const FEW_WORDS = 4;
/** Numbers and numerals that tell the parts of a work apart. */
const PART = /^(\d+|[ivx]{1,5})$/;

/** Letters that Unicode does not take apart, as they are written without their marks. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** A title's letters and digits without case and accents. */
export function foldedTitle({ title }: Pick<RawRecord, "title">): string {
  const folded = withoutAccents(titleKey(title));
  return folded.replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * For records that share a DOI: like titles, or like abstracts, and nothing that speaks against it. Chapters are given
 * their book's: "Introduction" and "Introduction" over different abstracts are two.
 */
export function haveLikeTexts(a: RawRecord, b: RawRecord): boolean {
  const [foldedA, foldedB] = [foldedTitle(a), foldedTitle(b)];
  const abstracts = abstractOverlap(a, b);
  if (abstracts !== undefined && abstracts >= SAME_ABSTRACT) return true;
  if (abstracts !== undefined && abstracts < OTHER_ABSTRACT && GENERIC_TITLE.test(foldedA)) return false;
  if (foldedA === "" || foldedB === "") return abstracts === undefined;
  if (foldedA !== foldedB && (!haveLikeWords(foldedA, foldedB) || areParts(foldedA, foldedB))) return false;
  return abstracts === undefined || foldedA === foldedB || abstracts >= OTHER_ABSTRACT;
}

/** For records that share nothing but a bare id: many files number their rows, so their texts alone decide. */
export function haveSameTexts(a: RawRecord, b: RawRecord): boolean {
  const abstracts = abstractOverlap(a, b);
  if (abstracts !== undefined) return abstracts >= SAME_ABSTRACT;
  const [foldedA, foldedB] = [foldedTitle(a), foldedTitle(b)];
  if (foldedA === "" || foldedB === "" || GENERIC_TITLE.test(foldedA) || GENERIC_TITLE.test(foldedB)) return false;
  return haveLikeWords(foldedA, foldedB) && !areParts(foldedA, foldedB);
}

/** The title, where records with the same one may be one paper; else empty: one that many texts have tells nothing by itself. */
export function comparableTitle(record: RawRecord): string {
  const folded = foldedTitle(record);
  return GENERIC_TITLE.test(folded) && !hasAbstract(record) ? "" : folded;
}

/** For records whose titles are equal. */
export function isSameByTitle(a: RawRecord, b: RawRecord): boolean {
  const [traitsA, traitsB] = [traitsOf(a), traitsOf(b)];
  if (differ(traitsA.doi, traitsB.doi) || differ(traitsA.arxiv, traitsB.arxiv)) return false;
  const abstracts = abstractOverlap(a, b);
  if (abstracts !== undefined) return abstracts >= SAME_ABSTRACT;
  const [yearA, yearB] = [Number(a.date?.slice(0, 4)), Number(b.date?.slice(0, 4))];
  if (Math.abs(yearA - yearB) > 1) return false;
  const authors = shareFirstAuthor(a, b);
  if (authors === false) return false;
  const { isGeneric, words } = titleTraits(a);
  if (isGeneric) return false;
  if (hasAbstract(a) || hasAbstract(b)) return true;
  if (words <= GENERIC_WORDS) return authors === true && yearA === yearB;
  return words > FEW_WORDS || authors === true || Math.abs(yearA - yearB) <= 1;
}

const titleTraits = remember((record: RawRecord) => {
  const folded = foldedTitle(record);
  return { isGeneric: GENERIC_TITLE.test(folded), words: wordSet(folded).size };
});

function haveLikeWords(foldedA: string, foldedB: string): boolean {
  return overlapOf(wordHashes(foldedA), wordHashes(foldedB)) >= LIKE_TITLE;
}

/** "Part 1" and "Part 2": each has a number that the other lacks. */
function areParts(foldedA: string, foldedB: string): boolean {
  const numbers = (folded: string): string[] => folded.split(" ").filter((word) => PART.test(word));
  const [a, b] = [numbers(foldedA), numbers(foldedB)];
  return a.some((number) => !b.includes(number)) && b.some((number) => !a.includes(number));
}

/** Shared words, 0…1; undefined where one has no abstract. */
function abstractOverlap(a: RawRecord, b: RawRecord): number | undefined {
  const [wordsA, wordsB] = [traitsOf(a).words, traitsOf(b).words];
  return wordsA && wordsB && overlapOf(wordsA, wordsB);
}

function differ(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

/** Undefined where one names no author. Names are written in many orders: one shared word of the first is enough. */
function shareFirstAuthor(a: RawRecord, b: RawRecord): boolean | undefined {
  const [wordsA, wordsB] = [firstAuthor(a), firstAuthor(b)];
  if (wordsA.size === 0 || wordsB.size === 0) return undefined;
  return [...wordsA].some((word) => wordsB.has(word));
}

/** The family name where a comma tells it, all words but initials where none does; folded. */
export const firstAuthor = remember(({ authors }: RawRecord): ReadonlySet<string> => {
  const [family = "", given] = (authors?.[0] ?? "").split(",");
  const words = [...wordSet(foldedTitle({ title: family }))];
  const names = words.filter((word) => word.length > 1);
  return new Set(given === undefined && names.length > 0 ? names : words);
});
