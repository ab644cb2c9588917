/**
 * The brackets of a text, matched in one pass.
 */

export interface Bracket {
  /** Offsets of the opening and the closing character. */
  readonly open: number;
  readonly close: number;
}

const OPEN = "([";
const CLOSE = ")]";

/**
 * All matched pairs of round and square brackets, in the order of their opening. A bracket without its partner is passed
 * over. Time: linear; a closing bracket never goes back behind one that it does not close.
 */
export function matchBrackets(text: string): Bracket[] {
  const closeOf = new Map<number, number>();
  const opens: number[] = [];
  const waiting = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const opening = OPEN.indexOf(character);
    if (opening >= 0) {
      opens.push(at);
      waiting[opening]!++;
      continue;
    }
    const closing = CLOSE.indexOf(character);
    if (closing < 0 || waiting[closing] === 0) continue;
    for (;;) {
      const open = opens.pop()!;
      const kind = OPEN.indexOf(text.charAt(open));
      waiting[kind]!--;
      if (kind !== closing) continue;
      closeOf.set(open, at);
      break;
    }
  }
  return [...closeOf].map(([open, close]) => ({ open, close })).sort((a, b) => a.open - b.open);
}
