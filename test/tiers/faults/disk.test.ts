/**
 * Disks that are full, too small a limit, read-only or forbidden: the old files whole, a message that names folder and
 * reason, exit code 2 and nothing left over. What needs a mount or another user is skipped where we may not.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleFolder } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { type Ended, MAIN, start } from "../processes.ts";
import { openTally, someOf } from "../tally.ts";
import { faultIn } from "./folder-state.ts";

const root = temporaryFolder();
const tally = openTally("full and forbidden disks");
const sample = sampleFolder();
const total = readdirSync(sample).reduce((sum, name) => sum + statSync(join(sample, name)).size, 0);
const mayMount = (() => {
  const at = join(root, "probe");
  mkdirSync(at);
  return process.getuid?.() === 0 && mount(at, "size=1m") && unmount(at);
})();

function mount(at: string, options: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "none", at]).status === 0;
}
function unmount(at: string): boolean {
  return spawnSync("umount", ["-l", at]).status === 0;
}
/** The map of the sample copied into a folder: what a full disk may not harm. */
function oldMap(name: string): string {
  const dir = join(root, name);
  cpSync(sample, dir, { recursive: true });
  return dir;
}
/** All formats of the map again, over the old ones: an export is written like a build, in a tenth of its time. */
const WRITE = `${process.execPath} ${MAIN} export "$MAP" --format csv -o "$DIR"`;
const shell = async (script: string, dir: string): Promise<Ended> =>
  start("bash", ["-c", script], { env: { MAP: sample, DIR: dir } });

async function expectRefused(what: string, ended: Ended, dir: string, reason: RegExp): Promise<void> {
  const said = reason.test(ended.err) ? undefined : `said ${JSON.stringify(ended.err)}`;
  const code = ended.code === 2 ? undefined : `exit ${ended.code}`;
  tally.add(what, code ?? said ?? (await faultIn(dir)));
}

describe.skipIf(!mayMount)("a disk of its own (skipped where none may be mounted)", () => {
  const sizes = Array.from({ length: 11 }, (_, i) => Math.round((total * (i + 0.2)) / 11));
  test("that is full at any point: ENOSPC", async () => {
    for (const [i, more] of someOf(sizes, 3).entries()) {
      const dir = join(root, `full-${i}`);
      mkdirSync(dir);
      // Room for the old files, and for a part of the new ones beside them.
      expect(
        mount(dir, `size=${Math.ceil((total + 600_000 + (i === 0 ? 0 : Math.min(more, 300_000))) / 4096) * 4096}`),
      ).toBe(true);
      try {
        cpSync(sample, dir, { recursive: true });
        spawnSync("bash", [
          "-c",
          `head -c 100000000 /dev/zero > "${dir}/filler"; truncate -s -${i * 20_000 + 1} "${dir}/filler"`,
        ]);
        await expectRefused("ENOSPC", await shell(WRITE, dir), dir, /cannot write to .*ENOSPC/);
      } finally {
        unmount(dir);
      }
    }
    tally.expectSurvived();
  }, 600_000);

  test("that is read-only: EROFS, and what is read from it is read", async () => {
    const dir = join(root, "read-only");
    mkdirSync(dir);
    expect(mount(dir, "size=64m")).toBe(true);
    try {
      cpSync(sample, dir, { recursive: true });
      mkdirSync(join(dir, ".paperweave-next-1.1.0000000000000000.cafe"));
      expect(spawnSync("mount", ["-o", "remount,ro", dir]).status).toBe(0);
      const ended = await shell(WRITE, dir);
      tally.add("EROFS", ended.code === 2 && /EROFS/.test(ended.err) ? undefined : `exit ${ended.code} ${ended.err}`);
      const read = await shell(`${process.execPath} ${MAIN} query "$DIR" gaps`, dir);
      tally.add("reading from a read-only disk", read.code === 0 ? undefined : read.err);
    } finally {
      unmount(dir);
    }
    tally.expectSurvived();
  }, 300_000);
});

test("files that may not grow so large: EFBIG", async () => {
  const largest = Math.max(
    ...readdirSync(sample)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => statSync(join(sample, name)).size),
  );
  const limits = [1, 2, 3, 4, 5, 6, 7].map((i) => Math.floor((largest * i) / 8 / 1024));
  for (const limit of someOf(limits, 2)) {
    const dir = oldMap(`limited-${limit}`);
    await expectRefused("EFBIG", await shell(`ulimit -f ${limit}; ${WRITE}`, dir), dir, /cannot write to .*EFBIG/);
  }
  tally.expectSurvived();
}, 600_000);

test.skipIf(process.getuid?.() !== 0)(
  "a folder of somebody else: EACCES (skipped where we are not root)",
  async () => {
    const dir = oldMap("forbidden");
    chmodSync(root, 0o755);
    const ended = await shell(`setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent ${WRITE}`, dir);
    await expectRefused("EACCES", ended, dir, /cannot write to .*EACCES/);
    tally.expectSurvived();
  },
  300_000,
);
