/**
 * JSONTestSuite (Seriot, "Parsing JSON is a Minefield"): what must be taken is taken, what must be refused is refused with
 * its place, by the reader of graph.json and by that of papers.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { JsonReader } from "../../src/contract/json-reader.ts";
import { chunksOf } from "../../src/read/chunks.ts";
import { jsonItems } from "../../src/read/json-items.ts";
import { decodeStream } from "../../src/unpack/text-decoder.ts";
import { SHARED } from "./shared.ts";

const FOLDER = join(SHARED, "fixtures/nasty-json/test_parsing");
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];
const named = (letter: string): string[] => files.filter((name) => name.startsWith(`${letter}_`));

/** Undefined when it is taken. */
function refusalOf(name: string): string | undefined {
  try {
    const reader = new JsonReader();
    reader.push(readFileSync(join(FOLDER, name), "utf8"));
    reader.end();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(readFileSync(join(FOLDER, name)));
}

/** Whether all of it is taken without a word; `line` of what is told. */
async function itemsOf(name: string): Promise<{ items: number; told: number[] }> {
  let items = 0;
  const told: number[] = [];
  for await (const item of jsonItems(chunksOf(decodeStream(bytesOf(name), name).text))) {
    items++;
    if ("broken" in item || item.mended !== undefined) told.push(item.line);
  }
  return { items, told };
}

describe.skipIf(files.length === 0)("JSONTestSuite", () => {
  test("has as many files as it is known to have", () => {
    expect(["y", "n", "i"].map((letter) => named(letter).length)).toEqual([95, 188, 35]);
  });

  test("graph.json: valid is taken, invalid refused with its place, the rest one or the other", () => {
    expect(named("y").filter((name) => refusalOf(name) !== undefined)).toEqual([]);
    expect(named("n").filter((name) => !/position|line|breaks off/.test(refusalOf(name) ?? ""))).toEqual([]);
    for (const name of named("i")) expect(refusalOf(name) ?? "").not.toMatch(/undefined|null/);
  });

  test("papers: valid is taken, invalid told with its line, but for commas too many", async () => {
    for (const name of named("y")) expect([name, (await itemsOf(name)).told]).toEqual([name, []]);
    const silent: string[] = [];
    for (const name of named("n")) {
      const { items, told } = await itemsOf(name);
      if (items > 0 && told.length === 0) silent.push(name);
      expect(told.filter((line) => line < 1)).toEqual([]);
    }
    // No item is lost with a comma that has none.
    expect(silent.filter((name) => !/comma|missing_value/.test(name))).toEqual([]);
    expect(silent).toHaveLength(8);
  });
});
