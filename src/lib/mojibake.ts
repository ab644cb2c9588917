/**
 * Text whose UTF-8 was taken for Windows-1252 and written again ("FrÃ©chet", "â€¢") → the text that was meant.
 */

/** What Windows-1252 has at 80–9F; control characters where it has nothing. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES = new Map([...WINDOWS_1252].map((char, i) => [char, 0x80 + i]));

/** The character of a byte in Windows-1252. */
export function windows1252(byte: number): string {
  return (byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80] : undefined) ?? String.fromCharCode(byte);
}

/** Bytes that begin a character of UTF-8 in most of the world's text, followed by one that goes on: no word has both. */
const TRACE =
  /[ÂÃÄÅÎÏÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ€Žž]|[âã][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ€Žž]/;
/** It may have happened more than once. */
const MOST_TIMES = 3;

/** Whether some line of a text may have been encoded twice. */
export function mayBeMojibake(text: string): boolean {
  return TRACE.test(text);
}

/** @returns the text that was meant; undefined where nothing says that the text is not as it should be. */
export function repairMojibake(text: string): string | undefined {
  let repaired: string | undefined;
  for (let i = 0; i < MOST_TIMES; i++) {
    const next = decodeOnce(repaired ?? text);
    if (next === undefined) break;
    repaired = next;
  }
  return repaired;
}

/** Only where every character beyond ASCII is a byte, and all bytes together are UTF-8. */
function decodeOnce(text: string): string | undefined {
  if (!TRACE.test(text)) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = BYTES.get(text.charAt(i)) ?? code;
    if (byte > 0xff) return undefined;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
