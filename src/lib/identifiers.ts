/**
 * Identifiers of papers as people and formats write them → their plain form.
 */

/** What stands where a value is missing, in brackets or not. */
const PLACEHOLDER =
  /^[[(<{"']?(?:#?n\/?a|n\. ?a\.?|none|null|nil|nan|nat|undefined|unknown|unavailable|not (?:available|applicable|found|assigned|known)|missing|empty|tba|tbd|t\.b\.[ad]\.|pending|no (?:doi|id|pmid|arxiv|identifier)|[-–—_.?0*]+)[\])>}"']?\.?$/i;

export function isPlaceholder(text: string): boolean {
  return text.trim() === "" || PLACEHOLDER.test(text.trim());
}

/** The DOI in a text, without resolver or prefix, case kept; undefined when there is none. */
export function findDoi(text: string): string | undefined {
  const found = /(?:^|doi[:\s]|doi\.org\/|[\s"(=/])(10\.\d{1,9}(?:\.\d+)*\/[^\s"<>]+)/i.exec(text)?.[1];
  return found?.replace(/[.,;)\]}]+$/, (end) => (end.startsWith(")") && found.includes("(") ? ")" : ""));
}

const NEW_ARXIV = String.raw`\d{4}\.\d{4,5}`;
const OLD_ARXIV = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7}`;
const ARXIV = new RegExp(`^(?:${NEW_ARXIV}|${OLD_ARXIV})(?:v\\d+)?$`, "i");
const ARXIV_MARKED = new RegExp(
  `(?:arxiv\\.org\\/(?:abs|pdf|html)\\/|huggingface\\.co\\/papers\\/|arxiv[:.]\\s*)((?:${NEW_ARXIV}|${OLD_ARXIV})(?:v\\d+)?)`,
  "i",
);

/** The arXiv id in an address, an `arXiv:` mark or an arXiv DOI, version kept; undefined when there is none. */
export function findArxivId(text: string): string | undefined {
  const bare = text.trim();
  return ARXIV.test(bare) ? bare : ARXIV_MARKED.exec(text)?.[1];
}
