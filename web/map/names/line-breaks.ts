/**
 * A name on several lines of about the same width.
 */
import type { NameStyle } from "./name-style.ts";
import type { TextWidths } from "./text-width.ts";

export interface BrokenLine {
  readonly text: string;
  readonly width: number;
}

/** Of a line, at most, in sizes of its letters. */
const MAX_WIDTH = 11;

/** As few lines as fit the widest, all of about the same width. */
export function breakLines(widths: TextWidths, style: NameStyle, text: string): BrokenLine[] {
  const space = widths.of(" ", style);
  const words = text.split(/\s+/).map((word) => ({ text: word, width: widths.of(word, style) }));
  const fill = (max: number): BrokenLine[] =>
    words.reduce<BrokenLine[]>((lines, word) => {
      const last = lines.at(-1);
      if (!last || last.width + space + word.width > max) return [...lines, word];
      return [...lines.slice(0, -1), { text: `${last.text} ${word.text}`, width: last.width + space + word.width }];
    }, []);
  let lines = fill(MAX_WIDTH * style.size);
  for (let max = (MAX_WIDTH - 0.5) * style.size; max > 0; max -= style.size / 2) {
    const narrower = fill(max);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}
