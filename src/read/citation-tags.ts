/**
 * What a paper's own web page says of it for search engines: Highwire Press tags (`citation_title` …), as arXiv and most
 * publishers write them, with Dublin Core where those are missing.
 */
import { splitAt } from "../lib/text.ts";
import { plainText } from "./fields/markup.ts";
import type { Draft } from "./fields/record.ts";
import type { HtmlPage } from "./html-blocks.ts";

const ABSTRACT = ["citation_abstract", "dc.description", "dcterms.abstract", "dc.description.abstract"];

/** Undefined where the page names no paper. */
export function citationOf({ meta }: HtmlPage): { readonly draft: Draft; readonly line: number } | undefined {
  const all = (...names: readonly string[]): string[] =>
    meta.filter(({ name }) => names.includes(name)).map(({ content }) => content.trim());
  const first = (...names: readonly string[]): string | undefined => names.flatMap((name) => all(name))[0];
  const anyOf = (...names: readonly string[]): string[] =>
    names.map((name) => all(name)).find((texts) => texts.length > 0) ?? [];
  const title =
    meta.find(({ name }) => name === "citation_title") ??
    // Every page may have a title: one over a description, or of something with an identifier, is a paper's.
    (first(...ABSTRACT, "dc.identifier") === undefined
      ? undefined
      : meta.find(({ name }) => name === "dc.title" || name === "dcterms.title"));
  if (!title) return undefined;
  return {
    line: title.line,
    draft: {
      title: plainText(title.content),
      abstract: plainText(first(...ABSTRACT)),
      authors: anyOf("citation_author", "dc.creator", "dcterms.creator"),
      date: first(
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "citation_year",
        "dc.date",
        "dcterms.issued",
      ),
      doi: first("citation_doi", "dc.identifier"),
      arxiv_id: first("citation_arxiv_id"),
      url: first("citation_abstract_html_url", "citation_public_url", "og:url"),
      venue: first("citation_journal_title", "citation_conference_title"),
      keywords: all("citation_keywords").flatMap((words) => splitAt(words, /[;,]/)),
    },
  };
}
