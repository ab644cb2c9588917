/**
 * HTML, JATS and escaped characters inside the texts of other formats → plain text.
 */
import { unescapeEntities } from "../../lib/entities.ts";

/** Tags that end a line of text: their place is a blank. */
const BLOCK = /<\/?(?:jats:)?(?:p|sec|title|div|br|li|ul|ol|list|list-item|h\d|disp-formula)\b[^<>]*>/gi;
/** A heading inside an abstract: it is told from the text behind it by a colon. */
const INNER_HEADING = /<(?:jats:)?(title|h\d)>\s*([^<>]{0,80}[^<>\s.:?!])\s*<\/(?:jats:)?\1>(?=\s*[^\s])/gi;
const TAG = /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>/gi;
/** A comment has an end within reach: of many that have none each would be looked for to the end of the text. */
const COMMENT = /<!--(?:(?!<!--)[^]){0,4000}?-->|<!\[CDATA\[|\]\]>/g;
/** Headings of JATS abstracts that say what every abstract is. */
const HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)\s*<\/(?:jats:)?title>/gi;

/** The text without tags and escapes, blanks run together. Sub- and superscripts join what stands before them. */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bare = text.includes("<")
    ? text
        .replace(COMMENT, "")
        .replace(HEADING, " ")
        .replace(INNER_HEADING, " $2: ")
        .replace(BLOCK, " ")
        .replace(TAG, "")
    : text;
  return unescapeEntities(bare).replace(/\s+/g, " ").trim();
}

/** Lines wrapped at a width as one line. */
export function unwrapped(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}
