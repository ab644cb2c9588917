/**
 * The last lines of a text that is being read, so that a complaint can show what it is about.
 */

/** Characters that are kept: far more than one record. */
const KEPT = 1 << 20;
const LONGEST = 100;
/** Excerpts of one text; looking each up costs as much as reading a chunk. */
const MOST = 1000;

interface Kept {
  readonly text: string;
  /** 1-based line that the text begins on. */
  readonly line: number;
}

export class Excerpts {
  private kept: Kept[] = [];
  private length = 0;
  private line = 1;
  private given = 0;

  /** The same stream, with its last part kept. */
  async *watch(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const text of chunks) {
      this.kept.push({ text, line: this.line });
      this.length += text.length;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.line++;
      while (this.kept.length > 1 && this.length - (this.kept[0]?.text.length ?? 0) >= KEPT)
        this.length -= this.kept.shift()?.text.length ?? 0;
      yield text;
    }
  }

  /** The beginning of a line, blanks run together; undefined where it is blank, or no longer kept. */
  at(line: number): string | undefined {
    if (this.given >= MOST) return undefined;
    let chunk = this.kept.length - 1;
    while (chunk > 0 && (this.kept[chunk]?.line ?? 0) >= line) chunk--;
    const first = this.kept[chunk];
    if (!first || first.line > line) return undefined;
    this.given++;
    const from = this.kept.slice(chunk, chunk + 2).map(({ text }) => text);
    const text = from.join("");
    let start = 0;
    for (let at = first.line; at < line; at++) {
      start = text.indexOf("\n", start) + 1;
      if (start === 0) return undefined;
    }
    const plain =
      text
        .slice(start, start + 4 * LONGEST)
        .split(/\r|\n/, 1)[0]
        ?.replace(/\s+/g, " ")
        .trim() ?? "";
    if (plain === "") return undefined;
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
  }
}
