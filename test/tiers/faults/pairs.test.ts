/**
 * Two writers into one folder at once, in one space of processes and in two (containers that share a disk, where both may
 * have one number): the files of one of them, both ending well.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../temporary.ts";
import { start } from "../processes.ts";
import { openTally, times } from "../tally.ts";
import { faultIn } from "./folder-state.ts";

const root = temporaryFolder();
const tally = openTally("two builds at once");
const WRITER = join(import.meta.dirname, "writer.mjs");
const SPACE = ["unshare", "--pid", "--fork", "--mount-proc"];
const mayUnshare = spawnSync(SPACE[0]!, [...SPACE.slice(1), "true"]).status === 0;
let folders = 0;

async function pair(what: string, before: readonly string[], delay: number): Promise<void> {
  const dir = join(root, `d${folders++}`);
  mkdirSync(dir);
  const write = async (generation: string, wait: number) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const [command, ...args] = [...before, process.execPath, WRITER, dir, generation, "0"];
    return start(command, args);
  };
  const ended = await Promise.all([write("first", 0), write("second", delay)]);
  const failed = ended.find(({ code }) => code !== 0);
  tally.add(what, failed?.err ?? (await faultIn(dir, ["first", "second"])));
}

test("in one space of processes", async () => {
  for (let i = 0; i < times(4, 60); i++) await pair("two writers", [], (i % 6) * 15);
  tally.expectSurvived();
}, 3_600_000);

test.skipIf(!mayUnshare)(
  "each process 1 of its own (skipped where that is not allowed)",
  async () => {
    for (let i = 0; i < times(4, 60); i++) await pair("two writers, both process 1", SPACE, (i % 6) * 15);
    tally.expectSurvived();
  },
  3_600_000,
);

test("a writer that dies while it puts its files in place, and the next one", async () => {
  const dir = join(root, "dies");
  mkdirSync(dir);
  const calls = Number((await start(process.execPath, [WRITER, dir, "old", "0"])).out);
  for (let call = calls - 8; call <= calls; call++) {
    await start(process.execPath, [WRITER, dir, "dead", String(call)]);
    const next = await start(process.execPath, [WRITER, dir, "next", "0"]);
    tally.add("a writer after one that died", next.code === 0 ? await faultIn(dir, ["next"]) : next.err);
  }
  expect(calls).toBeGreaterThan(30);
  tally.expectSurvived();
}, 600_000);
