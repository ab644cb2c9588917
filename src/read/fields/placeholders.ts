/**
 * What stands in fields that hold nothing: "n/a", "[No abstract available]".
 */
import { isPlaceholder } from "../../lib/identifiers.ts";

/** A sentence that says that there is no abstract. */
const NO_TEXT =
  /^\W*(?:no|without(?: an)?) (?:abstract|summary|description|title)s?(?: (?:is|was|are|were))?(?: (?:available|provided|given|found|supplied|present|included|entered))?(?: for this \w+)?\W*$|^\W*(?:the )?(?:abstract|summary|title)s?(?: (?:is|was))? (?:not|un)[- ]?(?:available|provided|given|found|supplied|present)(?: for this \w+)?\W*$/i;

/** Whether a text says that there is none. */
export function isMissingText(text: string): boolean {
  return isPlaceholder(text) || NO_TEXT.test(text.trim());
}
