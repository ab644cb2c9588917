/**
 * Who a record is: its own identifier, or a stable hash of its normalised title.
 */
import { hash64 } from "../lib/hash.ts";
import { titleKey } from "../lib/text.ts";
import type { RawRecord } from "./record.ts";

/** The record's own id, arXiv id or DOI; else a hash of the title (of the abstract where there is no title). */
export function recordId(record: RawRecord): string {
  const own = record.id ?? record.arxiv_id ?? record.doi;
  if (own !== undefined) return own;
  const key = titleKey(record.title);
  return key !== "" ? `w${hash64(key)}` : `w${hash64(`\n${record.abstract ?? ""}`)}`;
}

/** DOI without resolver and case; empty if none. */
export function doiKey(doi: string | undefined): string {
  return (doi ?? "")
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/, "");
}

/** arXiv id without prefix and version; empty if none. */
export function arxivKey(id: string | undefined): string {
  return (id ?? "")
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/arxiv\.org\/(abs|pdf)\/|arxiv:)/, "")
    .replace(/v\d+$/, "");
}
