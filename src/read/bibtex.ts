/**
 * BibTeX and BibLaTeX.
 */
import { splitAt } from "../lib/text.ts";
import type { SourceSpan } from "../domain/paper.ts";
import type { Problem } from "../domain/staged.ts";
import { type BibtexEntry, bibtexEntries } from "./bibtex-entries.ts";
import { inheritFields } from "./bibtex-inheritance.ts";
import { LATEX_SYMBOLS } from "../lib/latex-symbols.ts";
import { decodeLatex } from "./fields/latex.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { UnreadTexts } from "./fields/unread-texts.ts";
import type { Reader } from "./reader.ts";

export const bibtex: Reader = {
  id: "bibtex",
  title: "BibTeX and BibLaTeX",
  endings: ["bib", "bibtex"],
  from: "Zotero, JabRef, Mendeley, Google Scholar, ACL Anthology, DBLP",
  recognizes: (head) => (/^[^\S\r\n]*@\s*[a-z][\w-]*\s*[{(]/im.test(head) && !/^\s*[[{<]/.test(head) ? 0.85 : 0),
  async *read(chunks, { file }) {
    const unread = new UnreadTexts("bibtex", "field");
    for await (const entry of inheritFields(bibtexEntries(chunks))) {
      const where = { file, line: entry.line };
      if (entry.fault !== undefined)
        yield {
          problem: {
            code: "bibtex/syntax",
            severity: "warning",
            message: `${entry.fault}${entry.key === "" ? "" : ` (entry ${entry.key})`}; what could be read was read`,
            hint: "check the entry's braces and commas",
            where,
          },
        };
      if (entry.type === "xdata") yield { problem: fieldsOnly(entry.key, where), skips: true };
      else {
        const draft = draftOf(entry);
        unread.look(othersOf(entry), draft, entry.line);
        yield* finishRecord(draft, where, "bibtex", `the entry ${entry.key}`);
      }
    }
    for (const problem of unread.problems(file)) yield { problem };
  },
};

function fieldsOnly(key: string, where: SourceSpan): Problem {
  const message = `the entry ${key} only holds fields that others take from it`;
  return { code: "bibtex/xdata", severity: "info", message, where };
}

/** Fields of texts that are read, and of those that are no abstracts: parts of titles, funders, addresses. */
const NO_NOTES = new Set(
  (
    "title abstract abstractnote author editor journal journaltitle booktitle keywords titleaddon subtitle maintitle " +
    "booktitleaddon booksubtitle mainsubtitle issuetitle eventtitle series fx author-email cited-references"
  ).split(" "),
);

/** Fields that no text is taken from. */
function* othersOf({ fields }: BibtexEntry): Generator<readonly [name: string, text: string]> {
  for (const field of fields) if (!NO_NOTES.has(field[0])) yield field;
}

function draftOf({ key, fields }: BibtexEntry): Draft {
  /** Values that are no text: addresses, identifiers. */
  const raw = (...names: readonly string[]): string | undefined =>
    names.map((name) => fields.get(name)?.replace(/[{}]/g, "").trim()).find(Boolean);
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => decodeLatex(fields.get(name) ?? "")).find((value) => value !== "");
  return {
    key,
    title: text("title"),
    abstract: text("abstract", "abstractnote"),
    authors: splitPeople(fields.get("author") ?? fields.get("editor") ?? ""),
    date: dateOf(raw("date"), raw("year"), raw("month"), raw("day")),
    doi: decodedName(raw("doi", "url")),
    arxiv_id: arxivOf(raw("eprint", "arxivid"), [
      raw("journal", "journaltitle"),
      raw("url"),
      raw("note"),
      raw("howpublished"),
      raw("volume"),
    ]),
    url: decodedName(raw("url")?.replace(/^\\url\s*/, "")),
    venue: text("journal", "journaltitle", "booktitle", "howpublished", "publisher"),
    keywords: splitWords(text("keywords", "keyword", "author_keywords") ?? ""),
  };
}

/** An address or identifier: only the signs that BibTeX cannot hold as they are stand for others. */
function decodedName(text: string | undefined): string | undefined {
  return text
    ?.replace(/\\([_%&#$])/g, "$1")
    .replace(
      /\\text(less|greater|asciitilde|underscore)\s*/g,
      (found, name: string) => LATEX_SYMBOLS.get(`text${name}`) ?? found,
    );
}

/** A comma inside a keyword has no blank behind it ("2,3-diphosphoglycerate"), unless no comma has. */
function splitWords(text: string): string[] {
  return splitAt(text, /[;,]\s/.test(text) ? /;|,(?=\s)/ : /[;,]/);
}

/** Names with `and` between them, at no depth of braces. */
function splitPeople(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: found, index } of text.matchAll(/[{}]|(?<!\s)\s+and\s+/gi)) {
    if (found === "{") depth++;
    else if (found === "}") depth--;
    else if (depth === 0) {
      names.push(text.slice(start, index));
      start = index + found.length;
    }
  }
  names.push(text.slice(start));
  return names.map(decodeLatex).filter((name) => name !== "" && name !== "others");
}

function dateOf(date?: string, year?: string, month?: string, day?: string): string | undefined {
  // Of a range the first day counts.
  if (date !== undefined) return date.split("/")[0];
  if (year === undefined || month === undefined || !/^\d{4}$/.test(year)) return /\d{4}/.exec(year ?? "")?.[0] ?? year;
  return /^\d{1,2}$/.test(month) ? [year, month, ...(day ? [day] : [])].join("-") : `${day ?? ""} ${month} ${year}`;
}

function arxivOf(eprint: string | undefined, others: readonly (string | undefined)[]): string | undefined {
  return eprint ?? others.find((text) => text !== undefined && /arxiv|^abs\//i.test(text));
}
