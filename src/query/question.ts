/**
 * What a question to a map is: asked with plain arguments, answered with plain data.
 *
 * An answer speaks of nodes by number (papers first, then terms, in document order) and can be sent to and from a
 * thread. Saying it in words is the command line's and the viewer's.
 */
import type { GraphIndex } from "./graph-index.ts";

export interface Question<Args, Answer> {
  /** As a heading. */
  readonly title: string;
  /** What is answered, in one sentence. */
  readonly about: string;
  /** How it is asked on the command line; absent where it has a command of its own. */
  readonly command?: {
    /** What must follow, as shown to the user. */
    readonly words: readonly string[];
    readonly example: string;
    /** As many words as there are in `words`; `limit` is the most answers wanted. */
    readonly read: (words: readonly string[], limit: number) => Args;
  };
  /** Never throws for what people type: what is wrong with it is part of the answer. */
  readonly answer: (index: GraphIndex, args: Args) => Answer;
}
