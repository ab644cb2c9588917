/**
 * What a paper's own web page says of it for search engines: Highwire Press tags (`citation_title` …), as arXiv and most
 * publishers write them, with Dublin Core where those are missing.
 */
import { splitAt } from "../lib/text.ts";
import { plainText } from "./fields/markup.ts";
import type { Draft } from "./fields/record.ts";
import type { HtmlPage } from "./html-blocks.ts";

/** Undefined where the page names no paper. */
export function citationOf({ meta }: HtmlPage): { readonly draft: Draft; readonly line: number } | undefined {
  const title = meta.find(({ name }) => name === "citation_title");
  if (!title) return undefined;
  const all = (...names: readonly string[]): string[] =>
    meta.filter(({ name }) => names.includes(name)).map(({ content }) => content.trim());
  const first = (...names: readonly string[]): string | undefined => names.flatMap((name) => all(name))[0];
  return {
    line: title.line,
    draft: {
      title: plainText(title.content),
      abstract: plainText(first("citation_abstract", "dc.description", "dcterms.abstract")),
      authors: all("citation_author"),
      date: first("citation_publication_date", "citation_date", "citation_online_date", "citation_year"),
      doi: first("citation_doi", "dc.identifier"),
      arxiv_id: first("citation_arxiv_id"),
      url: first("citation_abstract_html_url", "citation_public_url", "og:url"),
      venue: first("citation_journal_title", "citation_conference_title"),
      keywords: all("citation_keywords").flatMap((words) => splitAt(words, /[;,]/)),
    },
  };
}
