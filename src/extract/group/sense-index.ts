/**
 * Which long forms of one short form say the same, asked of an index: a short form may have thousands of long ones.
 */
import { suffixStem } from "../../lib/stems.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { singular } from "../text/variants.ts";

/** A long form in the index. */
interface Entry {
  readonly key: string;
  readonly cluster: number;
  readonly parts: Parts;
  readonly signatures: ReadonlySet<string>;
}

/** Long forms compared that share a signature or their first word, those of most papers first: the rest are slips. */
const MAX_COMPARED = 64;

/** The long forms of one short form, each in the cluster of those that say the same. */
export class SenseIndex {
  readonly #letters: string;
  readonly #papersWith: ReadonlyMap<string, number>;
  readonly #bySignature = new Map<string, Entry[]>();
  readonly #byFirst = new Map<string, Entry[]>();

  /** @param letters of the short form, lower case @param papersWith papers that have a group key */
  constructor(letters: string, papersWith: ReadonlyMap<string, number>) {
    this.#letters = letters;
    this.#papersWith = papersWith;
  }

  /**
   * Takes a long form in, those of most papers first.
   * @param next number of its cluster if it says what none does
   * @returns the number of its cluster: the first that has one like it
   */
  add(key: string, next: number): number {
    const parts = partsOf(this.#letters, key);
    const signatures = signaturesOf(parts);
    const entry = { key, parts, signatures };
    let cluster = next;
    for (const other of this.#near(entry))
      if (other.cluster < cluster && this.#sameSense(other, entry)) cluster = other.cluster;
    for (const signature of signatures) note(this.#bySignature, signature, { ...entry, cluster });
    note(this.#byFirst, parts.stems[0] ?? "", { ...entry, cluster });
    return cluster;
  }

  /** All that may say the same do so by a signature, or begin with the same word. */
  *#near({ parts, signatures }: Omit<Entry, "cluster">): Generator<Entry> {
    for (const signature of signatures) yield* this.#bySignature.get(signature) ?? [];
    yield* this.#byFirst.get(parts.stems[0] ?? "") ?? [];
  }

  #sameSense(a: Entry, b: Omit<Entry, "cluster">): boolean {
    const [x, y] = [a.parts, b.parts];
    if ([...a.signatures].some((signature) => b.signatures.has(signature))) {
      // "masked language model" and "masked language modeling" are two notions once both are in use.
      const sameHead = x.words.at(-1) === y.words.at(-1) || hasSpareHead(x) !== hasSpareHead(y);
      return sameHead || Math.min(this.#papersWith.get(a.key) ?? 0, this.#papersWith.get(b.key) ?? 0) <= 1;
    }
    return beginsWith(x, y) || beginsWith(y, x) || differsInOne(this.#letters, x, y);
  }
}

function note(index: Map<string, Entry[]>, name: string, entry: Entry): void {
  const entries = index.get(name);
  if (!entries) index.set(name, [entry]);
  else if (entries.length < MAX_COMPARED) entries.push(entry);
}

/** Heads that a long form may have or lack. */
const HEADS = new Set(
  "algorithm approach architecture framework method methodology model module network problem procedure scheme strategy system task technique".split(
    " ",
  ),
);
/** Second parts of compounds that add nothing: "large-scale", "diffusion-based". */
const ADJUNCTS = new Set("based scale driven type style".split(" "));

interface Parts {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Does the word give the short form one of its letters? */
  readonly lettered: readonly boolean[];
}

/** @param letters of the short form, lower case @param key a variant key: lower case, words parted by blanks */
function partsOf(letters: string, key: string): Parts {
  const words = key.split(" ").map((word) => singular(word).replace(/^net$/u, "network"));
  return { words, stems: words.map(suffixStem), lettered: letteredWords(letters, words) };
}

/** Longest common subsequence of the short form's letters and the words' initials. */
function letteredWords(letters: string, words: readonly string[]): boolean[] {
  const n = letters.length;
  const best = Array.from({ length: n + 1 }, () => new Int32Array(words.length + 1));
  for (let i = n - 1; i >= 0; i--)
    for (let w = words.length - 1; w >= 0; w--)
      best[i]![w] =
        letters[i] === words[w]!.charAt(0) ? best[i + 1]![w + 1]! + 1 : Math.max(best[i + 1]![w]!, best[i]![w + 1]!);
  const lettered = words.map(() => false);
  for (let i = 0, w = 0; i < n && w < words.length;) {
    if (letters[i] === words[w]!.charAt(0)) {
      lettered[w] = true;
      i++;
      w++;
    } else if (best[i + 1]![w]! >= best[i]![w + 1]!) i++;
    else w++;
  }
  return lettered;
}

/** "long short-term memory network": the head has no letter of LSTM. */
const hasSpareHead = ({ words, lettered }: Parts): boolean => !lettered.at(-1) && HEADS.has(words.at(-1)!);

/** The ways to say the same: all content words; without letterless adjuncts and heads; the words with letters. */
function signaturesOf(parts: Parts): Set<string> {
  const { words, stems, lettered } = parts;
  const last = words.length - 1;
  const join = (keep: (w: number) => boolean) => stems.filter((_, w) => keep(w)).join("");
  const content = (w: number) => !FUNCTION_WORDS.has(words[w]!);
  const noHead = (w: number) => content(w) && !(w === last && hasSpareHead(parts));
  const noAdjunct = (w: number) => noHead(w) && (lettered[w]! || !ADJUNCTS.has(words[w]!));
  const letters = (w: number) => noHead(w) && (lettered[w]! || w === last);
  return new Set([join(content), join(noHead), join(noAdjunct), join(letters)]);
}

/** "maximum likelihood", "maximum likelihood estimation": what is lacking has a letter. */
function beginsWith(whole: Parts, part: Parts): boolean {
  const n = part.stems.length;
  return (
    n >= 2 &&
    n < whole.stems.length &&
    part.stems.every((word, w) => word === whole.stems[w]) &&
    whole.lettered.slice(n).every(Boolean)
  );
}

/** "rotary positional embedding", "Rotary Position Encoding": a long short form has hardly two so near senses. */
function differsInOne(letters: string, a: Parts, b: Parts): boolean {
  const n = a.stems.length;
  if (letters.length < 4 || n < 3 || n !== b.stems.length) return false;
  return a.stems.filter((word, w) => word !== b.stems[w]).length === 1 && a.stems[0] === b.stems[0];
}
