import { beforeAll, expect, test } from "vitest";
import { wordTags } from "../../../src/extract/text/nlp.ts";
import { decodeWordTags, encodeWordTags, type KnownTags } from "../../../src/extract/text/word-tags.ts";
import { readAsset } from "../../../src/io/package-files.ts";

let bytes: Uint8Array;
let known: KnownTags;
beforeAll(async () => {
  bytes = await readAsset("word-tags.txt");
  known = decodeWordTags(bytes);
});

test("the shipped verdicts are those of compromise", () => {
  const words = [...known.keys()];
  expect(words.length).toBeGreaterThan(40_000);
  const masks = wordTags(words);
  const wrong = words.filter((word, i) => known.get(word) !== masks[i]);
  expect(wrong, "run `tsx src/dev/train/train-word-tags.ts`").toEqual([]);
});

test("are written as they are read", () => {
  expect(encodeWordTags(known)).toBe(new TextDecoder().decode(bytes));
  expect(decodeWordTags(new Uint8Array()).has("word")).toBe(false);
});
