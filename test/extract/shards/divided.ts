/**
 * Shards of a size of one's own, so that few papers make several.
 */
import type { OpenPasses } from "../../../src/extract/shards/passes.ts";

/** The same passes over shards of so many papers. */
export function divided(size: number, open: OpenPasses): OpenPasses {
  return (shards, ...rest) => {
    const papers = shards.flat();
    const parts = Math.ceil(papers.length / size);
    return open(
      Array.from({ length: parts }, (_, s) => papers.slice(s * size, (s + 1) * size)),
      ...rest,
    );
  };
}
