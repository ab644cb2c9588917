/**
 * Who a record is: its own identifier, or a stable hash of its normalised title.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash64 } from "../lib/hash.ts";
import { findArxivId, findDoi } from "../lib/identifiers.ts";
import { titleKey } from "../lib/text.ts";

/** The record's own id, arXiv id or DOI; else a hash of the title (of the abstract where there is no title). */
export function recordId(record: RawRecord): string {
  const own = record.id ?? record.arxiv_id ?? record.doi;
  if (own !== undefined) return own;
  const key = titleKey(record.title);
  return key !== "" ? `w${hash64(key)}` : `w${hash64(`\n${record.abstract ?? ""}`)}`;
}

/** DOI without resolver, case and version; empty if none. */
export function doiKey(doi: string | undefined): string {
  return (findDoi(doi ?? "") ?? "").toLowerCase().replace(/(\/|\.)v\d+$/, "");
}

/** arXiv id without prefix and version, taken from an arXiv DOI if need be; empty if none. */
export function arxivKey({ arxiv_id, doi }: Pick<RawRecord, "arxiv_id" | "doi">): string {
  const id =
    findArxivId(arxiv_id ?? "") ?? (/^10\.48550\//.test(doi ?? "") ? findArxivId(doi?.slice(9) ?? "") : undefined);
  return (id ?? "").toLowerCase().replace(/v\d+$/, "");
}
