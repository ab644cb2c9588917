/**
 * kill -9 at random moments and before every call of the file system: the old files whole or the new ones whole, and
 * nothing left behind by the next command.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/random.ts";
import { SAMPLE_FOLDER } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { atATime, paperweave, start } from "../processes.ts";
import { openTally, someOf, times } from "../tally.ts";
import { faultIn } from "./folder-state.ts";

const root = temporaryFolder();
const tally = openTally("kill -9");
const WRITER = join(import.meta.dirname, "writer.mjs");
const LANES = 2;
let folders = 0;
const newFolder = (): string => {
  const dir = join(root, `d${folders++}`);
  mkdirSync(dir);
  return dir;
};
const write = async (dir: string, generation: string, killAt = 0, ms?: number) =>
  start(process.execPath, [WRITER, dir, generation, String(killAt)], {
    ...(ms !== undefined && { after: { ms, signal: "SIGKILL" as const } }),
  });

/** Writes the old files in a folder of its own, then the new ones until death. */
async function die(what: string, at: { readonly call?: number; readonly ms?: number }, dir: string): Promise<void> {
  const ended = await write(dir, "new", at.call, at.ms);
  const survived = ended.signal === "SIGKILL" || ended.code === 0 ? await faultIn(dir, ["old", "new"]) : ended.err;
  tally.add(what, survived && `${JSON.stringify(at)}: ${survived}`);
}

test("before every call of the file system", async () => {
  const dir = newFolder();
  const calls = Number((await write(dir, "old")).out);
  expect(calls).toBeGreaterThan(30);
  const all = Array.from({ length: Number((await write(dir, "old")).out) }, (_, i) => i + 1);
  const folder = [newFolder(), newFolder()];
  for (const each of folder) await write(each, "old");
  await atATime(LANES, someOf(all, 8), async (call, lane) =>
    die("killed before a call, over old files", { call }, folder[lane]!),
  );
  await atATime(LANES, someOf(all, 4), async (call) =>
    die("killed before a call, in an empty folder", { call }, newFolder()),
  );
  tally.expectSurvived();
}, 3_600_000);

test("at random moments", async () => {
  const random = seededRandom(16);
  const dirs = [newFolder(), newFolder()];
  for (const dir of dirs) await write(dir, "old");
  const { ms } = await write(dirs[0]!, "old");
  const moments = Array.from({ length: times(8, 1000) }, () => random() * ms * 1.1);
  await atATime(LANES, moments, async (moment, lane) => die("killed at a random moment", { ms: moment }, dirs[lane]!));
  tally.expectSurvived();
}, 7_200_000);

test("whole builds at random moments", async () => {
  const random = seededRandom(17);
  const dir = newFolder();
  const began = performance.now();
  expect((await paperweave(["build", SAMPLE_FOLDER, "-o", dir])).code).toBe(0);
  const whole = performance.now() - began;
  for (let i = 0; i < times(1, 40); i++) {
    const ms = whole * (0.5 + random() * 0.6);
    await paperweave(["build", SAMPLE_FOLDER, "-o", dir, "--seed", String(i)], { after: { ms, signal: "SIGKILL" } });
    tally.add("whole builds killed", await faultIn(dir));
  }
  tally.expectSurvived();
}, 3_600_000);
