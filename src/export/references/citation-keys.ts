/**
 * Keys to cite papers by.
 */
import type { PaperNode } from "../../contract/graph-document.ts";

/** Words at a title's beginning that say nothing. */
const PASSED_OVER = new Set([
  "a",
  "an",
  "the",
  "on",
  "of",
  "in",
  "to",
  "for",
  "and",
  "with",
  "is",
  "are",
  "how",
  "what",
]);

/**
 * `curie1903research`: family name of the first author, year, first word of the title. A paper that only its own id
 * names has that; keys that repeat get a letter.
 */
export function citationKeys(papers: readonly PaperNode[]): string[] {
  const used = new Set<string>();
  return papers.map((paper) => {
    const base = baseKey(paper);
    let key = base;
    for (let n = 0; used.has(key); n++) key = `${base}${letters(n)}`;
    used.add(key);
    return key;
  });
}

function baseKey({ id, doi, arxiv_id: arxiv, authors, date, title }: PaperNode): string {
  if (doi === undefined && arxiv === undefined && /^[A-Za-z][\w:.+/-]*$/.test(id)) return id;
  const [first = ""] = authors ?? [];
  const family = plain(first.includes(",") ? first.split(",")[0]! : (first.trim().split(/\s+/).at(-1) ?? ""));
  const words = title.split(/[^\p{L}\p{N}]+/u).map(plain);
  const word = words.find((text) => text !== "" && !PASSED_OVER.has(text)) ?? "";
  const year = date?.slice(0, 4) ?? "";
  const key = `${family}${year}${word}`;
  return /^[a-z]/.test(key) ? key : `paper${key}`;
}

/** ASCII letters and digits, in lower case; accents are taken off. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** a, b … z, aa, ab … */
function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}
