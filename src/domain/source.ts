/**
 * One input as handed to the readers: who names it, and its text, whole or in chunks.
 */
import type { Problem } from "./staged.ts";

export interface Source {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  /** The whole text, or a stream of decoded chunks of any length that is read once. */
  readonly text: string | AsyncIterable<string>;
  /** What the decoder of the bytes had to repair: complete when the text has been read. */
  readonly repairs?: readonly Problem[];
}
