/**
 * Daily Papers as JSON: answers of huggingface.co/api/daily_papers, and what scrapers of the site make of it.
 */
import { findArxivId } from "../../lib/identifiers.ts";
import { unwrapped } from "../fields/markup.ts";
import type { Draft } from "../fields/record.ts";
import { jsonReader } from "../json-reader.ts";
import { at, isObject, type JsonObject, objectsOf, personName, textOf, textsOf } from "../json-values.ts";

/** Of a listing, of what scrapers make of it, of one paper's answer. */
const SIGNS = [
  /"paper"\s*:\s*\{/,
  /"paper_url"\s*:\s*"https:\/\/huggingface\.co\/papers/,
  /"summary"\s*:[^]*"(?:upvotes|submittedOnDailyBy|submittedOnDailyAt|ai_keywords)"\s*:/,
];

export const dailyJson = jsonReader({
  id: "daily-json",
  title: "Daily Papers (JSON)",
  from: "huggingface.co/api/daily_papers",
  recognizes: (head) => (/^\s*[[{]/.test(head) && SIGNS.some((sign) => sign.test(head)) ? 0.9 : 0),
  draft: dailyDraft,
});

/** The fields of one entry of a listing: the paper itself, or an object around it. */
export function dailyDraft(entry: JsonObject): Draft {
  const paper = isObject(entry["paper"]) ? entry["paper"] : entry;
  const id = textOf(paper["id"]) ?? textOf(entry["paper_url"]) ?? textOf(at(entry, "details", "arxiv_page_url"));
  const people = objectsOf(paper["authors"]).map(personName);
  return {
    title: unwrapped(textOf(paper["title"]) ?? textOf(at(entry, "details", "title"))),
    abstract: unwrapped(
      textOf(paper["summary"]) ?? textOf(paper["abstract"]) ?? textOf(at(entry, "details", "abstract")),
    ),
    authors: people.length > 0 ? people : textsOf(paper["authors"]),
    date: textOf(paper["publishedAt"]) ?? textOf(entry["publishedAt"]) ?? textOf(entry["scraped_date"]),
    organization: textOf(at(paper, "organization", "fullname")) ?? textOf(at(entry, "organization", "fullname")),
    key: id,
    arxiv_id: id,
    url:
      textOf(entry["paper_url"]) ??
      (id !== undefined && findArxivId(id) !== undefined ? `https://huggingface.co/papers/${id}` : undefined),
    keywords: textsOf(paper["ai_keywords"]),
  };
}
