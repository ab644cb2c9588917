/**
 * Papers as JSON Lines or JSON, with the field names of our own contract. `text` is accepted for `abstract`.
 *
 * A line that is no paper is a problem with its number; every other line is read.
 */
import { papersIn } from "./json-shapes.ts";
import { jsonReader } from "./json-reader.ts";
import { plainDraft } from "./plain-object.ts";

export const jsonl = jsonReader({
  id: "jsonl",
  title: "JSON Lines or JSON",
  from: "your own programs: `title`, `abstract`, and any of the fields that `import` writes",
  recognizes: (head) => (/^\s*[{[]/.test(head) ? 0.5 : isBelowOthers(head) ? 0.45 : 0),
  papersIn,
  draft: plainDraft,
});

/** Lines of JSON below one or two of something else. */
function isBelowOthers(head: string): boolean {
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  const isItem = (line: string | undefined): boolean => /^\s*\{\s*"[^"]{1,60}"\s*:/.test(line ?? "");
  return [1, 2].some((at) => isItem(lines[at]) && (lines.length === at + 1 || isItem(lines[at + 1])));
}
