/**
 * Widths of names without asking the browser about each: every letter is measured once per typeface, at one size.
 *
 * A name's width is the sum of its letters' (kerning left out: one or two per cent), scaled to its size. Measuring whole
 * names cost more script per hover than drawing them.
 */
import type { NameStyle } from "./name-style.ts";

const MEASURED_SIZE = 100;

export class TextWidths {
  /** For measuring only. */
  readonly #context: CanvasRenderingContext2D;
  readonly #faces = new Map<string, Map<string, number>>();

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** In pixels. */
  of(text: string, { size, family, weight, italic }: NameStyle): number {
    const face = `${italic ? "italic " : ""}${weight} ${MEASURED_SIZE}px ${family}`;
    let letters = this.#faces.get(face);
    if (!letters) this.#faces.set(face, (letters = new Map<string, number>()));
    let sum = 0;
    for (const letter of text) {
      let width = letters.get(letter);
      if (width === undefined) {
        this.#context.font = face;
        letters.set(letter, (width = this.#context.measureText(letter).width));
      }
      sum += width;
    }
    return (sum * size) / MEASURED_SIZE;
  }
}
