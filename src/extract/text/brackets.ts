/**
 * The brackets of a text, matched in one pass.
 */

export interface Bracket {
  /** Offsets of the opening and the closing character. */
  readonly open: number;
  readonly close: number;
}

const [ROUND, ROUND_CLOSE, SQUARE, SQUARE_CLOSE] = ["(", ")", "[", "]"].map((sign) => sign.charCodeAt(0));

/**
 * All matched pairs of round and square brackets, in the order of their opening. A bracket without its partner is passed
 * over. Time: linear; a closing bracket never goes back behind one that it does not close.
 */
export function matchBrackets(text: string): Bracket[] {
  if (!text.includes("(") && !text.includes("[")) return [];
  const found: Bracket[] = [];
  const opens: number[] = [];
  let round = 0;
  let square = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === ROUND || code === SQUARE) {
      opens.push(at);
      if (code === ROUND) round++;
      else square++;
    } else if ((code === ROUND_CLOSE && round > 0) || (code === SQUARE_CLOSE && square > 0)) {
      const partner = code === ROUND_CLOSE ? ROUND : SQUARE;
      for (let open = opens.pop(); open !== undefined; open = opens.pop()) {
        const kind = text.charCodeAt(open);
        if (kind === ROUND) round--;
        else square--;
        if (kind !== partner) continue;
        found.push({ open, close: at });
        break;
      }
    }
  }
  return found.sort((a, b) => a.open - b.open);
}
