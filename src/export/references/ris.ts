/**
 * RIS: the papers as records of tagged lines, for Zotero, EndNote, Mendeley and screening tools.
 */
import type { GraphDocument, PaperNode } from "../../contract/graph-document.ts";
import { paperUrl } from "../../contract/paper-url.ts";
import type { OutputFormat } from "../format.ts";
import { oneLine } from "./bibtex-text.ts";

function* writeRis({ papers }: GraphDocument): Generator<string> {
  for (const paper of papers) yield writeRecord(paper);
}

/** Lines end as the format wants it, with CR and LF. */
function writeRecord(paper: PaperNode): string {
  const { id, title, date, doi, arxiv_id: arxiv, venue, abstract, authors = [], keywords = [] } = paper;
  const [year, month = "", day = ""] = date?.split("-") ?? [];
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ["TY", venue === undefined ? "GEN" : "JOUR"],
    ["ID", id],
    ["TI", title],
    ...authors.map((name) => ["AU", name] as const),
    ["T2", venue],
    ["PY", year],
    ["DA", year && `${year}/${month}/${day}/`],
    ["DO", doi],
    ["AN", arxiv && `arXiv:${arxiv}`],
    ["UR", paperUrl(paper)],
    ...keywords.map((word) => ["KW", word] as const),
    ["AB", abstract],
  ];
  const written = lines.flatMap(([tag, value]) => {
    const text = value === undefined ? "" : oneLine(value);
    return text === "" ? [] : `${tag}  - ${text}\r\n`;
  });
  return `${written.join("")}ER  - \r\n\r\n`;
}

export const RIS_FORMAT: OutputFormat = {
  id: "ris",
  title: "RIS",
  purpose: "Zotero, EndNote, Mendeley, Rayyan, ASReview: the papers, or those that are chosen as for BibTeX",
  isBuilt: false,
  files: [{ name: "papers.ris", mediaType: "application/x-research-info-systems", write: writeRis }],
};
