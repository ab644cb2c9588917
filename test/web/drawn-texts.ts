/**
 * The names that a map has painted, read off its canvas.
 */
import type { Page } from "playwright-core";
import type { GraphDocument, TermNode } from "../../src/contract/graph-document.ts";

interface DrawnText {
  readonly text: string;
  readonly font: string;
}

/** To be run before the page's own script: every canvas keeps the texts of its last painting. */
export const KEEP_TEXTS = `{
  const { prototype } = CanvasRenderingContext2D;
  const { clearRect, fillText } = prototype;
  prototype.clearRect = function (...box) {
    this.canvas.texts = [];
    clearRect.apply(this, box);
  };
  prototype.fillText = function (text, ...place) {
    (this.canvas.texts ??= []).push({ text, font: this.font });
    fillText.call(this, text, ...place);
  };
}`;

export async function textsOf(page: Page): Promise<DrawnText[]> {
  return page.evaluate<DrawnText[]>(`document.querySelector(".layer-labels").texts`);
}

/** Terms by their names; a long one stands in two lines. */
export function termsNamed({ terms }: Pick<GraphDocument, "terms">, drawn: readonly DrawnText[]): TermNode[] {
  const byName = new Map(terms.map((term) => [term.term, term]));
  const isTerm = ({ font }: DrawnText) => /sans/i.test(font);
  return drawn.flatMap((line, i) => {
    const next = drawn[i + 1];
    const term = byName.get(line.text) ?? (next && byName.get(`${line.text} ${next.text}`));
    return isTerm(line) && term ? [term] : [];
  });
}
