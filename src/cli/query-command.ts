/**
 * `paperweave query`: answers from a built folder, as text or JSON.
 */
import { loadDocument } from "../io/load-document.ts";
import { UsageError } from "../lib/errors.ts";
import { type GraphIndex, indexGraph } from "../query/graph-index.ts";
import { ANSWERS, type Answer } from "./query-answers.ts";
import type { Context } from "./context.ts";

export interface QueryOptions {
  readonly json: boolean;
  readonly limit: number;
}

export async function queryCommand(
  dir: string,
  question: string,
  words: readonly string[],
  options: QueryOptions,
  context: Context,
): Promise<number> {
  const ask = Object.hasOwn(ANSWERS, question) ? ANSWERS[question] : undefined;
  if (!ask) throw new UsageError(`unknown question "${question}"`, `questions: ${Object.keys(ANSWERS).join(", ")}`);
  if (words.length !== ask.words.length)
    throw new UsageError(
      `"${question}" takes ${ask.words.length === 0 ? "nothing after it" : ask.words.join(" ")}`,
      `for example: paperweave query ${dir} ${ask.example}`,
    );
  const index: GraphIndex = indexGraph(await loadDocument(dir));
  const answer: Answer = ask.answer(index, words, options.limit);
  if (options.json) context.stdout.write(`${JSON.stringify(answer.value, null, 1)}\n`);
  else context.stdout.write(answer.lines.map((text) => `${text}\n`).join(""));
  return 0;
}
