import { expect, it } from "vitest";
import { append } from "../../src/lib/append.ts";

it("puts more items behind a list than a call takes arguments", () => {
  const list = ["a"];
  append(list, Array<string>(400_000).fill("b"));
  expect([list.length, list[0], list.at(-1)]).toEqual([400_001, "a", "b"]);
});
