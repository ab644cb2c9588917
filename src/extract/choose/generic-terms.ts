/**
 * Strings that look like terms and tell papers apart by nothing: claims, makers, places of publication, furniture.
 * Variant keys (see `variants.ts`); `keep` in decisions.tsv brings one back.
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
  // Furniture of every empirical paper.
  "ablation",
  "ablation study",
  "base model",
  "model training",
  "ai system",
  "nlp task",
  "vision task",
  "training pipeline",
  "training example",
  "human expert",
  "e.g.",
  "i.e.",
]);
