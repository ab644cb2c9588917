/**
 * Help for `paperweave query`, made from the list of questions.
 */
import { QUESTION_IDS, QUESTIONS } from "../query/questions.ts";

const ASKED = QUESTION_IDS.flatMap((id) => {
  const { command, about } = QUESTIONS[id];
  return command === undefined ? [] : [{ id, form: [id, ...command.words].join(" "), about, example: command.example }];
});

/** `gaps, bridges or path`. */
export const QUESTION_NAMES = ASKED.map(({ id }) => id)
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");

/** One line a question: what to type, and what it answers. */
export function questionsHelp(): string {
  const width = Math.max(...ASKED.map(({ form }) => form.length));
  const lines = ASKED.map(({ form, about }) => `  ${form.padEnd(width)}  ${about}`);
  return `Questions:\n${lines.join("\n")}\n\nFor example: paperweave query output ${ASKED.find(({ id }) => id === "path")?.example ?? ""}`;
}
