/**
 * Replacements in a text, with the way back: which slice of the text before them a slice of the text behind them is.
 */

/** `text` stands for what was between the offsets (UTF-16 units, end exclusive). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text as it is tagged. A slice of `text` is the slice `[givenStart, givenEnd)` of the text as given. */
export interface CleanText {
  readonly text: string;
  /** First and last offset of the smallest slice as given that reads as `text.slice(start, end)`. */
  givenStart(start: number): number;
  givenEnd(end: number): number;
}

const same = (offset: number): number => offset;

/** A text that needs no change. */
export function unchanged(text: string): CleanText {
  return { text, givenStart: same, givenEnd: same };
}

/** @param edits in any order; of two that overlap the later one is left out */
export function applyEdits(before: CleanText, edits: readonly Edit[]): CleanText {
  if (edits.length === 0) return before;
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const map = new EditMap(before, sorted.length);
  let text = "";
  let from = 0;
  for (const edit of sorted) {
    if (edit.start < from) continue;
    text += before.text.slice(from, edit.start);
    map.push(edit, text.length);
    text += edit.text;
    from = edit.end;
  }
  map.text = text + before.text.slice(from);
  return map;
}

/** Offsets before and behind each edit, in both texts. */
class EditMap implements CleanText {
  text = "";
  readonly #before: CleanText;
  readonly #places: Int32Array;
  #length = 0;

  constructor(before: CleanText, edits: number) {
    this.#before = before;
    this.#places = new Int32Array(edits * 4);
  }

  push({ start, end, text }: Edit, at: number): void {
    this.#places.set([at, at + text.length, start, end], 4 * this.#length++);
  }

  givenStart(start: number): number {
    const [, cleanEnd, editStart, editEnd] = this.#edit(start, false);
    // What was dropped right before a slice is no part of it.
    return this.#before.givenStart(start < cleanEnd ? editStart : editEnd + start - cleanEnd);
  }

  givenEnd(end: number): number {
    const [, cleanEnd, , editEnd] = this.#edit(end, true);
    return this.#before.givenEnd(end <= cleanEnd ? editEnd : editEnd + end - cleanEnd);
  }

  /** The last edit at or (`strictly`) before an offset of the text behind it; one of nothing at 0 if there is none. */
  #edit(offset: number, strictly: boolean): readonly [number, number, number, number] {
    const places = this.#places;
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = places[4 * middle]!;
      if (strictly ? at < offset : at <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return [0, 0, 0, 0];
    const row = 4 * (low - 1);
    return [places[row]!, places[row + 1]!, places[row + 2]!, places[row + 3]!];
  }
}
