/**
 * What brackets are to long forms: most end them; definitions are passed over, and those of a formula are read through.
 */
import type { Bracket } from "./brackets.ts";
import type { Passage } from "./long-form.ts";
import type { Tokens } from "./tokens.ts";

/** Signs and blanks between a long form and its bracket. */
const MAX_GAP = 5;

export class BracketPlaces {
  readonly #tokens: Tokens;
  /** By the offset of either character. */
  readonly #brackets = new Map<number, Bracket>();
  /** Opening offset of a bracket that defines a short form → its first token. */
  readonly #defined = new Map<number, number>();

  constructor(tokens: Tokens, brackets: readonly Bracket[]) {
    this.#tokens = tokens;
    for (const bracket of brackets) {
      this.#brackets.set(bracket.open, bracket);
      this.#brackets.set(bracket.close, bracket);
    }
  }

  define({ open }: Bracket, firstToken: number): void {
    this.#defined.set(open, firstToken);
  }

  /** Does the bracket that opens at `open` follow the token, with no more than signs and blanks between? */
  isBehind(token: number, open: number): boolean {
    const { text, end } = this.#tokens;
    const from = end[token]!;
    if (open - from > MAX_GAP) return false;
    for (let at = from; at < open; at++) {
      const character = text.charAt(at);
      if (/[:;.!?]/u.test(character)) return false;
      if (/[()[\]]/u.test(character) && !this.#isGlued(this.#brackets.get(at))) return false;
    }
    return true;
  }

  /** "poly(methyl methacrylate)": part of a word. */
  #isGlued(bracket: Bracket | undefined): boolean {
    return bracket !== undefined && /[^\s([]/u.test(this.#tokens.text.charAt(bracket.open - 1));
  }

  /** @param first token that no long form goes behind @param end offset that long forms end before */
  passage(first: number, end: number): Passage {
    const { text, words, end: ends, start } = this.#tokens;
    return {
      before: (from) => {
        if (from <= first) return -1;
        for (let at = start[from]! - 1; at >= ends[from - 1]!; at--) {
          const character = text.charAt(at);
          // "E. coli"
          if (character === "." && /^\p{Lu}$/u.test(words[from - 1]!)) continue;
          if (/[:;.!?]/u.test(character)) return -1;
          if (!/[()[\]]/u.test(character)) continue;
          const bracket = this.#brackets.get(at);
          if (!bracket || bracket.close >= end) return -1;
          const inside = this.#defined.get(bracket.open);
          if (at === bracket.close && inside !== undefined) return inside - 1 >= first ? inside - 1 : -1;
          if (!this.#isGlued(bracket)) return -1;
        }
        return from - 1;
      },
    };
  }
}
