/**
 * Daily Papers as JSON: answers of huggingface.co/api/daily_papers, and what scrapers of the site make of it.
 */
import { unwrapped } from "../fields/markup.ts";
import type { Draft } from "../fields/record.ts";
import { at, isObject, type JsonObject, jsonReader, objectsOf, personName, textOf, textsOf } from "../json-reader.ts";

export const dailyJson = jsonReader({
  id: "daily-json",
  title: "Daily Papers (JSON)",
  from: "huggingface.co/api/daily_papers",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"paper"\s*:\s*\{|"paper_url"\s*:\s*"https:\/\/huggingface\.co\/papers/.test(head)
      ? 0.9
      : 0,
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
    arxiv_id: id,
    url: id === undefined ? undefined : (textOf(entry["paper_url"]) ?? `https://huggingface.co/papers/${id}`),
    keywords: textsOf(paper["ai_keywords"]),
  };
}
