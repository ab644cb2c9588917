/**
 * Text for BibTeX fields in braces.
 */

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};

/** One line; characters that LaTeX takes for commands are written out, LaTeX that is there stays. */
export function bibtexText(text: string): string {
  const line = oneLine(text);
  return isLatex(line) ? line : line.replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character] ?? character);
}

/** Identifiers and addresses are taken as they are: only what would end the field is written in per cent. */
export function bibtexAddress(text: string): string {
  return oneLine(text).replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
}

/** Control characters and lone surrogates go, white space is one blank. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
}

/** Commands or formulas, with every brace closed: as sources of BibTeX and arXiv have it. */
function isLatex(text: string): boolean {
  if (!/\\[A-Za-z]|\\["'`^~=.&%$#_{}]|\$[^$]+\$/.test(text)) return false;
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth++;
    else if (character === "}" && --depth < 0) return false;
  }
  return depth === 0 && !/(^|[^\\])(\\\\)*[%&#]/.test(text) && !/\\$/.test(text);
}
