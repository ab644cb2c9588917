/**
 * Comments in files of JSON, which JSON itself has none of.
 */

/** What no JSON begins with, and comments do. */
export const NOTE = /^\s*(#|\/\/|\/\*|\*|%|;|--|<!--)/;
/** What comments between the items of an array begin with. */
export const INNER_NOTE = /^\s*(#|\/\/|\/\*)/;

/** The lines at a text's beginning that are comments or blank, with their ends. */
export function leadingNotes(head: string): string {
  let end = 0;
  const blocks = new NoteBlocks();
  for (const [line] of head.matchAll(/[^\n]*\n/g)) {
    if (!blocks.holds(line) && line.trim() !== "" && !NOTE.test(line)) break;
    end += line.length;
  }
  return head.slice(0, end);
}

/** Comments that go over lines. */
export class NoteBlocks {
  private isOpen = false;

  /** Whether a line, given after those above it, is part of one that began above. One that nobody ends holds no items. */
  holds(line: string): boolean {
    const isInside = this.isOpen && !/^\s*[{[]/.test(line);
    if (isInside) this.isOpen = !line.includes("*/");
    else this.isOpen = /^\s*\/\*/.test(line) && !line.includes("*/");
    return isInside;
  }
}
