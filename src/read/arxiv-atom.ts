/**
 * Answers of arXiv's interface (Atom feeds).
 */
import { elementsAt, textAt, textsAt, xmlReader } from "./xml-reader.ts";

export const arxivAtom = xmlReader({
  id: "arxiv-atom",
  title: "arXiv Atom feeds",
  endings: ["xml", "atom"],
  from: "export.arxiv.org/api/query",
  recognizes: (head) => (/<feed\b/.test(head) && /arxiv/i.test(head) ? 0.95 : /<feed\b[^>]*Atom/.test(head) ? 0.7 : 0),
  records: new Set(["entry"]),
  draft(entry) {
    const id = textAt(entry, "id") ?? "";
    // A refused request is answered with a feed whose one entry tells the error.
    if (id.includes("/api/errors")) return undefined;
    return {
      key: id,
      title: textAt(entry, "title"),
      abstract: textAt(entry, "summary") ?? textAt(entry, "content"),
      authors: textsAt(entry, "author", "name"),
      date: textAt(entry, "published") ?? textAt(entry, "updated"),
      doi: textAt(entry, "doi"),
      arxiv_id: id,
      url: id,
      venue: textAt(entry, "journal_ref"),
      keywords: elementsAt(entry, "category").map(({ attributes }) => attributes["term"]),
    };
  },
});
