/**
 * Identifiers of papers as people and formats write them → their plain form.
 */
import { withoutEnd } from "./text.ts";

/** What stands where a value is missing, in brackets or not. */
const PLACEHOLDER =
  /^[[(<{"']?(?:#?n\/?a|n\. ?a\.?|none|null|nil|nan|nat|undefined|unknown|unavailable|not (?:available|applicable|found|assigned|known)|missing|empty|tba|tbd|t\.b\.[ad]\.|pending|no (?:doi|id|pmid|arxiv|identifier)|[-–—_.?0*]+)[\])>}"']?\.?$/i;

export function isPlaceholder(text: string): boolean {
  return text.trim() === "" || PLACEHOLDER.test(text.trim());
}

/** Angle brackets are no part of a DOI but of those made from serial numbers: `…(2002)016<0001:ABC>2.3.CO;2`. */
const DOI =
  /(?:^|doi[:\s]|doi\.org\/|[\s"(=/])(10\.\d{1,9}(?:\.\d+)*\/[^\s"<>]+(?:<[^\s"<>]{1,60}>\d\.\d\.[A-Z]{2}(?:;\w(?:-[\w#])?)?)?)/i;

/** Slashes and angle brackets as addresses and mark-up have them. */
function withAngles(text: string): string {
  return text
    .replace(/(?<=10\.\d{1,9}(?:\.\d{1,9}){0,3})%2f/gi, "/")
    .replace(/%3c|&lt;/gi, "<")
    .replace(/%3e|&gt;/gi, ">")
    .replace(/%3b(?=\w)/gi, ";")
    .replace(/(;\w-)%23/g, "$1#");
}

/** The DOI in a text, without resolver or prefix, case kept; undefined when there is none. */
export function findDoi(text: string): string | undefined {
  const found = DOI.exec(/%3c|%2f|&[lg]t;/i.test(text) ? withAngles(text) : text)?.[1];
  if (found === undefined) return undefined;
  const bare = withoutEnd(found, ".,;)]}");
  return found.charAt(bare.length) === ")" && found.includes("(") ? `${bare})` : bare;
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

/** The arXiv id that stands where any id may: marked as one, or with a version. A bare number says nothing. */
export function arxivIdOfId(id: string): string | undefined {
  return /arxiv|v\d+$/i.test(id) ? findArxivId(id) : undefined;
}

/** Whether a DOI is the one that arXiv gives. */
export function isArxivDoi(doi: string): boolean {
  return /10\.48550\//i.test(doi);
}

/** The arXiv id in a DOI that arXiv gave; undefined for other DOIs. */
export function arxivIdOfDoi(doi: string): string | undefined {
  return isArxivDoi(doi) ? findArxivId(doi.replace(/^.*10\.48550\/(arxiv[.:])?/i, "")) : undefined;
}

/** Registrants of preprints: such a DOI stands beside the publisher's. */
const PREPRINT_DOI =
  /^10\.(48550|1101|2139|5281|20944|21203|26434|31219|31234|31235|35542|36227|33774|22541|2196\/preprints)\b/;

/** Whether a DOI is that of a preprint, which does not speak against another DOI. */
export function isPreprintDoi(doi: string): boolean {
  return PREPRINT_DOI.test(doi);
}
