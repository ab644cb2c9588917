import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type InputSource, readInputs } from "../../src/io/inputs.ts";
import { decodeStream, decodeText } from "../../src/unpack/text-decoder.ts";
import { windows1252 } from "../../src/lib/mojibake.ts";
import { findPattern } from "../../src/io/find-files.ts";
import { temporaryFolder } from "../temporary.ts";

const dir = temporaryFolder();
mkdirSync(join(dir, "sub"));
for (const name of ["b.txt", "a.txt", "sub/c.jsonl", "sub/picture.png", ".hidden.txt"])
  writeFileSync(join(dir, name), name);

async function* stdin(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from("from "));
  yield Buffer.from("stdin");
}
const read = async (...paths: string[]) =>
  readInputs(
    paths.map((path) => (path === "-" ? path : join(dir, path))),
    stdin(),
    {
      isReadable: (name) => /\.(txt|jsonl)$/.test(name),
      hint: "files ending in .txt or .jsonl are read from a folder",
    },
  );
const textOf = async (source: InputSource | undefined): Promise<string> => {
  let text = "";
  if (source) for await (const chunk of source.text) text += chunk;
  return text;
};
const names = (result: Awaited<ReturnType<typeof readInputs>>): string[] =>
  result.sources.map(({ file }) => file.replace(`${dir}/`, ""));

describe("inputs", () => {
  it("are files, folders, globs and standard input; each file once", async () => {
    const result = await read("b.txt", ".", "[ab].txt", "**/*.jsonl", "-");
    expect(names(result)).toEqual(["b.txt", "a.txt", "sub/c.jsonl", "-"]);
    const last = result.sources.at(-1);
    expect(await textOf(last)).toBe("from stdin");
    expect(last?.sha256()).toBe(createHash("sha256").update("from stdin").digest("hex"));
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
      ["input/nothing-found", "the pattern matches no file"],
      ["input/unreadable", "no such file or folder"],
    ]);
  });

  it("of which none can be read end the run with advice", async () => {
    await expect(read("gone.txt")).rejects.toThrow(/no such file/);
  });
});

describe("patterns", () => {
  const cases: readonly [pattern: string, found: readonly string[]][] = [
    ["*.txt", ["a.txt", "b.txt"]],
    ["{a,c}.txt", ["a.txt"]],
    ["[!a].txt", ["b.txt"]],
    ["?.txt", ["a.txt", "b.txt"]],
    ["**/*.{txt,jsonl}", ["a.txt", "b.txt", "sub/c.jsonl"]],
    ["sub/*.jsonl", ["sub/c.jsonl"]],
    ["*/*c*.j*n*", ["sub/c.jsonl"]],
    [".*.txt", [".hidden.txt"]],
  ];
  const own = temporaryFolder();
  mkdirSync(join(own, "sub"));
  for (const name of ["b.txt", "a.txt", "sub/c.jsonl", ".hidden.txt"]) writeFileSync(join(own, name), name);
  it.each(["*a*a*a*a*.txt", "sub/+(a)*b*c*d*.txt"])("%s is refused: its matching may not end", async (pattern) => {
    await expect(findPattern(join(own, pattern))).rejects.toThrow(/more than 4 stars/);
  });
  it.each(cases)("%s", async (pattern, found) => {
    expect((await findPattern(join(own, pattern))).map((file) => file.replace(`${own}/`, ""))).toEqual(found);
  });
});

describe("encodings", () => {
  const utf16 = (text: string): number[] => [...Buffer.from(text, "utf16le")];
  const swapped = (text: string): number[] => [...Buffer.from(text, "utf16le").swap16()];
  const cases: readonly [string, readonly number[], string, repaired: readonly number[]][] = [
    ["UTF-8", [0xc3, 0xa9], "é", []],
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é", []],
    ["UTF-16 LE", [0xff, 0xfe, 0xe9, 0x00], "é", []],
    ["UTF-16 BE", [0xfe, 0xff, 0x00, 0xe9], "é", []],
    ["UTF-16 LE without its mark", utf16("@article{café"), "@article{café", []],
    ["UTF-16 BE without its mark", swapped("@article{café"), "@article{café", []],
    ["Windows-1252", [0x93, 0xe9, 0x94], "“é”", [1]],
    ["a mixture line by line", [0xc3, 0xa9, 10, 0xe9, 13, 10, 0xc3, 0xa9], "é\né\r\né", [2]],
    [
      "text encoded twice",
      [...Buffer.from("• é", "utf8")].flatMap((byte) => [...Buffer.from(windows1252(byte))]),
      "• é",
      [1],
    ],
    ["nothing", [], "", []],
  ];
  it.each(cases)("%s", async (_, bytes, text, repaired) => {
    const whole = Uint8Array.from(bytes);
    expect(decodeText(whole)).toBe(text);
    for (const size of [1, 2, 3, 100]) {
      const decoded = decodeStream(inPieces(whole, size), "x");
      expect(await textOf({ file: "x", sha256: () => "", ...decoded })).toBe(text);
      expect(decoded.repairs.map(({ where }) => where?.line)).toEqual(repaired);
    }
  });
});

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
}
