/**
 * EndNote's and refer's tagged text (.enw): `%T` the title, `%X` the abstract.
 */
import { splitKeywords, taggedReader } from "./tagged-lines.ts";

export const endnote = taggedReader({
  id: "endnote",
  title: "EndNote tagged text (enw)",
  endings: ["enw", "ref"],
  from: "Google Scholar, publishers and EndNote: export as EndNote or Refer/BibIX",
  recognizes: (head) =>
    /^%0( |\r|\n|$)/m.test(head) ? 0.92 : /^%[AT] \S/m.test(head) && !/^[^\S\r\n]*@/m.test(head) ? 0.7 : 0,
  tag: /^%([0-9A-Z!@#$&*+?<>^~(),;:|[\]=])(?:\s(.*))?$/s,
  begins: new Set(["0"]),
  blankEnds: true,
  beside: new Set(["+", "C", "I"]),
  draft: (fields) => ({
    key: fields.first("M"),
    title: fields.first("T", "!", "Q"),
    abstract: fields.together("X"),
    authors: fields.allOfFirst("A", "E"),
    date: dateOf(fields.first("8"), fields.first("D")),
    doi: fields.all("R", "U").find((text) => text.includes("10.")),
    arxiv_id: fields.all("U", "R", "J").find((text) => /arxiv/i.test(text)),
    url: fields.first("U"),
    venue: fields.first("J", "B"),
    keywords: splitKeywords(fields.all("K")),
  }),
});

function dateOf(day: string | undefined, year: string | undefined): string | undefined {
  return day !== undefined && year !== undefined && day.includes(year) ? day : (year ?? day);
}
