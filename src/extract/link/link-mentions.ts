/**
 * Further mentions of a paper: places of known forms that were not chosen, longest first, at word borders.
 *
 * Takes a step of a trie per token, so that the cost is that of reading the text, whatever the number of forms.
 */
import type { Paper, TextField } from "../../domain/paper.ts";
import { fieldText } from "../../contract/field-text.ts";
import type { Chosen, TaggedPaper } from "../types.ts";
import { Gap, TokenKind, tokenize, type Tokens } from "../text/tokens.ts";
import { FormTrie } from "./form-trie.ts";
import { isIdiom } from "./idioms.ts";
import { ABBREVIATION } from "../group/grouping.ts";
import { shortKey } from "../group/short-keys.ts";
import { type LinkForms, OPEN_GROUP, OPEN_ROW } from "./link-forms.ts";
import { type CapitalPlace, hasSameCapitals } from "./same-capitals.ts";

/** A place of a form. */
export interface LinkedPlace {
  readonly field: TextField;
  /** In the field as it is tagged; end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly sentenceNumber: number;
  readonly words: number;
  /** Row of `LinkForms`, or `OPEN_ROW`. */
  readonly row: number;
}

const FIELDS = ["title", "abstract"] as const satisfies readonly TextField[];
const NONE = -1;
const IN_FORMS: ReadonlySet<number> = new Set([TokenKind.Word, TokenKind.Number]);

export class MentionLinker {
  readonly forms: LinkForms;
  readonly #trie: FormTrie;
  readonly #open: ReadonlySet<string>;

  constructor(forms: LinkForms) {
    this.forms = forms;
    this.#open = new Set(forms.openShorts);
    this.#trie = new FormTrie(forms.texts);
  }

  groupOf(row: number): number {
    return row === OPEN_ROW ? OPEN_GROUP : this.forms.groups[row]!;
  }

  ruleOf(row: number): number {
    return row === OPEN_ROW ? ABBREVIATION : this.forms.rules[row]!;
  }

  /**
   * @param chosen mentions that stand already, in text order; in them only open short forms are found, nothing across
   * @param own groups that they are of
   * @returns in text order; a place within another one is an open short form
   */
  link(
    paper: Pick<Paper, "title" | "abstract">,
    tagged: TaggedPaper,
    chosen: readonly Chosen[],
    own: ReadonlySet<number>,
  ): LinkedPlace[] {
    const found: LinkedPlace[] = [];
    for (const field of FIELDS) {
      const text = fieldText(paper, field);
      if (text === "") continue;
      const tokens = tokenize(text);
      const taken = takenTokens(tokens, chosen, field);
      let token = 0;
      tagged.sentencesOf(field).forEach(({ start, end }, sentenceNumber) => {
        while (token < tokens.words.length && tokens.start[token]! < start) token++;
        const first = token;
        while (token < tokens.words.length && tokens.end[token]! <= end) token++;
        for (let at = first; at < token;) {
          const place = this.#longestAt(tokens, at, token, taken, own, { isFirst: at === first, field });
          if (place) found.push({ field, sentenceNumber, ...place.place });
          const next = place ? place.next : at + 1;
          for (; at < next; at++)
            if (taken[at] !== WHOLE && this.#isOpen(tokens.words[at]!))
              found.push({ field, sentenceNumber, ...openPlace(tokens, at) });
        }
      });
    }
    return found;
  }

  #longestAt(
    tokens: Tokens,
    first: number,
    end: number,
    taken: Uint8Array,
    own: ReadonlySet<number>,
    { isFirst, field }: { readonly isFirst: boolean; readonly field: TextField },
  ) {
    const { words, start, end: ends, kind, gap, text } = tokens;
    if (kind[first] !== TokenKind.Word) return undefined;
    let best: { place: Pick<LinkedPlace, "start" | "end" | "words" | "row">; next: number } | undefined;
    let node: number | undefined;
    for (let at = first; at < end; at++) {
      if (taken[at] !== FREE || (at > first && gap[at] !== Gap.Space) || !IN_FORMS.has(kind[at]!)) break;
      const token = this.#trie.readToken(words[at]!);
      const rows = this.#trie.formsEnding(token, node);
      if (rows.length > 0) {
        const slice = text.slice(start[first], ends[at]);
        const row = this.#formOf(rows, slice, own, { startsSentence: isFirst, inTitle: field === "title" });
        if (
          row !== NONE &&
          !(at === first && this.#isOpen(words[at]!)) &&
          !(at === first && isIdiom(text, start[first]!, ends[at]!))
        )
          best = { place: { start: start[first]!, end: ends[at]!, words: at - first + 1, row }, next: at + 1 };
      }
      node = this.#trie.step(token, node);
      if (node === undefined) break;
    }
    return best;
  }

  /** May it be a place of an open short form? */
  #isOpen(word: string): boolean {
    return this.#open.size > 0 && /\p{Lu}/u.test(word) && this.#open.has(shortKey(word));
  }

  /** The form that a text is of: as written, else with other capitals; none where it may be of two terms. */
  #formOf(rows: readonly number[], text: string, own: ReadonlySet<number>, place: CapitalPlace): number {
    const { texts, groups, needsOwn } = this.forms;
    const allowed = rows.filter((row) => needsOwn[row] === 0 || own.has(groups[row]!));
    const exact = allowed.filter((row) => texts[row] === text);
    const fitting = exact.length > 0 ? exact : allowed.filter((row) => hasSameCapitals(texts[row]!, text, place));
    return (
      onlyGroup(fitting, groups) ??
      onlyGroup(
        fitting.filter((row) => own.has(groups[row]!)),
        groups,
      ) ??
      NONE
    );
  }
}

/** The first of the rows, if all are of one group. */
function onlyGroup(rows: readonly number[], groups: Uint32Array): number | undefined {
  const [first] = rows;
  return first !== undefined && rows.every((row) => groups[row] === groups[first]) ? first : undefined;
}

const openPlace = ({ start, end }: Tokens, at: number) => ({
  start: start[at]!,
  end: end[at]!,
  words: 1,
  row: OPEN_ROW,
});

/** What mentions have of a token: nothing, it and others, it alone. */
const FREE = 0;
const INNER = 1;
const WHOLE = 2;

/** Per token one of these. */
function takenTokens({ start, end, words }: Tokens, chosen: readonly Chosen[], field: TextField): Uint8Array {
  const taken = new Uint8Array(words.length);
  let token = 0;
  for (const { candidate } of chosen) {
    if (candidate.field !== field) continue;
    while (token < words.length && end[token]! <= candidate.start) token++;
    for (; token < words.length && start[token]! < candidate.end; token++)
      taken[token] = start[token]! > candidate.start || end[token]! < candidate.end ? INNER : WHOLE;
  }
  return taken;
}
