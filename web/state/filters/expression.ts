/**
 * A typed search: papers that it holds for stay, with their terms. One that cannot be read hides nothing.
 */
import { documentOf } from "../../data/map-index.ts";
import { typedSearch } from "../../data/typed-search.ts";
import type { Filter } from "./filter.ts";
import { keepPapers } from "./terms-of-papers.ts";

export const expressionFilter: Filter<string | undefined> = {
  none: undefined,
  needsDocument: true,
  hide: (index, shown, expression) => {
    const document = documentOf(index);
    const found = typedSearch(document, expression);
    if (!found.ok) return;
    const stays = Uint8Array.from(document.papers, ({ node }) => (found.papers.has(node) ? 1 : 0));
    keepPapers(index, shown, stays);
  },
  words: (_, expression) => expression,
  writeLink: (_, expression, link) => {
    link.set("search", expression);
  },
  readLink: (_, link) => link.get("search") ?? undefined,
};
