/**
 * What format a text is in, told by the text itself, never by the file's name.
 *
 * Formats that are not read yet are recognised too, so that they are refused by name instead of being misread.
 */
export type KnownFormat = "jsonl" | "listing";

export type Recognized =
  { readonly format: KnownFormat } | { readonly format: "unreadable"; /** For the message. */ readonly name: string };

/** First match wins. Patterns look at the first lines only. */
const SIGNS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/^\s*<(\?xml|!DOCTYPE|html|[a-z][\w:.-]*[\s>])/i, "XML or HTML"],
  [/^%PDF-/, "PDF"],
  [/^\s*(%[^\n]*\n\s*)*@[a-z]+\s*[{(]/i, "BibTeX"],
  [/^(PMID|OWN {1,2}|STAT|UI {1,3})- /m, "MEDLINE"],
  [/^(TY|T1|AU|ER) {1,2}- /m, "RIS"],
  [/^(FN |VR \d|PT [JBSP]\s*$)/m, "Web of Science text"],
  [/^%[0A-Z] \S/m, "EndNote tagged text"],
  [/^(graph\s*\[|\*vertices|Creator ")/im, "a graph file"],
  [/^"?[\w ]+"?([,;\t])"?[\w ]*"?\1[^\n]*\b(title|abstract|label|doi|authors?)\b/i, "CSV"],
];
const HEAD = 4000;

export function recognizeFormat(text: string): Recognized {
  const head = text.slice(0, HEAD).replace(/^\uFEFF/, "");
  if (/^\s*[{[]/.test(head)) return { format: "jsonl" };
  if (head.includes("\0")) return { format: "unreadable", name: "a binary file" };
  for (const [sign, name] of SIGNS) if (sign.test(head)) return { format: "unreadable", name };
  return { format: "listing" };
}
