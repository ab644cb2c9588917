/**
 * Ovid's citations (MEDLINE, Embase, PsycINFO …): `<1. >` and tags, or the names of the fields on lines of their own.
 */
import { splitKeywords, taggedReader } from "./tagged-lines.ts";

/** `<1. >`, `TI  - `, or `Title` alone on its line; what is indented goes on with the field before. */
const TAG =
  /^(?:\s{0,2}(?=<\d|[A-Z][A-Z0-9]{1,4} {1,2}-))?(<(?=\d+ ?\.? ?>)|[A-Z][A-Z0-9]{1,4}(?= {1,2}-)|[A-Z][A-Za-z /-]{2,30}(?=\s*$))(?:\d+ ?\.? ?>| {1,2}-|)\s?(.*)$/s;

export const ovid = taggedReader({
  id: "ovid",
  title: "Ovid citations",
  endings: ["txt"],
  from: "Ovid (MEDLINE, Embase, PsycINFO): Export, .txt, Citation with labels",
  recognizes: (head) =>
    /^\s{0,2}<\d+ ?\.? ?>\s*\n(?:\s{0,2}[A-Z][A-Z0-9]{1,4} {1,2}- |[A-Z][A-Za-z ]{2,30}\s*\n)/m.test(head) ? 0.93 : 0,
  tag: TAG,
  begins: new Set(["<"]),
  beside: new Set([
    "AD",
    "IN",
    "CP",
    "CR",
    "RF",
    "SO",
    "PB",
    "BT",
    "SY",
    "Institution",
    "References",
    "Source",
    "Publisher",
  ]),
  draft: (fields) => ({
    key: fields.first("UI", "AN", "Unique Identifier", "Accession Number"),
    title: titleOf(fields.first("Chapter Title") ?? fields.first("TI", "Title", "TT")),
    abstract: fields.together("AB", "Abstract"),
    authors: fields
      .allOfFirst("AU", "FA", "Author", "Authors", "ED")
      .flatMap((names) => names.split(/;\s+/))
      .map((name) => name.replace(/\s*\[[^\]]*\]|[*+.\s\d]+$/g, "")),
    date: fields.first("DP", "EP", "YR", "Publication Year", "DG") ?? yearIn(fields.first("SO", "Source", "Status")),
    doi: fields.all("DO", "DI", "DOI", "Digital Object Identifier").find((text) => text.includes("10.")),
    venue:
      fields.first("JN", "JA", "Journal Name") ?? /^[^.]{3,120}(?=\.|$)/.exec(fields.first("SO", "Source") ?? "")?.[0],
    keywords: splitKeywords(
      fields.all("KW", "DE", "MH", "SH", "Author Keywords", "Keyword Heading", "Subject Headings"),
    ),
  }),
});

/** A kind of text in brackets. Dots between two of them belong to one, or the ways to divide them would double with each. */
const KIND = String.raw`\[(?:Article|Miscellaneous|References|Review|Report|Letter|Editorial|Abstract|Book Review|Erratum|News)\]`;
const KINDS = new RegExp(String.raw`(?:\.|(?<!\s))\s*${KIND}(?:\.{0,2}\s*${KIND}){0,9}\.?$`, "i");

/** Without the kinds of text in brackets behind it, and the quotation marks round it: `"On Bread". [Article]`. */
function titleOf(text: string | undefined): string | undefined {
  const bare = text?.replace(KINDS, "");
  return bare?.replace(/^"([^"]*)"\.?$/, "$1");
}

function yearIn(text: string | undefined): string | undefined {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text ?? "")?.[0];
}
