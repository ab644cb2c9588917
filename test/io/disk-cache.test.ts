import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DiskCache } from "../../src/io/disk-cache.ts";
import { stageKeys } from "../../src/io/stage-key.ts";
import { TAGGING_CODE } from "../../src/workers/tag-store.ts";

const KEY = "ab".repeat(32);
const OTHER = "cd".repeat(32);
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "paperweave-cache-"));
});
afterEach(async () => rm(dir, { recursive: true, force: true }));

const content = (...bytes: number[]) => Uint8Array.from(bytes).buffer;
const fileOf = (key: string) => join(dir, key.slice(0, 2), key);

it("gives back what was kept, and nothing else", async () => {
  const cache = new DiskCache(dir, 1e6);
  expect(await cache.read(KEY)).toBeUndefined();
  await cache.write(KEY, content(1, 2, 3));
  expect(new Uint8Array((await cache.read(KEY))!)).toEqual(Uint8Array.of(1, 2, 3));
  expect(await cache.read(OTHER)).toBeUndefined();
  expect(await readdir(join(dir, "ab"))).toEqual([KEY]);
});

it.each([
  ["cut off", async (file: string) => truncate(file, 5)],
  ["empty", async (file: string) => truncate(file, 0)],
  [
    "changed in one bit",
    async (file: string) => {
      const bytes = await readFile(file);
      bytes[1]! ^= 1;
      await writeFile(file, bytes);
    },
  ],
])("an entry that is %s is a miss, and goes", async (_, damage) => {
  const cache = new DiskCache(dir, 1e6);
  await cache.write(KEY, content(1, 2, 3));
  await damage(fileOf(KEY));
  expect(await cache.read(KEY)).toBeUndefined();
  expect(await readdir(join(dir, "ab"))).toEqual([]);
});

it("a folder that cannot be written to keeps nothing and hurts nobody", async () => {
  await writeFile(join(dir, "file"), "");
  const cache = new DiskCache(join(dir, "file"), 1e6);
  await cache.write(KEY, content(1));
  expect(await cache.read(KEY)).toBeUndefined();
  await cache.evict();
});

it("above its bound what was used longest ago goes first", async () => {
  const entry = 1000;
  const cache = new DiskCache(dir, 2.5 * entry);
  const keys = ["1", "2", "3"].map((digit) => digit.repeat(64));
  for (const [at, key] of keys.entries()) {
    await cache.write(key, new ArrayBuffer(entry));
    await utimes(fileOf(key), 1000 + at, 1000 + at);
  }
  // Reading is use.
  expect(await cache.read(keys[0]!)).toBeDefined();
  await cache.evict();
  expect(await Promise.all(keys.map(async (key) => (await cache.read(key)) !== undefined))).toEqual([
    true,
    false,
    true,
  ]);
});

it("what a dead run left half-written goes, what is being written stays", async () => {
  const cache = new DiskCache(dir, 1e6);
  await cache.write(KEY, content(1));
  await writeFile(`${fileOf(KEY)}.old.part`, "half");
  await utimes(`${fileOf(KEY)}.old.part`, 1000, 1000);
  await writeFile(`${fileOf(KEY)}.new.part`, "half");
  await cache.evict();
  expect((await readdir(join(dir, "ab"))).sort()).toEqual([KEY, `${KEY}.new.part`]);
});

it("a key changes with name, settings, code, models and input", async () => {
  const identity = { name: "tag", folders: ["lib"], assets: ["word-tags.txt"], settings: { minProbability: 0.1 } };
  const keyOf = async (changes: Partial<typeof identity>, input = "a") =>
    (await stageKeys({ ...identity, ...changes }))(input);
  const keys = [
    await keyOf({}),
    await keyOf({}, "b"),
    await keyOf({ name: "choose" }),
    await keyOf({ folders: ["tables"] }),
    await keyOf({ assets: [] }),
    await keyOf({ settings: { minProbability: 0.2 } }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(await keyOf({})).toBe(keys[0]);
});

it("the key of tags holds every folder inside those of its code", async () => {
  const src = join(import.meta.dirname, "../../src");
  for (const folder of TAGGING_CODE.filter((name) => name !== "extract"))
    for (const entry of await readdir(join(src, folder), { withFileTypes: true }))
      if (entry.isDirectory()) expect(TAGGING_CODE).toContain(`${folder}/${entry.name}`);
});
