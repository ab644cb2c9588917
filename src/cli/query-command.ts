/**
 * `paperweave query`: answers from a built folder, as text or JSON.
 */
import { writeCsvRow } from "../export/csv.ts";
import { loadDocument } from "../io/load-document.ts";
import { UsageError } from "../lib/errors.ts";
import { type GraphIndex, indexGraph } from "../query/graph-index.ts";
import { answerQuestion, QUESTION_IDS, QUESTIONS } from "../query/questions.ts";
import type { Context } from "./context.ts";
import { terminalText } from "./print/terminal-text.ts";
import { PRINTERS, type AskedById, type Printed } from "./print/answers.ts";

export interface QueryOptions {
  readonly json: boolean;
  /** The answer as a table, where it is one. */
  readonly csv?: boolean;
  readonly limit: number;
}

export async function queryCommand(
  dir: string,
  question: string,
  words: readonly string[],
  options: QueryOptions,
  context: Context,
): Promise<number> {
  const id = QUESTION_IDS.filter(isAskedById).find((known) => known === question);
  const command = id && QUESTIONS[id].command;
  if (id === undefined || command === undefined)
    throw new UsageError(`unknown question "${question}"`, `questions: ${QUESTION_IDS.filter(isAskedById).join(", ")}`);
  if (words.length !== command.words.length)
    throw new UsageError(
      `"${question}" takes ${command.words.length === 0 ? "nothing after it" : command.words.join(" ")}`,
      `for example: paperweave query ${dir} ${command.example}`,
    );
  const printed = printAnswer(indexGraph(await loadDocument(dir)), id, PRINTERS[id], words, options.limit);
  if (options.csv === true) {
    if (!printed.table) throw new UsageError(`"${question}" has no table`, "--csv goes with: table, abbreviations");
    context.stdout.write(printed.table.map(writeCsvRow).join(""));
  } else if (options.json) context.stdout.write(`${JSON.stringify(printed.value, null, 1)}\n`);
  else context.stdout.write(terminalText(printed.lines.map((text) => `${text}\n`).join("")));
  return 0;
}

/** @param words as many as the question takes. */
function printAnswer<Id extends AskedById>(
  index: GraphIndex,
  id: Id,
  print: (typeof PRINTERS)[Id],
  words: readonly string[],
  limit: number,
): Printed {
  const { command } = QUESTIONS[id];
  if (command === undefined) throw new Error(`"${id}" cannot be asked on the command line`);
  const args = command.read(words, limit);
  return print(index, answerQuestion(index, id, args), args, limit);
}

function isAskedById(id: keyof typeof QUESTIONS): id is AskedById {
  return Object.hasOwn(PRINTERS, id);
}
