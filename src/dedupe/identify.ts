/**
 * Who a record is: its own identifier, or a stable hash of its normalised title.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash64 } from "../lib/hash.ts";
import { arxivIdOfDoi, findArxivId, findDoi, isPreprintDoi } from "../lib/identifiers.ts";
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

/** The DOI that a publisher gave; empty if there is none. Two of them are two papers. */
export function publishedDoiKey({ doi }: Pick<RawRecord, "doi">): string {
  const key = doiKey(doi);
  return isPreprintDoi(key) ? "" : key;
}

/** arXiv id without prefix and version, taken from an arXiv DOI if need be; empty if none. */
export function arxivKey({ arxiv_id, doi }: Pick<RawRecord, "arxiv_id" | "doi">): string {
  const id = findArxivId(arxiv_id ?? "") ?? arxivIdOfDoi(doi ?? "");
  return (id ?? "").toLowerCase().replace(/v\d+$/, "");
}
