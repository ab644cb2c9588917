/**
 * Strings that look like terms and name no notion of the paper: claims, makers, places of publication.
 * Variant keys (see `variants.ts`). Annotators list none of them; `keep` in decisions.tsv brings one back.
 */
export const GENERIC_TERMS: ReadonlySet<string> = new Set([
  "sota",
  "state of the art",
  "open source",
  "openai",
  "google",
  "deepmind",
  "nvidia",
  "github",
  "arxiv",
  "github repository",
  "project page",
  "supplementary material",
  "source code",
  "e.g.",
  "i.e.",
]);
