/**
 * Fields by the names that tables and programs give them: which column of a table, or member of an object, is what.
 */
import { withoutAccents, splitAt } from "../../lib/text.ts";
import { isMissingText } from "./placeholders.ts";
import { splitNames } from "./names.ts";
import type { Draft } from "./record.ts";

/**
 * Names in small letters without accents and digits only; of several of one field the first with a value counts. Those that also hold
 * other things (`url` a DOI) stand last.
 */
const FIELD_NAMES = {
  title:
    "title articletitle documenttitle papertitle primarytitle originaltitle displayname itemtitle dctitle ti t1 " +
    "titel titre titulo titolo tytul 标题 题名 篇名 論文標題 タイトル",
  abstract:
    "abstract text abstractnote abstracttext abstracttxt paperabstract papersabstract originalabstract " +
    "dcdescriptionabstract dcdescription summary ab n2 zusammenfassung kurzfassung abstrakt resume resumen resumo " +
    "riassunto streszczenie 摘要 抄録",
  authors:
    "authorfullnames authors author authornames firstauthors authorsdisplay authorshipsauthordisplayname creators creator " +
    "dccreator dccontributorauthor af au autoren verfasser auteurs auteur autores autori autorzy 作者 著者",
  date:
    "publicationdate datepublished published publishedat pubdate coverdate date dcdateissued dcdate publicationyear pubyear " +
    "articleyear year py jahr erscheinungsjahr annee ano anno rok 年份 年",
  doi: "doi digitalobjectidentifier doilink di prismdoi dcidentifierdoi dcidentifier articleurl url link",
  arxiv_id: "arxivid arxiv url link externalurl sourceurls doi",
  url: "url link articleurl externalurl sourceurls openurllink dimensionsurl sourcelinkouturl",
  venue:
    "sourcetitle publicationtitle prismpublicationname journalbook journal secondarytitle publicationname venue primarylocationsourcedisplayname source so",
  keywords: "authorkeywords keywords manualtags indexkeywords meshterms de",
  organization: "organization organisation",
  id: "id",
  key: "eid lensid publicationid recordid key ut pmid accessionnumber",
} as const;

export type NamedField = keyof typeof FIELD_NAMES;

/** A name as `FIELD_NAMES` has it; the language in brackets that repositories put behind it is none of the name. */
export function foldFieldName(name: string): string {
  const bare = name.replace(/(?:\[[a-z_-]{0,8}\]|\((?:in )?(?:english|eng?)\))\s*$/i, "").toLowerCase();
  return withoutAccents(bare).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Folded names of a field, in the order they count. */
export const NAMES_OF = Object.fromEntries(
  Object.entries(FIELD_NAMES).map(([field, names]) => [field, names.split(" ")]),
) as unknown as Readonly<Record<NamedField, readonly string[]>>;

const KNOWN = new Set(Object.entries(NAMES_OF).flatMap(([field, names]) => (field === "abstract" ? [] : names)));

/** Texts that are long and no abstracts: where they are left out, nothing is lost. */
const BESIDE =
  /affil|addres|referenc|fund|instit|publisher|cite|citing|rights|licen|attach|file|bibtex|html|note[ds]?by|journal|series|venue|booktitle/;

/** @param texts every text under a field's names, in the order they count; none that only says "nothing". */
export function draftOfNamed(texts: (field: NamedField) => readonly string[]): Draft {
  const first = (field: NamedField): string | undefined => texts(field)[0];
  const dates = texts("date");
  return {
    id: first("id"),
    key: first("key"),
    title: first("title"),
    abstract: first("abstract"),
    authors: splitNames(first("authors") ?? ""),
    date: dates.find((text) => /\d{4}/.test(text)) ?? dates[0],
    doi: texts("doi").find((text) => /10\.\d+\//.test(text)),
    arxiv_id: texts("arxiv_id").find((text) => /arxiv|\d{4}\.\d{4,5}/i.test(text)),
    url: first("url"),
    venue: first("venue"),
    organization: first("organization"),
    keywords: splitAt(first("keywords") ?? "", /[;|]/),
  };
}

/**
 * Whether a text that is not read is worth a word: it is one of sentences, under a name that means nothing to us or
 * means an abstract.
 *
 * @param name folded.
 */
export function isLostText(name: string, text: string): boolean {
  if (KNOWN.has(name) || BESIDE.test(name) || isMissingText(text)) return false;
  return isOfSentences(text) || (OF_TEXTS.test(name) && isPhrase(text));
}

/** Names of fields that hold texts and nothing else, however short. */
const OF_TEXTS =
  /^(?:tldr|summar|abstr|overview|descri|synops|gist|notes?$|annot|remark|review|highlight|key(?:point|finding)|full?text|body|content)/;

const SHORTEST = 60;
/** Words of sentences that names, addresses, codes ("cs.IT") and lists of words lack. */
const SENTENCE_WORDS =
  /(?<![\w.-])(?:the|an?|is|are|was|were|be|we|this|that|which|it|its|to|has|have|can|not|by)(?![\w-]|\.\w)/gi;
/** Words that stand between others in names, too. */
const JOINING_WORDS = /\b(and|of|in|on|for|from|with|when|where|their|our|as|at|into|than)\b/gi;
/** Words in small letters of a phrase. */
const FEWEST_WORDS = 5;
const END_OF_SENTENCE = /\p{Ll}{3}[.!?](?:\s+\p{Lu}|\s*$)/u;

/** Words in small letters, some of which join others: more than a name, a number of pages, an address. */
function isPhrase(text: string): boolean {
  const words = text.slice(0, 2000).match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]*/gu) ?? [];
  return words.length >= FEWEST_WORDS && Math.max(text.search(SENTENCE_WORDS), text.search(JOINING_WORDS)) >= 0;
}

function isOfSentences(text: string): boolean {
  if (text.length < SHORTEST) return false;
  // Addresses hold words that are none of a sentence.
  const start = text.slice(0, 2000).replace(/\S*[/@]\S*/g, " ");
  const sure = start.match(SENTENCE_WORDS)?.length ?? 0;
  if (sure >= 3) return true;
  return sure > 0 && sure + (start.match(JOINING_WORDS)?.length ?? 0) >= 5 && END_OF_SENTENCE.test(start);
}
