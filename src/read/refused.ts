/**
 * Formats that are recognised and not read, so that they are refused by name instead of being misread.
 */
import type { Refused } from "./reader.ts";

/** First bytes of zip, gzip and old office files, as decoded. */
const ARCHIVES = ["PK\u0003\u0004", "\u001f", "ÐÏ\u0011à"];

export const REFUSED: readonly Refused[] = [
  looksLike("PDF", /^%PDF-/, "give the paper's title and abstract; most libraries export them as RIS or BibTeX"),
  {
    title: "an archive or an office document",
    hint: "unpack it, or save it as CSV",
    recognizes: (head) => (ARCHIVES.some((magic) => head.startsWith(magic)) ? 0.98 : 0),
  },
  looksLike(
    "a graph file",
    /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?(<graphml|<gexf|graph\s*\[|\*vertices|Creator ")/i,
  ),
  looksLike(
    "a web page with all its parts in one file (MHTML, webarchive)",
    /^(From: <Saved by|bplist00|(?:[\w-]+: [^\n]*\n|[ \t][^\n]*\n)*Content-Type: multipart\/related)/i,
    "save the page again, as HTML only or as complete page",
  ),
  looksLike(
    "a stored query",
    /^\s*\{\s*"schema"\s*:\s*"paperweave-query\//,
    "give the file of papers beside it; `paperweave watch` asks again",
  ),
  looksLike("XML", /^\s*<(\?xml|!DOCTYPE|!--|[a-z][\w:.-]*[\s/>])/i, undefined, 0.3),
  {
    title: "a table without a column called title or abstract",
    hint: "name the columns in the first line: title, abstract, authors, year, doi",
    recognizes: (head) => (isTable(head) ? 0.2 : 0),
  },
  { title: "a binary file", recognizes: (head) => (head.includes("\0") ? 0.95 : 0) },
];

function looksLike(title: string, sign: RegExp, hint?: string, confidence = 0.98): Refused {
  return { title, ...(hint !== undefined && { hint }), recognizes: (head) => (sign.test(head) ? confidence : 0) };
}

/** As many delimiters in each of the first lines. */
function isTable(head: string): boolean {
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .filter((line) => line.trim() !== "")
    .slice(0, 4);
  return [",", "\t", ";", "|"].some((delimiter) => {
    const counts = new Set(lines.map((line) => line.split(delimiter).length));
    return lines.length >= 2 && counts.size === 1 && !counts.has(1) && !counts.has(2);
  });
}
