import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { findDocument, loadDocument } from "../../src/io/load-document.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";

const root = temporaryFolder();
let folders = 0;
function folder(text?: string): string {
  const dir = join(root, `d${folders++}`);
  mkdirSync(dir);
  if (text !== undefined) writeFileSync(join(dir, "graph.json"), text);
  return dir;
}
const written = (document: GraphDocument) => [...writeGraphJson(document)].join("");

describe("graph.json", () => {
  it("comes back as it was written, longer than what is read at a time", async () => {
    const [first] = TINY.papers;
    const papers = Array.from({ length: 4000 }, (_, i) => ({ ...first!, node: `p${i}`, title: `é\u{1f600}"]}, ${i}` }));
    const document = { ...TINY, papers };
    expect(written(document).length).toBeGreaterThan(2 ** 20);
    expect(await loadDocument(folder(written(document)))).toEqual(document);
    expect(await loadDocument(folder(JSON.stringify(TINY, null, 4)))).toEqual(TINY);
  });

  it("that is missing is asked for", async () => {
    expect(await findDocument(folder())).toBeUndefined();
    await expect(loadDocument(folder())).rejects.toThrow(/graph\.json: cannot be read/);
  });

  const text = written(TINY);
  const table: readonly (readonly [what: string, text: string, said: RegExp])[] = [
    ["cut off", text.slice(0, -9), /graph\.json: not valid JSON \(\w+.*position \d+/],
    [
      "with a broken term",
      text.replace('"term":"', '"term":'),
      /graph\.json: not valid JSON \(terms\[0\]: .*position \d+/,
    ],
    ["of another kind", '{"schema": "other/1"}', /graph\.json: schema "other\/1", but this tool reads/],
    [
      "with a wrong value",
      text.replace(/"papers":\d+/, '"papers":"x"'),
      /terms\[0\]\.papers: expected an integer, got "x"/,
    ],
    ["that is a list", "[]", /schema undefined/],
  ];
  it.each(table)("%s is refused, with the place", async (_, broken, said) => {
    await expect(loadDocument(folder(broken))).rejects.toThrow(said);
  });
});
