/**
 * EndNote's XML, whose texts stand in `style` elements.
 */
import { textAt, textsAt, xmlReader } from "./xml-reader.ts";

export const endnoteXml = xmlReader({
  id: "endnote-xml",
  title: "EndNote XML",
  from: "EndNote, Zotero and Covidence: export as EndNote XML",
  recognizes: (head) =>
    /<records\b/.test(head) && /<(record|ref-type|contributors|titles|source-app)\b/.test(head)
      ? 0.95
      : /<xml>\s*<records/i.test(head)
        ? 0.9
        : 0,
  records: new Set(["record"]),
  *notes(record) {
    for (const name of ["notes", "research-notes", "custom1", "custom2"]) {
      const text = textAt(record, name);
      if (text !== undefined) yield [name, text];
    }
  },
  draft(record) {
    const urls = textsAt(record, "urls", "related-urls", "url");
    const doi = textAt(record, "electronic-resource-num");
    return {
      key: textAt(record, "accession-num"),
      title: textsAt(record, "titles", "title").join(" ") || textAt(record, "titles", "short-title"),
      abstract: textAt(record, "abstract"),
      authors: textsAt(record, "contributors", "authors", "author"),
      date: textAt(record, "dates", "year") ?? textAt(record, "dates", "pub-dates", "date"),
      doi: doi ?? urls.find((url) => url.includes("doi.org/")),
      arxiv_id: [doi, ...urls].find((text) => /arxiv/i.test(text ?? "")),
      url: urls[0],
      venue: textAt(record, "titles", "secondary-title") ?? textAt(record, "periodical", "full-title"),
      keywords: textsAt(record, "keywords", "keyword"),
    };
  },
});
