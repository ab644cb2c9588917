/**
 * Where a paper can be read.
 */
import type { PaperFields } from "./paper-fields.ts";

/** The address the source gives, if it is one of the web: a program that opens what it is given must not run it. */
export function webUrl({ url }: Pick<PaperFields, "url">): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/** That one, or the one that its DOI or its arXiv id leads to. */
export function paperUrl(paper: Pick<PaperFields, "url" | "doi" | "arxiv_id">): string | undefined {
  const { doi, arxiv_id: arxiv } = paper;
  return (
    webUrl(paper) ??
    (doi ? `https://doi.org/${encodePath(doi)}` : undefined) ??
    (arxiv ? `https://arxiv.org/abs/${encodePath(arxiv)}` : undefined)
  );
}

/** Slashes stay; a lone surrogate, which has no UTF-8, becomes U+FFFD. */
function encodePath(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
