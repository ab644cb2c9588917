/**
 * Text for XML 1.0 documents.
 *
 * What XML cannot carry (control characters, lone surrogates, U+FFFE/F) becomes U+FFFD; line breaks and tabs are
 * written as references, because parsers normalise them away otherwise.
 */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
// XML 1.1 counts NEL and the line separator as line breaks, and so do some readers of 1.0.
const SPECIAL = /[&<>"\t\n\r\u0085\u2028]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\u0085": "&#133;",
  "\u2028": "&#8232;",
};

/** All that either pattern may find: most texts hold nothing of it, and one look says so. */
const SUSPECT = /[^ !#-%'-;=?-\u0084\u0086-\u2027\u2029-\ud7ff\ue000-\ufffd]/;

export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(ILLEGAL, "\uFFFD").replace(SPECIAL, (character) => REFERENCES[character] ?? character);
}
