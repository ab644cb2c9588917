/**
 * The words of a term as its head is looked for: the head of a noun phrase stands at its end.
 */
import { sStem } from "./stems.ts";

/** Words in lower case, hyphens opened, the last one in the singular. */
export function headWords(term: string): string[] {
  const words = term
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  return words.map((word, i) => (i === words.length - 1 ? sStem(word) : word));
}
