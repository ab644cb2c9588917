/**
 * A job cut into pieces, and runs that were cut off: in the end the same bytes as one build in one go.
 */
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../src/cli/context.ts";
import { run } from "../../src/cli/run.ts";
import { readSealed, writeSealed } from "../../src/io/sealed-file.ts";
import { packPiece, unpackPiece } from "../../src/piece.ts";
import { manyPapers } from "../many-papers.ts";
import { temporaryFolder } from "../temporary.ts";

const dir = temporaryFolder();
const input = join(dir, "papers.jsonl");
const inDir = (...path: string[]) => join(dir, ...path);

async function paperweave(...args: string[]): Promise<{ code: number; out: Buffer; err: string }> {
  const out: (string | Uint8Array)[] = [];
  let err = "";
  const context: Context = {
    stdin: Readable.from([]),
    stdout: { write: (chunk) => out.push(chunk) },
    stderr: { write: (text) => (err += text) },
    now: () => 0,
  };
  const code = await run(args, context);
  return { code, out: Buffer.concat(out.map((chunk) => Buffer.from(chunk))), err };
}

const extract = async (share: string, out: string, ...more: string[]) =>
  paperweave("extract", input, "--shard", share, "--out", inDir(out), "--no-cache", "--workers", "1", ...more);

/** Name → content of every file. */
const filesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(inDir(folder))
      .sort()
      .map((name) => [name, readFileSync(inDir(folder, name), "latin1")]),
  );

beforeAll(async () => {
  writeFileSync(input, `${await manyPapers()}no JSON\n`);
  mkdirSync(inDir("pieces"));
  expect(await paperweave("build", input, "-o", inDir("alone"), "--no-dedupe", "--no-cache")).toMatchObject({
    code: 0,
  });
  for (const i of [1, 2, 3]) expect(await extract(`${i}/3`, `pieces/${i}`, "--no-dedupe")).toMatchObject({ code: 0 });
}, 300_000);

describe("a job in pieces", () => {
  it("gives what one machine gives, byte by byte, in any order of the pieces", async () => {
    const { code, err } = await paperweave(
      "merge",
      ...[3, 1, 2, 1].map((i) => inDir("pieces", `${i}`)),
      "-o",
      inDir("merged"),
    );
    expect(code).toBe(0);
    expect(err).toContain("not valid JSON");
    expect(filesOf("merged")).toEqual(filesOf("alone"));
  });

  it("made again gives the same piece", async () => {
    expect(await extract("2/3", "again", "--no-dedupe", "--workers", "2")).toMatchObject({ code: 0 });
    expect(readFileSync(inDir("again")).equals(readFileSync(inDir("pieces/2")))).toBe(true);
  });

  it("goes to standard output as it goes to a file", async () => {
    const share = ["--shard", "2/3", "--out", "-", "--no-dedupe", "--no-cache"];
    const { code, out, err } = await paperweave("extract", input, ...share);
    expect([code, out.equals(readFileSync(inDir("pieces/2")))]).toEqual([0, true]);
    expect(err).toContain("→ standard output");
  });

  it.each([
    ["a piece is missing", ["1", "3"], /of 3 pieces, 2 is missing/],
    ["a piece is of other settings", ["1", "2", "3", "other"], /other is of another job than .*1/],
    ["a piece is cut off", ["1", "2", "cut"], /cut is no piece, or is damaged/],
    ["a file is no piece", ["1", "2", "text"], /text is no piece, or is damaged/],
    ["a file is not there", ["1", "2", "nowhere"], /nowhere: cannot be read/],
  ])("is refused when %s, and nothing is written", async (_, names, message) => {
    if (!existsSync(inDir("pieces/other"))) {
      await extract("1/3", "pieces/other");
      copyFileSync(inDir("pieces/3"), inDir("pieces/cut"));
      truncateSync(inDir("pieces/cut"), 5000);
      writeFileSync(inDir("pieces/text"), "a text");
    }
    const pieces = names.map((name) => inDir("pieces", name));
    const { code, err } = await paperweave("merge", ...pieces, "-o", inDir("refused"));
    expect([code, message.test(err) ? "" : err]).toEqual([2, ""]);
    expect(existsSync(inDir("refused"))).toBe(false);
  });

  it("is refused when all pieces are of another version", async () => {
    const files = [1, 2, 3].map((i) => inDir(`version-${i}`));
    for (const [i, file] of files.entries()) {
      const piece = unpackPiece((await readSealed(inDir("pieces", `${i + 1}`)))!);
      await writeSealed(file, packPiece({ ...piece, job: { ...piece.job, version: "0" } }));
    }
    const { code, err } = await paperweave("merge", ...files, "-o", inDir("refused"));
    expect([code, existsSync(inDir("refused"))]).toEqual([2, false]);
    expect(err).toContain("by another version of paperweave");
  });

  it.each(["0/3", "4/3", "1", "a/b", "1/0", "-1/3"])("has no piece %s", async (share) => {
    const { code, err } = await extract(share, "none");
    expect([code, existsSync(inDir("none"))]).toEqual([2, false]);
    expect(err).toContain("--shard takes i/n");
  });
});

it("a run that is killed and started again gives the same bytes", async () => {
  const main = join(import.meta.dirname, "../../src/cli/main.ts");
  const args = ["build", input, "-o", inDir("killed"), "--no-dedupe", "--cache", inDir("cache"), "--progress-json"];
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), main, ...args, "--workers", "1"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  // Killed once a first shard is kept, while others are not.
  while (!existsSync(inDir("cache")) || readdirSync(inDir("cache")).length === 0) await sleep(5);
  child.kill("SIGKILL");
  await ended;
  expect(existsSync(inDir("killed", "graph.json"))).toBe(false);
  expect(await paperweave(...args)).toMatchObject({ code: 0 });
  expect(filesOf("killed")).toEqual(filesOf("alone"));
});
