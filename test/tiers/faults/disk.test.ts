/**
 * Disks that are full, limited, read-only or forbidden: the old files whole, a message that names folder and reason, and
 * nothing left over.
 *
 * Mounts stand in a space of their own (`unshare --mount`), which goes with its process: nothing can stay behind, and what
 * is written there is copied out before it is looked at. Where that is not allowed the tests are skipped.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { temporaryFolder } from "../../temporary.ts";
import { type Ended, MAIN, start } from "../processes.ts";
import { openTally, someOf } from "../tally.ts";
import { faultIn } from "./folder-state.ts";

const root = temporaryFolder();
const tally = openTally("full, limited, read-only and forbidden disks");
const WRITER = join(import.meta.dirname, "writer.mjs");
const NOBODY = "setpriv --reuid=65534 --regid=65534 --clear-groups";
const may = (command: string): boolean => spawnSync("bash", ["-c", command]).status === 0;
const OWN_MOUNTS = ["unshare --mount", "unshare --mount --map-root-user"].find((space) =>
  may(`${space} mount -t tmpfs none /mnt`),
);
const mayMakeDevices = may(`mknod ${join(root, "probe")} c 1 7`);
const canBeNobody = may(`${NOBODY} ${process.execPath} --version && ${NOBODY} test -r ${WRITER} -a -r ${MAIN}`);

/** `write GENERATION` writes a set of files into `$DIR`; bytes of one set: */
const SET = 4_605_000;
const PRELUDE = `write() { ${process.execPath} ${WRITER} "$DIR" $1 1000000; }`;

/** Runs a script with an empty folder `$DIR`; `$SEEN` is where it copies what is to be looked at, the folder itself if not. */
async function run(name: string, script: string, space = ""): Promise<{ ended: Ended; dir: string; seen: string }> {
  const [dir, seen] = [join(root, name), join(root, `${name}-seen`)];
  mkdirSync(dir);
  mkdirSync(seen);
  const command = `${space} bash -c "$SCRIPT"`;
  const env = { DIR: dir, SEEN: seen, SCRIPT: `${PRELUDE}\n${script}` };
  return { ended: await start("bash", ["-c", command], { env }), dir, seen };
}

async function judge(what: string, ended: Ended, dir: string, reason: RegExp, generation: string): Promise<void> {
  const code = ended.code === 2 ? undefined : `exit ${ended.code ?? ended.signal ?? ""}`;
  const said = reason.test(ended.err) ? undefined : `said ${JSON.stringify(ended.err)}`;
  tally.add(what, code ?? said ?? (await faultIn(dir, [generation])));
}

describe.skipIf(OWN_MOUNTS === undefined)("a disk of its own (skipped where none may be mounted)", () => {
  /** Bytes that are free beside the old files, from none to nearly enough. */
  const room = Array.from({ length: 12 }, (_, i) => Math.round((SET * i) / 12));
  test.each(someOf(room, 2))("full but for %i bytes: ENOSPC", async (free) => {
    const script = `mount -t tmpfs -o size=16m none "$DIR"; write old
      head -c 16m /dev/zero > "$DIR/filler" 2>/dev/null; truncate -s -${free} "$DIR/filler"
      write new; code=$?; rm "$DIR/filler"; cp -a "$DIR/." "$SEEN"; write new || code=9; exit $code`;
    const { ended, seen } = await run(`full-${free}`, script, OWN_MOUNTS);
    await judge("ENOSPC", ended, seen, /cannot write to .*ENOSPC/, "old");
    tally.expectSurvived();
  });

  test("read-only: EROFS, and what is read from it is read", async () => {
    const script = `mount -t tmpfs -o size=16m none "$DIR"; write old
      mkdir "$DIR/.paperweave-next-1.1.0000000000000000.cafe"
      mount -o remount,ro "$DIR"; ${process.execPath} ${MAIN} query "$DIR" gaps; test $? = 2 || exit 8
      write new; code=$?; cp -a "$DIR/." "$SEEN"; rmdir "$SEEN"/.paperweave-next-*; exit $code`;
    const { ended, seen } = await run("read-only", script, OWN_MOUNTS);
    await judge("EROFS", ended, seen, /no graph|cannot be read[^]*cannot write to .*EROFS/, "old");
    tally.expectSurvived();
  });
});

test.each(someOf([1, 90, 900, 1_400, 2_000, 2_900], 1))("files of %i kilobytes at most: EFBIG", async (limit) => {
  const { ended, dir } = await run(`limited-${limit}`, `write old; ulimit -f ${limit}; write new`);
  await judge("EFBIG", ended, dir, /cannot write to .*EFBIG/, "old");
  tally.expectSurvived();
});

test.skipIf(!canBeNobody)("a folder of somebody else: EACCES (skipped where we cannot be nobody)", async () => {
  chmodSync(root, 0o755);
  const { ended, dir } = await run("forbidden", `write old; ${NOBODY} bash -c '${PRELUDE}; write new'`);
  await judge("EACCES", ended, dir, /cannot write to .*EACCES/, "old");
  tally.expectSurvived();
});

test.skipIf(!mayMakeDevices)("a full device behind a link (skipped where none may be made): ENOSPC", async () => {
  // A device of our own: were it replaced by a file, nobody would miss it.
  const script = `mknod "$SEEN/full" c 1 7; ln -s "$SEEN/full" "$DIR/link"; write old
    ${process.execPath} ${MAIN} settings > "$DIR/link"; test $? = 2 || exit 8
    echo '{"title": "On Bread"}' | ${process.execPath} ${MAIN} import - --report "$DIR/link"; code=$?
    test -L "$DIR/link" -a -c "$SEEN/full" || code=9; exit $code`;
  const { ended, dir } = await run("device", script);
  await judge(
    "device that is full",
    ended,
    dir,
    /cannot write to standard output.*ENOSPC[^]*cannot write to .*ENOSPC/,
    "old",
  );
  tally.expectSurvived();
});
