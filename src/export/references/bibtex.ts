/**
 * BibTeX: the papers as entries, for LaTeX, Zotero and JabRef.
 */
import type { GraphDocument, PaperNode } from "../../contract/graph-document.ts";
import { webUrl } from "../../contract/paper-url.ts";
import type { OutputFormat } from "../format.ts";
import { bibtexAddress, bibtexText } from "./bibtex-text.ts";
import { citationKeys } from "./citation-keys.ts";

function* writeBibtex({ papers }: GraphDocument): Generator<string> {
  const keys = citationKeys(papers);
  for (const [i, paper] of papers.entries()) yield `${i === 0 ? "" : "\n"}${writeEntry(paper, keys[i]!)}`;
}

function writeEntry(paper: PaperNode, key: string): string {
  const { title, date, doi, arxiv_id: arxiv, venue, abstract, keywords = [] } = paper;
  const [year, month] = date?.split("-") ?? [];
  const url = webUrl(paper);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    // Braces within: styles would take the capitals away.
    ["title", title === "" ? undefined : `{${bibtexText(title)}}`],
    ["author", authorsOf(paper)],
    ["journal", venue && bibtexText(venue)],
    ["year", year],
    ["month", month && String(Number(month))],
    ["date", date],
    ["doi", doi && bibtexAddress(doi)],
    ["eprint", arxiv && bibtexAddress(arxiv)],
    ["archiveprefix", arxiv && "arXiv"],
    ["url", url && bibtexAddress(url)],
    [
      "keywords",
      keywords.length > 0 ? keywords.map((word) => bibtexText(word.replace(/[,;]/g, " "))).join(", ") : undefined,
    ],
    ["abstract", abstract && bibtexText(abstract)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : `  ${name} = {${value}}`,
  );
  return `@${venue === undefined ? "misc" : "article"}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** A name with `and` or a comma too many in it is one name in braces; those that the source did not name are `others`. */
function authorsOf({ authors = [], author_count: count = 0 }: PaperNode): string | undefined {
  if (authors.length === 0) return undefined;
  const names = authors.map((name) => {
    const text = bibtexText(name);
    return /\band\b|^others$/i.test(text) || text.split(",").length > 3 ? `{${text}}` : text;
  });
  return [...names, ...(count > names.length ? ["others"] : [])].join(" and ");
}

export const BIBTEX_FORMAT: OutputFormat = {
  id: "bibtex",
  title: "BibTeX",
  purpose: "LaTeX, Zotero, JabRef: the papers, or those that `--where`, `--community`, `--term` or `--papers` choose",
  isBuilt: false,
  files: [{ name: "papers.bib", mediaType: "application/x-bibtex", write: writeBibtex }],
};
