/**
 * Character references and tags of HTML, JATS and MathML, as edits.
 */
import { ENTITY, entityText } from "../../../lib/entities.ts";
import type { Edit } from "./edits.ts";

export function entityEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ENTITY)) {
    const character = entityText(match);
    if (character !== undefined)
      edits.push({ start: match.index, end: match.index + match[0].length, text: character });
  }
  return edits;
}

const PREFIX = String.raw`(?:[a-z]{1,8}\d?:)?`;
/** Attributes need a value, so that "a<b and c>d" is no tag. */
const REST = String.raw`(?:\s{1,4}[\w:.-]{1,40}=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s<>"']{1,300})){0,10}\s{0,4}\/?>`;
/** Only tags that are known: others ("<image>", "<eos>") may be what a paper writes about. */
const INLINE =
  "sub|sup|inf|i|b|em|strong|u|tt|small|big|sc|span|font|a|strike|italic|bold|underline|monospace|roman|sans-serif|" +
  "named-content|styled-content|xref|ext-link|uri|email|inline-formula|tex-math|alternatives|formula|bdi|cite|code|kbd|var";
const BLOCK =
  "p|sec|title|div|br|hr|li|ul|ol|dl|dt|dd|list|list-item|h[1-6]|disp-formula|abstract|abstracttext|label|table|tr|td|th|blockquote";
/** MathML inside a formula; blanks around these are no text. */
const MATHML =
  "mi|mo|mn|mrow|msub|msup|msubsup|mtext|mspace|mfrac|msqrt|mroot|mover|munder|munderover|mtable|mtr|mtd|mfenced|mstyle|" +
  "mpadded|mphantom|menclose|mmultiscripts|mprescripts|none|semantics";

const TAG = new RegExp(
  [
    // What is no text at all: comments, and formulas that stand here a second time.
    String.raw`(<!--(?:(?!<!--)[^]){0,4000}?-->|<!\[CDATA\[|\]\]>|<${PREFIX}(annotation(?:-xml)?|tex-math)\b[^<>]{0,200}>[^<]{0,2000}<\/${PREFIX}\2\s{0,4}>)`,
    String.raw`(\s*<\/?${PREFIX}(?:${MATHML})${REST}\s*|<${PREFIX}math${REST}\s*|\s*<\/${PREFIX}math\s{0,4}>)`,
    String.raw`(\s?)<(\/?)${PREFIX}(?:(${INLINE})|(${BLOCK}))${REST}`,
  ].join("|"),
  "gi",
);

/** "Al <sub>2</sub> O <sub>3</sub>": some suppliers put blanks around every tag. */
const SUBSCRIPT = /^(?:sub|inf)$/i;
const SHORT_SUBSCRIPT = /^\s?[\d.x+−-]{1,5}\s?</;
const NEXT_ELEMENT = /^ (?=[A-Z][a-z]?\s?<)/;

export function tagEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(TAG)) {
    const [found, dropped, , maths, blank = "", slash = "", inline, block] = match;
    const { index } = match;
    let end = index + found.length;
    if (dropped !== undefined || maths !== undefined) edits.push({ start: index, end, text: "" });
    // A section's title ends as headings in one line do.
    else if (block !== undefined)
      edits.push({ start: index, end, text: slash !== "" && /^title$/i.test(block) ? ": " : " " });
    else {
      let start = index + blank.length;
      if (SUBSCRIPT.test(inline ?? "")) {
        const glued =
          slash === "" && /[A-Za-z)\]]$/.test(text.slice(0, index)) && SHORT_SUBSCRIPT.test(text.slice(end));
        if (glued) start = index;
        else if (slash !== "" && NEXT_ELEMENT.test(text.slice(end, end + 5))) end++;
      }
      edits.push({ start, end, text: "" });
    }
  }
  return edits;
}
