/**
 * Written forms of terms as a trie over numbered words: all places of all of them are found in one reading of a text.
 *
 * Words are folded as in variant keys, so that one path stands for all spellings of a form; which of its forms a place is
 * of is decided by its capitals (`link-mentions.ts`). A node is a pair of parent and word, in one hash table: 24 bytes a
 * node, no object.
 */
import { NumberedPairs } from "../../lib/numbered-pairs.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { keyWords, singular } from "../text/variants.ts";

/** The words that one token is made of, by number; -1 where no form has the word. */
export interface TokenWords {
  readonly words: readonly number[];
  /** The last one in the singular. */
  readonly last: number;
}

const ROOT = -1;
/** Distinct tokens that are remembered; behind that the memory begins anew. */
const MAX_KNOWN = 200_000;

export class FormTrie {
  readonly #words = new NumberedNames();
  readonly #nodes = new NumberedPairs();
  /** Forms by the node that they end at: those of node `n` stand at `#ends[n]` … `#ends[n + 1] − 1`. */
  readonly #ends: Int32Array;
  readonly #forms: Int32Array;
  readonly #known = new Map<string, TokenWords>();

  /** @param forms as written; a form is known by its place in the list */
  constructor(forms: readonly string[]) {
    const endOf = Int32Array.from(forms, (form) => {
      const words = keyWords(form);
      const last = words.pop();
      if (last === undefined) return ROOT;
      let node = ROOT;
      for (const word of words) node = this.#nodes.numberOf(node, this.#words.numberOf(word));
      return this.#nodes.numberOf(node, this.#words.numberOf(singular(last)));
    });
    this.#ends = new Int32Array(this.#nodes.size + 1);
    for (const node of endOf) if (node !== ROOT) this.#ends[node + 1]!++;
    for (let node = 0; node < this.#nodes.size; node++) this.#ends[node + 1]! += this.#ends[node]!;
    this.#forms = new Int32Array(this.#ends[this.#nodes.size]!);
    const next = this.#ends.slice();
    endOf.forEach((node, form) => {
      if (node !== ROOT) this.#forms[next[node]!++] = form;
    });
  }

  readToken(token: string): TokenWords {
    let known = this.#known.get(token);
    if (known) return known;
    const words = keyWords(token);
    const last = words.at(-1);
    known = {
      words: words.map((word) => this.#words.find(word)),
      last: last === undefined ? -1 : this.#words.find(singular(last)),
    };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(token, known);
    return known;
  }

  /** The node behind the words of a token; undefined where no form goes on so. @param node undefined: the root */
  step(token: TokenWords, node: number = ROOT): number | undefined {
    let at = node;
    for (const word of token.words) {
      if (word < 0) return undefined;
      at = this.#nodes.find(at, word);
      if (at < 0) return undefined;
    }
    return token.words.length === 0 ? undefined : at;
  }

  /** The forms that end with a token. @param node where the tokens before it lead */
  formsEnding({ words, last }: TokenWords, node: number = ROOT): readonly number[] {
    let at = node;
    for (let w = 0; w + 1 < words.length; w++) {
      if (words[w]! < 0) return NONE;
      at = this.#nodes.find(at, words[w]!);
      if (at < 0) return NONE;
    }
    if (last < 0 || words.length === 0) return NONE;
    at = this.#nodes.find(at, last);
    if (at < 0 || this.#ends[at] === this.#ends[at + 1]) return NONE;
    return Array.from(this.#forms.subarray(this.#ends[at], this.#ends[at + 1]));
  }
}

const NONE: readonly number[] = [];
