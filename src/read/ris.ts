/**
 * RIS (Research Information Systems), as Zotero, Mendeley, Scopus and most publishers export it.
 */
import { splitKeywords, taggedReader } from "./tagged-lines.ts";

export const ris = taggedReader({
  id: "ris",
  title: "RIS",
  endings: ["ris"],
  from: "Zotero, Mendeley, Scopus, Embase and most publishers: export as RIS",
  recognizes: (head) =>
    /^\s{0,2}TY {1,2}-( |\r|\n|$)/m.test(head) ? 0.9 : /^[A-Z][A-Z0-9] {2}- \S/m.test(head) ? 0.5 : 0,
  tag: /^\s{0,2}([A-Z][A-Z0-9])(?: {2}-| -(?= |$)) ?(.*)$/s,
  begins: new Set(["TY"]),
  ends: new Set(["ER"]),
  beside: new Set(["AD", "CR", "CY", "FU", "FX", "NL", "PB", "PP"]),
  draft: (fields) => ({
    title: fields.first("TI", "T1", "CT", "BT", "ST", "TT"),
    abstract: fields.together("AB", "N2"),
    authors: fields.allOfFirst("AU", "A1", "A2"),
    date: fields.first("DA", "PY", "Y1") === undefined ? undefined : dateOf(fields.all("DA"), fields.all("PY", "Y1")),
    doi: fields.first("DO", "DI") ?? fields.all("M3", "UR", "L3", "N1").find((text) => /10\.\d{4,}\//.test(text)),
    arxiv_id: fields.all("UR", "DO", "JO", "J2", "T2", "AN", "M1").find((text) => /arxiv/i.test(text)),
    url: fields.first("UR", "L1", "L2"),
    venue: fields.first("T2", "JF", "JO", "JA", "BT"),
    keywords: splitKeywords(fields.all("KW")),
  }),
});

/** The full date where it holds the year of publication; else the year. */
function dateOf(full: readonly string[], years: readonly string[]): string | undefined {
  const year = years.find((text) => /\d{4}/.test(text));
  const date = full.find((text) => /\d{4}/.test(text) && (year === undefined || text.includes(year.slice(0, 4))));
  return date ?? year?.slice(0, 60).replace(/\/+[^/\d]*$/, "") ?? years[0] ?? full[0];
}
