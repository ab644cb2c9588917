/**
 * Weekly dumps of Daily Papers: blocks of `Title:`, `PDF:` and `Summary:` with `---` between them.
 */
import { splitAt } from "../../lib/text.ts";
import { taggedReader } from "../tagged-lines.ts";

export const weeklyDump = taggedReader({
  id: "weekly-dump",
  title: "Title/PDF/Summary blocks",
  endings: ["txt", "text"],
  from: "weekly dumps of Daily Papers: `Title:`, `PDF:`, `Summary:`, `---`",
  recognizes: (head) => (/^\s*Title: /.test(head) && /^(Summary|Abstract|PDF|URL): /m.test(head) ? 0.9 : 0),
  tag: /^(Title|PDF|URL|Link|Authors?|Published|Date|Summary|Abstract|-{3,}(?=\s*$)):?(?: (.*))?\s*$/s,
  begins: new Set(["Title"]),
  ends: new Set(["---"]),
  draft: (fields) => ({
    title: fields.first("Title"),
    abstract: fields.together("Summary", "Abstract"),
    authors: fields.all("Authors", "Author").flatMap((names) => splitAt(names, /[;,]/)),
    date: fields.first("Published", "Date"),
    arxiv_id: fields.first("PDF", "URL", "Link"),
    // What stands on the lines below an address is none of it.
    url: /^\S+/.exec(fields.first("URL", "Link", "PDF") ?? "")?.[0],
  }),
});
