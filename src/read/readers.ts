/**
 * Every format that is read, in the order of README's table, and what is said about them all.
 */
import { compareCodePoints } from "../lib/order.ts";
import { arxivAtom } from "./arxiv-atom.ts";
import { arxivJson } from "./arxiv-json.ts";
import { bibtex } from "./bibtex.ts";
import { crossref } from "./crossref.ts";
import { crossrefXml } from "./crossref-xml.ts";
import { cslJson } from "./csl-json.ts";
import { csv } from "./csv.ts";
import { dailyJson } from "./daily-papers/daily-json.ts";
import { htmlPage } from "./daily-papers/html-page.ts";
import { listing } from "./daily-papers/reader.ts";
import { weeklyDump } from "./daily-papers/weekly-dump.ts";
import { datacite } from "./datacite.ts";
import { endnote } from "./endnote.ts";
import { endnoteXml } from "./endnote-xml.ts";
import { europePmc } from "./europe-pmc.ts";
import { jats } from "./jats.ts";
import { leadingNotes } from "./json-notes.ts";
import { jsonl } from "./jsonl.ts";
import { medline } from "./medline.ts";
import { openalex } from "./openalex.ts";
import { ovid } from "./ovid.ts";
import { pubmedXml } from "./pubmed-xml.ts";
import type { Reader, Refused } from "./reader.ts";
import { refworks } from "./refworks.ts";
import { REFUSED } from "./refused.ts";
import { ris } from "./ris.ts";
import { semanticScholar } from "./semantic-scholar.ts";
import { webOfScience } from "./web-of-science.ts";

export const READERS: readonly Reader[] = [
  listing,
  htmlPage,
  weeklyDump,
  dailyJson,
  bibtex,
  ris,
  csv,
  medline,
  pubmedXml,
  webOfScience,
  ovid,
  refworks,
  endnote,
  endnoteXml,
  arxivAtom,
  arxivJson,
  openalex,
  semanticScholar,
  crossref,
  crossrefXml,
  europePmc,
  jats,
  datacite,
  cslJson,
  jsonl,
];

/** The reader or refusal that is surest of a text; the earlier one of equals; undefined when none knows it. */
export function recognize(head: string): Reader | Refused | undefined {
  let best: Reader | Refused | undefined;
  let most = 0;
  const bare = head.slice(leadingNotes(head).length);
  // Comments above JSON hide what JSON it is.
  const text = /^\s*[{[]/.test(bare) ? bare : head;
  for (const candidate of [...READERS, ...REFUSED]) {
    const confidence = candidate.recognizes(text);
    if (confidence > most) [best, most] = [candidate, confidence];
  }
  return best;
}

export function isReader(format: Reader | Refused): format is Reader {
  return "read" in format;
}

/** Endings of files that a folder is searched for, without the dot, in code-point order. */
export const ENDINGS: readonly string[] = [...new Set(READERS.flatMap(({ endings }) => endings))].sort(
  compareCodePoints,
);

/** Whether a folder's file is read by its name. */
export function hasReadableEnding(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && ENDINGS.includes(ending);
}

/** What can be read, as advice: `give Daily Papers pages saved as text, … or JSON Lines`. */
export function readableHint(): string {
  const titles = READERS.map(({ title }) => title);
  return `give ${titles.slice(0, -1).join(", ")} or ${titles.at(-1) ?? ""}`;
}

/** Which endings are read from a folder, as advice. */
export function endingsHint(): string {
  const dotted = ENDINGS.map((ending) => `.${ending}`);
  return `files ending in ${dotted.slice(0, -1).join(", ")} or ${dotted.at(-1) ?? ""} are read from a folder`;
}

/** README's table of input formats, as Markdown; a test compares the two. */
export function formatTable(): string {
  const rows = READERS.map(
    ({ title, endings, from }) => `| ${title} | ${endings.map((ending) => `\`.${ending}\``).join(" ")} | ${from} |`,
  );
  return ["| format | files | where it comes from |", "|---|---|---|", ...rows].join("\n");
}

/** The list for `--help`: one format a line. */
export function formatsHelp(): string {
  const width = Math.max(...READERS.map(({ title }) => title.length));
  const rows = READERS.map(({ title, endings }) => `  ${title.padEnd(width)}  .${endings.join(" .")}`);
  return ["Formats, told by their content:", ...rows].join("\n");
}
