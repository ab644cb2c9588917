import { expect, it } from "vitest";
import { cutInParts } from "../../src/lib/task.ts";

it.each([
  { items: 10, parts: 3, sizes: [3, 3, 4] },
  { items: 2, parts: 5, sizes: [1, 1] },
  { items: 0, parts: 2, sizes: [] },
])("$items items in $parts parts", ({ items, parts, sizes }) => {
  const list = Array.from({ length: items }, (_, i) => i);
  const cut = cutInParts(list, parts);
  expect(cut.map(({ length }) => length)).toEqual(sizes);
  expect(cut.flat()).toEqual(list);
});
