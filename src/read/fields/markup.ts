/**
 * HTML, JATS and escaped characters inside the texts of other formats → plain text.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};

/** Tags that end a line of text: their place is a blank. */
const BLOCK = /<\/?(?:jats:)?(?:p|sec|title|div|br|li|ul|ol|list|list-item|h\d|disp-formula)\b[^<>]*>/gi;
const TAG = /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>/gi;
const COMMENT = /<!--[^]*?-->|<!\[CDATA\[|\]\]>/g;
/** Headings of JATS abstracts that say what every abstract is. */
const HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)\s*<\/(?:jats:)?title>/gi;

/** The text without tags and escapes, blanks run together. Sub- and superscripts join what stands before them. */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bare = text.includes("<")
    ? text.replace(COMMENT, "").replace(HEADING, " ").replace(BLOCK, " ").replace(TAG, "")
    : text;
  return unescapeEntities(bare).replace(/\s+/g, " ").trim();
}

export function unescapeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
      return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
    },
  );
}

/** Lines wrapped at a width as one line. */
export function unwrapped(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}
