/**
 * A typed search: papers that it holds for stay, with their terms. One that cannot be read, or has no
 * answer yet, hides nothing.
 */
import { answerOf } from "../../data/ask.ts";
import type { Filter } from "./filter.ts";
import { keepPapers } from "./terms-of-papers.ts";

export const expressionFilter: Filter<string | undefined> = {
  none: undefined,
  needsDocument: true,
  hide: (index, shown, expression) => {
    const found = answerOf(index, "search", { expression });
    if (!found?.ok) return;
    const stays = new Uint8Array(index.papers);
    for (const paper of found.papers) stays[paper] = 1;
    keepPapers(index, shown, stays);
  },
  words: (_, expression) => expression,
  writeLink: (_, expression, link) => {
    link.set("search", expression);
  },
  readLink: (_, link) => link.get("search") ?? undefined,
};
