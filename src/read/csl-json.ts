/**
 * CSL JSON, as Zotero, Mendeley and pandoc write it.
 */
import { splitAt } from "../lib/text.ts";
import { plainText } from "./fields/markup.ts";
import { splitKeywords } from "./tagged-lines.ts";
import { jsonReader } from "./json-reader.ts";
import { dateParts, firstText, objectsOf, personName, textOf } from "./json-values.ts";

export const cslJson = jsonReader({
  id: "csl-json",
  title: "CSL JSON",
  from: "Zotero (Export Library, CSL JSON), pandoc, doi.org",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) &&
    /"(issued|accessed)"\s*:\s*\{\s*"(date-parts|raw|literal)"|"type"\s*:\s*"(article-journal|paper-conference|chapter|thesis)"/.test(
      head,
    )
      ? 0.8
      : 0,
  draft: (item) => ({
    key: textOf(item["citation-key"]) ?? textOf(item["id"]),
    title: plainText(firstText(item["title"])),
    abstract: plainText(textOf(item["abstract"])),
    authors: objectsOf(item["author"]).map(personName),
    date: dateParts(item["issued"]),
    doi: textOf(item["DOI"]),
    arxiv_id: [item["URL"], item["number"], item["DOI"]].map(textOf).find((text) => /arxiv/i.test(text ?? "")),
    url: textOf(item["URL"]),
    venue: firstText(item["container-title"]),
    keywords: splitKeywords([textOf(item["keyword"]) ?? ""]).flatMap((words) => splitAt(words, /,/)),
  }),
});
