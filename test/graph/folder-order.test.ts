/**
 * The folders of src/graph stand in the order of the work; a file imports from its own folder, earlier ones and the root.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../src/graph");
const ORDER = ["similarity", "communities", "edges", "names", "layout", "document"];
/** The root's file that calls the steps. */
const SPINE = "build.ts";

it("no file of the graph stage imports from a later step", () => {
  const files = ORDER.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)));
  expect(files.length).toBeGreaterThan(30);
  const against = files.flatMap((file) => {
    const step = ORDER.indexOf(relative(ROOT, dirname(file)));
    return ts
      .preProcessFile(readFileSync(file, "utf8"), true, true)
      .importedFiles.map(({ fileName }) => relative(ROOT, join(dirname(file), fileName)))
      .filter((target) => target === SPINE || ORDER.indexOf(dirname(target)) > step)
      .map((target) => `${relative(ROOT, file)} imports ${target}`);
  });
  expect(against).toEqual([]);
});
