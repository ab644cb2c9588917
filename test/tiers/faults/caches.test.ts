/**
 * Caches and pieces that are torn, foreign, older or shared: recognised and made again, the same bytes as without them.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/random.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { paperweave } from "../processes.ts";
import { openTally, someOf, times } from "../tally.ts";

const root = temporaryFolder();
const tally = openTally("caches and pieces");
const random = seededRandom(19);
const input = join(SAMPLE_FOLDER, SAMPLE_FILES[0]!);
const [CACHE, TRIED] = [join(root, "cache"), join(root, "tried")];

async function termsOf(...cache: string[]): Promise<string> {
  const { code, out, err } = await paperweave(["extract", input, ...cache]);
  if (code !== 0) throw new Error(err);
  return createHash("sha256").update(out).digest("hex");
}
const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .sort();

interface Damage {
  readonly what: string;
  readonly harm: (file: string, content: Buffer) => void;
}
const DAMAGES: readonly Damage[] = [
  {
    what: "a bit is another",
    harm: (file, content) => {
      flip(content);
      writeFileSync(file, content);
    },
  },
  { what: "cut off", harm: (file, content) => truncateSync(file, Math.floor(content.length * random())) },
  { what: "empty", harm: (file) => truncateSync(file, 0) },
  { what: "longer", harm: (file, content) => writeFileSync(file, Buffer.concat([content, Buffer.from("x")])) },
  { what: "of another program", harm: (file) => writeFileSync(file, "#!/bin/sh\n") },
  {
    what: "a folder",
    harm: (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  },
  { what: "gone", harm: (file) => rmSync(file) },
];

function flip(content: Buffer): void {
  const at = Math.floor(random() * content.length);
  content[at] = content[at]! ^ (1 << Math.floor(random() * 8));
}

test("a damaged cache is a miss", async () => {
  const plain = await termsOf("--no-cache");
  expect(await termsOf("--cache", CACHE)).toBe(plain);
  expect(filesIn(CACHE).length).toBeGreaterThan(0);
  const cases = Array.from({ length: times(1, 12) }, () => DAMAGES).flat();
  for (const { what, harm } of someOf(cases, 4)) {
    rmSync(TRIED, { recursive: true, force: true });
    cpSync(CACHE, TRIED, { recursive: true });
    for (const file of filesIn(TRIED)) harm(file, readFileSync(file));
    tally.add(`cache: ${what}`, (await termsOf("--cache", TRIED)) === plain ? undefined : "other terms");
    tally.add("cache: made again and used", (await termsOf("--cache", TRIED)) === plain ? undefined : "other terms");
  }
  tally.expectSurvived();
}, 1_800_000);

test("two builds share one cache", async () => {
  const plain = await termsOf("--no-cache");
  for (let i = 0; i < times(1, 10); i++) {
    rmSync(TRIED, { recursive: true, force: true });
    for (const hash of await Promise.all([termsOf("--cache", TRIED), termsOf("--cache", TRIED)]))
      tally.add("cache: shared", hash === plain ? undefined : "other terms");
  }
  tally.expectSurvived();
}, 600_000);

test("a damaged piece is refused by name", async () => {
  const dir = join(root, "pieces");
  mkdirSync(dir);
  const pieces = [join(dir, "one"), join(dir, "two")];
  for (const [i, piece] of pieces.entries())
    expect((await paperweave(["extract", input, "--shard", `${i + 1}/2`, "--out", piece])).code).toBe(0);
  const [first = "", second = ""] = pieces;
  const whole = readFileSync(second);
  const cases = Array.from({ length: times(1, 8) }, () => DAMAGES).flat();
  for (const { what, harm } of someOf(cases, 4)) {
    rmSync(second, { recursive: true, force: true });
    writeFileSync(second, whole);
    harm(second, Buffer.from(whole));
    const { code, err } = await paperweave(["merge", first, second, "-o", join(root, "merged")]);
    tally.add(`piece: ${what}`, code === 2 && err.includes("two") ? undefined : `exit ${code}: ${err}`);
  }
  tally.expectSurvived();
}, 1_800_000);
