/**
 * Web of Science's tagged text (.ciw, .isi, "Plain text file"), Zoological Record and Inspec among it.
 */
import { splitKeywords, taggedReader } from "./tagged-lines.ts";

export const webOfScience = taggedReader({
  id: "wos",
  title: "Web of Science text",
  endings: ["ciw", "isi"],
  from: "Web of Science: Export, Plain text file, Full record",
  recognizes: (head) =>
    /^(FN |VR 1)/m.test(head) && /^PT( |$)/m.test(head) ? 0.95 : /^PT [JBSPCD]\s*$/m.test(head) ? 0.9 : 0,
  tag: /^([A-Z][A-Z0-9])(?: (.*))?$/s,
  begins: new Set(["PT"]),
  ends: new Set(["ER", "EF", "FN", "VR"]),
  beside: new Set(["C1", "C3", "CR", "EM", "FU", "FX", "OI", "PA", "RI", "RP", "SP", "HO", "CL"]),
  draft: (fields) => ({
    key: fields.first("UT", "AN"),
    title: fields.first("TI", "FT"),
    abstract: fields.together("AB"),
    authors: fields.lines("AF", "AU", "IN"),
    date: dateOf(fields.first("PD"), fields.first("PY")),
    doi: fields.first("DI", "D2"),
    arxiv_id: fields.first("AR"),
    venue: fields.first("SO", "JI", "J9"),
    keywords: splitKeywords(fields.all("DE", "ID")),
  }),
});

/** `FEB 15` is a day without its year, `APR-JUN` a quarter. */
function dateOf(day: string | undefined, year: string | undefined): string | undefined {
  if (day === undefined || year === undefined) return year ?? day;
  return /\d{4}/.test(day) ? day : `${day} ${year}`;
}
