import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeText, readInputs } from "../../src/io/inputs.ts";
import { temporaryFolder } from "../temporary.ts";

const dir = temporaryFolder();
mkdirSync(join(dir, "sub"));
for (const name of ["b.txt", "a.txt", "sub/c.jsonl", "sub/picture.png"]) writeFileSync(join(dir, name), name);

async function* stdin(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from("from "));
  yield Buffer.from("stdin");
}
const read = async (...paths: string[]) =>
  readInputs(
    paths.map((path) => (path === "-" ? path : join(dir, path))),
    stdin(),
  );
const names = (result: Awaited<ReturnType<typeof readInputs>>): string[] =>
  result.sources.map(({ file }) => file.replace(`${dir}/`, ""));

describe("inputs", () => {
  it("are files, folders, globs and standard input; each file once", async () => {
    const result = await read("b.txt", ".", "[ab].txt", "**/*.jsonl", "-");
    expect(names(result)).toEqual(["b.txt", "a.txt", "sub/c.jsonl", "-"]);
    expect(result.sources.at(-1)?.text).toBe("from stdin");
    expect(result.problems.map(({ code, message }) => [code, message])).toEqual([
      ["input/passed-over", "1 file is passed over by its ending: picture.png"],
    ]);
  });

  it("leave out maps built earlier, hidden folders and readmes", async () => {
    mkdirSync(join(dir, "maps", "built"), { recursive: true });
    for (const name of ["graph.json", "run.json"]) writeFileSync(join(dir, "maps", "built", name), "{}");
    for (const name of ["README.md", "papers.txt"]) writeFileSync(join(dir, "maps", name), name);
    expect(names(await read("maps"))).toEqual(["maps/papers.txt"]);
  });

  it("that are missing are named, and the others are read", async () => {
    const result = await read("gone.txt", "a.txt", "*.pdf");
    expect(names(result)).toEqual(["a.txt"]);
    expect(result.problems.map(({ code, message }) => [code, message])).toEqual([
      ["input/nothing-found", "no readable file here"],
      ["input/unreadable", "no such file or folder"],
    ]);
  });

  it("of which none can be read end the run with advice", async () => {
    await expect(read("gone.txt")).rejects.toThrow(/no such file/);
  });
});

describe("encodings", () => {
  const cases: readonly [string, readonly number[], string][] = [
    ["UTF-8", [0xc3, 0xa9], "é"],
    ["UTF-16 LE", [0xff, 0xfe, 0xe9, 0x00], "é"],
    ["UTF-16 BE", [0xfe, 0xff, 0x00, 0xe9], "é"],
    ["Windows-1252", [0x93, 0xe9, 0x94], "“é”"],
  ];
  it.each(cases)("%s is understood", (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text);
  });
});
