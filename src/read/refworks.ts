/**
 * RefWorks' tagged text: `RT` begins a record, one blank stands between tag and text.
 */
import { taggedReader } from "./tagged-lines.ts";

export const refworks = taggedReader({
  id: "refworks",
  title: "RefWorks tagged text",
  endings: ["txt"],
  from: "RefWorks, ProQuest and EBSCO: export as RefWorks Tagged Format",
  recognizes: (head) => (/^RT [A-Z]/m.test(head) && /^(?:SR|ID|A1|T1|YR|JF) \S/m.test(head) ? 0.93 : 0),
  tag: /^([A-Z][A-Z0-9])(?: (.*))?$/s,
  begins: new Set(["RT"]),
  ends: new Set(["ER"]),
  beside: new Set(["AD", "CR", "PB", "PP"]),
  draft: (fields) => ({
    title: fields.first("T1", "T2"),
    abstract: fields.together("AB"),
    authors: fields.allOfFirst("A1", "A2"),
    date: dateOf(fields.first("FD"), fields.first("YR")),
    doi: fields.all("DO", "LK", "UL").find((text) => text.includes("10.")),
    url: fields.first("UL", "LK"),
    venue: fields.first("JF", "JO", "T2", "PB"),
    keywords: fields.all("K1"),
  }),
});

/** `Feb` or `Feb 3` of a year; `2002 Feb` as it is. */
function dateOf(day: string | undefined, year: string | undefined): string | undefined {
  return day === undefined || year === undefined || /\d{4}/.test(day) ? (day ?? year) : `${day} ${year}`;
}
