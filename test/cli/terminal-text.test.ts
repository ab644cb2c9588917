import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { terminalText } from "../../src/cli/print/terminal-text.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave } from "./paperweave.ts";

test.each([
  ["\u001b[31mred\u001b[0m", "red"],
  ["\u009b31mred", "red"],
  ["\u001b]0;title\u0007text", "text"],
  ["\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "link"],
  ["\u001bP0;1|x\u001b\\text", "text"],
  ["\u001bcreset", "reset"],
  ["over\u202ewrite\u202c \u2066x\u2069", "overwrite x"],
  ["bell\u0007 back\b \r gone\u007f", "bell back  gone"],
  ["tab\tand\nline", "tab\tand\nline"],
  ["ends in \u001b", "ends in "],
  ["שלום 🏳️‍🌈 é", "שלום 🏳️‍🌈 é"],
])("%j is shown as %j", (text, shown) => {
  expect(terminalText(text)).toBe(shown);
});

test("messages about a file hold nothing of the kind", async () => {
  const file = join(temporaryFolder(), "papers.jsonl");
  writeFileSync(file, `{"title":"A paper","date":"\u009b31m\u202ewhen"}\n`);
  const { err, code } = await paperweave(["import", file]);
  expect([code, err]).toEqual([0, expect.stringContaining('date "when" is not')]);
});
