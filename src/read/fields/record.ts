/**
 * What a reader found of a paper, in any state → a record with clean fields, or the reason why there is none.
 */
import type { RawRecord } from "../../domain/record.ts";
import type { SourceSpan } from "../../domain/paper.ts";
import type { Problem } from "../../domain/staged.ts";
import { arxivIdOfId, findArxivId, findDoi, isPlaceholder } from "../../lib/identifiers.ts";
import type { Reading } from "../reader.ts";
import { isTimeStamp, parseDate } from "./dates.ts";
import { isMissingText } from "./placeholders.ts";

type Maybe = string | undefined;

/** Fields as found: any may be blank, a placeholder or badly formed. Texts are kept exactly, so clean them before. */
export interface Draft {
  /** The format's own key: used when the paper has neither arXiv id nor DOI. */
  readonly key?: Maybe;
  /** An id that the file gives as the paper's id: used whatever else it has. */
  readonly id?: Maybe;
  readonly title?: Maybe;
  readonly abstract?: Maybe;
  readonly authors?: readonly Maybe[];
  readonly author_count?: number | undefined;
  readonly organization?: Maybe;
  readonly date?: Maybe;
  /** DOI, or a text that holds one. */
  readonly doi?: Maybe;
  /** arXiv id, or a text that holds one. */
  readonly arxiv_id?: Maybe;
  readonly url?: Maybe;
  readonly venue?: Maybe;
  readonly keywords?: readonly Maybe[];
}

/** @param format the reader's id, for the problems' codes: `ris/no-text`. */
export function* finishRecord(
  draft: Draft,
  where: SourceSpan,
  format: string,
  what = "this record",
): Generator<Reading> {
  const title = present(draft.title);
  const abstract = present(draft.abstract);
  if (told(title) === undefined && told(abstract) === undefined) {
    yield {
      skips: true,
      problem: {
        code: `${format}/no-text`,
        severity: "error",
        message: `${what} has neither title nor abstract`,
        hint: "a paper needs a title or an abstract",
        where,
      },
    };
    return;
  }
  if (title !== undefined && abstract !== undefined && areSwapped(title, abstract))
    yield { problem: swapped(where, format) };
  // A placeholder of digits ("0") is a date that cannot be, not the lack of one.
  const given = /\d/.test(draft.date ?? "") ? draft.date : told(draft.date);
  const date = given === undefined ? undefined : parseDate(given);
  if (given !== undefined && (date === undefined || isTimeStamp(given)))
    yield { problem: strangeDate(given, date, where, format) };
  if (abstract === undefined || isMissingText(abstract)) yield { problem: noAbstract(where, format, abstract) };
  const doi = draft.doi === undefined ? undefined : findDoi(draft.doi);
  const arxiv_id = findArxivId(draft.arxiv_id ?? "") ?? arxivIdOfId(draft.id ?? "");
  const id = identifier(draft.id) ?? (doi === undefined && arxiv_id === undefined ? identifier(draft.key) : undefined);
  const authors = list(draft.authors);
  const keywords = list(draft.keywords);
  const { author_count } = draft;
  const record: RawRecord = {
    ...(id !== undefined && { id }),
    title: title ?? "",
    ...(abstract !== undefined && { abstract }),
    ...(authors && { authors }),
    ...(author_count !== undefined && Number.isSafeInteger(author_count) && author_count >= 0 && { author_count }),
    ...(date !== undefined && { date }),
    ...(keywords && { keywords }),
    ...optional("organization", draft.organization),
    ...(doi !== undefined && { doi }),
    ...(arxiv_id !== undefined && { arxiv_id }),
    ...optional("url", draft.url),
    ...optional("venue", draft.venue),
    source: where,
  };
  yield { record };
}

function strangeDate(given: string, date: Maybe, where: SourceSpan, format: string): Problem {
  const shown = JSON.stringify(given.length > 40 ? `${given.slice(0, 40)}…` : given);
  return {
    code: `${format}/date`,
    severity: "warning",
    message:
      date === undefined
        ? `date ${shown} is not YYYY[-MM[-DD]] or another date that exists; left out`
        : `date ${shown} is a time stamp; read as ${date}`,
    where,
  };
}

const [LONG_TITLE, TIMES_LONGER] = [120, 2];

/** A title of several sentences over an abstract that is much shorter and has none. */
function areSwapped(title: string, abstract: string): boolean {
  if (title.length < LONG_TITLE || title.length < TIMES_LONGER * abstract.length || isMissingText(abstract))
    return false;
  return /\p{Ll}{2}[.!?]\s+\p{Lu}/u.test(title) && !/[.!?]\s*$/.test(abstract);
}

function swapped(where: SourceSpan, format: string): Problem {
  const message =
    "the title has several sentences, the abstract is short and has none: does each stand under the other's name?";
  return { code: `${format}/swapped`, severity: "warning", message, where };
}

function noAbstract(where: SourceSpan, format: string, given: Maybe): Problem {
  const what = given === undefined ? "has no abstract" : `has no abstract but ${JSON.stringify(given)}`;
  return {
    code: `${format}/no-abstract`,
    severity: "warning",
    message: `this record ${what}; its title alone is used`,
    where,
  };
}

/** A text as given; blank ones count as absent. */
function present(text: Maybe): Maybe {
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** A text that says something. */
function told(text: Maybe): Maybe {
  return text === undefined || isMissingText(text) ? undefined : text;
}

function identifier(text: Maybe): Maybe {
  return text === undefined || isPlaceholder(text) ? undefined : text;
}

function list(items: readonly Maybe[] | undefined): readonly string[] | undefined {
  const kept = items?.flatMap((item) => told(item) ?? []);
  return kept && kept.length > 0 ? kept : undefined;
}

function optional<K extends string>(name: K, text: Maybe): Partial<Record<K, string>> {
  const value = told(text);
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<K, string>>);
}
