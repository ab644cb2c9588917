import { expect, test } from "vitest";
import { paperName } from "../../src/contract/paper-name.ts";

test.each([
  "",
  " ",
  "\u200b\u200d",
  "\u00ad",
  "\u2800",
  "\u3164",
  "\u202e\u202c",
  "\ufeff\n",
  "\u0301",
  "\ue000",
  "\ud800",
])("a paper titled %j is called by its id", (title) => {
  expect(paperName({ title, id: "10.1/a" })).toBe("10.1/a");
});

test.each(["A", "漢", "α", "🧶", "?", "\u200bA"])("%j can be seen", (title) => {
  expect(paperName({ title, id: "10.1/a" })).toBe(title);
});
