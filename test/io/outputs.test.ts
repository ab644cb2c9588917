import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withFolderLock } from "../../src/io/folder-lock.ts";
import { settleOutputs, writeOutputs } from "../../src/io/outputs.ts";
import { ownIdentity } from "../../src/io/process-identity.ts";
import { writeOutputFile } from "../../src/io/write-file.ts";
import { temporaryFolder } from "../temporary.ts";

const root = temporaryFolder();
const text = (dir: string, name: string): string => readFileSync(join(dir, name), "utf8");
let folders = 0;
function folder(files: Readonly<Record<string, string>> = {}): string {
  const dir = join(root, `d${folders++}`);
  mkdirSync(dir, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

describe("a set of outputs", () => {
  it("appears whole, with hashes for the seal, and leaves nothing beside it", async () => {
    const dir = join(root, "new", "deep");
    const written = await writeOutputs(
      dir,
      { "a.txt": ["one ", "two"], "b.txt": [] },
      {
        seal: (files) => ({ "run.txt": [JSON.stringify(files)] }),
      },
    );
    expect(readdirSync(dir).sort()).toEqual(["a.txt", "b.txt", "run.txt"]);
    expect(text(dir, "a.txt")).toBe("one two");
    // sha256 of "one two", by sha256sum.
    expect(written["a.txt"]).toEqual({
      bytes: 7,
      sha256: "8ab63e29a4ba14e4e1688f9c15e5af90895421358c945b0431f85d66977bd3d2",
    });
  });

  it("that fails half-way leaves the old files and no trace", async () => {
    const dir = folder({ "a.txt": "old" });
    function* failing(): Generator<string> {
      yield "new";
      throw new Error("out of ideas");
    }
    await expect(writeOutputs(dir, { "a.txt": ["new"], "b.txt": failing() })).rejects.toThrow("out of ideas");
    expect(readdirSync(dir)).toEqual(["a.txt"]);
    expect(text(dir, "a.txt")).toBe("old");
  });

  it("refuses a folder that cannot be written, and says what to do", async () => {
    const dir = folder({ file: "" });
    await expect(writeOutputs(join(dir, "file"), { "a.txt": ["x"] })).rejects.toThrow(/cannot write to/);
  });
});

describe("a folder in the way", () => {
  it("is named before anything is replaced, and nothing stays behind", async () => {
    const dir = folder({ "a.txt": "old" });
    mkdirSync(join(dir, "b.txt"));
    await expect(writeOutputs(dir, { "a.txt": ["new"], "b.txt": ["new"] })).rejects.toThrow(/b\.txt is a folder/);
    expect([readdirSync(dir).sort(), text(dir, "a.txt")]).toEqual([["a.txt", "b.txt"], "old"]);
  });
});

/** A set as a process leaves it: one that is gone, or another one. */
function leftSet(dir: string, owner: string, files: Readonly<Record<string, string>>): string {
  const staging = join(dir, `.paperweave-next-${owner}.cafe`);
  mkdirSync(staging);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(staging, name), content);
  return staging;
}
const OWN = ownIdentity();
const [, START, SPACE] = OWN.split(".");
const GONE = `999999999.1.${SPACE}`;
/** This process's number, of one that began at another time: numbers are used again. */
const EARLIER = `${process.pid}.1.${SPACE}`;
const ELSEWHERE = `1.${START}.0000000000000000`;

describe("two sets written at once", () => {
  it.each([
    ["running beside", OWN],
    ["in another container, perhaps running", ELSEWHERE],
  ])("by a process %s: its unfinished set is let alone", async (_, owner) => {
    const dir = folder();
    const other = leftSet(dir, owner, { "a.txt": "half" });
    await writeOutputs(dir, { "a.txt": ["whole"] });
    expect([text(dir, "a.txt"), readFileSync(join(other, "a.txt"), "utf8")]).toEqual(["whole", "half"]);
  });

  it("wait for each other where they put their files in place", async () => {
    const dir = folder();
    const order: string[] = [];
    const first = withFolderLock(dir, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push("first");
    });
    await Promise.all([first, writeOutputs(dir, { "a.txt": ["x"] }).then(() => order.push("second"))]);
    expect([order, readdirSync(dir)]).toEqual([["first", "second"], ["a.txt"]]);
  });

  it("never mix: of many the files of one stand there in the end", async () => {
    const dir = folder();
    const names = Array.from({ length: 12 }, (_, i) => `${i}.txt`);
    const sets = Array.from({ length: 12 }, async (_, set) =>
      writeOutputs(dir, Object.fromEntries(names.map((name) => [name, [`${set}`]]))),
    );
    await Promise.all(sets);
    expect(new Set(names.map((name) => text(dir, name))).size).toBe(1);
    expect(readdirSync(dir)).toHaveLength(12);
  });
});

describe("what an interrupted run left", () => {
  it.each([
    ["of a process that is gone", GONE],
    ["of one whose number runs again", EARLIER],
    ["of another container", ELSEWHERE],
  ])("%s is finished when the set was complete", async (_, owner) => {
    const dir = folder({ "a.txt": "old", "b.txt": "old" });
    const staging = leftSet(dir, owner, { "a.txt": "new", ".complete": "a.txt\n" });
    await settleOutputs(dir);
    expect([text(dir, "a.txt"), text(dir, "b.txt"), existsSync(staging)]).toEqual(["new", "old", false]);
  });

  it("is nobody's at no moment: a death while it is taken leaves nothing that is waited for", async () => {
    const dir = temporaryFolder();
    const [pid = "", start = "", space = ""] = ownIdentity().split(".");
    // Of a process of this number that began at another time: it is dead.
    const dead = `${pid}.${Number(start) + 1}.${space}.cafe`;
    mkdirSync(join(dir, `.paperweave-lock-${dead}`, dead), { recursive: true });
    mkdirSync(join(dir, ".paperweave-lock"));
    const held = await withFolderLock(dir, async () => Promise.resolve(readdirSync(join(dir, ".paperweave-lock"))));
    await settleOutputs(dir);
    expect([held.map((name) => name.split(".")[0]), readdirSync(dir)]).toEqual([[pid], []]);
    // What is only old after half a minute would be waited for.
  }, 20_000);

  it.each([
    ["of a process that is gone", GONE],
    ["of one whose number runs again", EARLIER],
  ])("%s is removed when it was not", async (_, owner) => {
    const dir = folder({ "a.txt": "old" });
    leftSet(dir, owner, { "a.txt": "half" });
    mkdirSync(join(dir, ".paperweave-lock", `${owner}.cafe`), { recursive: true });
    await settleOutputs(dir);
    expect([readdirSync(dir), text(dir, "a.txt")]).toEqual([["a.txt"], "old"]);
  });

  it("half in place is finished before a later set, so that the later one is whole", async () => {
    const dir = folder({ "a.txt": "second" });
    leftSet(dir, `999999998.1.${SPACE}`, { "a.txt": "third", "b.txt": "third", ".complete": "a.txt\nb.txt\n" });
    leftSet(dir, GONE, { "b.txt": "second", ".complete": "a.txt\nb.txt\n" });
    await settleOutputs(dir);
    expect([text(dir, "a.txt"), text(dir, "b.txt"), readdirSync(dir).length]).toEqual(["third", "third", 2]);
  });
});

describe("one file that the user named", () => {
  it("goes behind a link, and not in its place", async () => {
    const dir = folder({ "real.txt": "old" });
    symlinkSync("real.txt", join(dir, "link.txt"));
    symlinkSync("later.txt", join(dir, "dangling.txt"));
    await writeOutputFile(join(dir, "link.txt"), ["new"]);
    await writeOutputFile(join(dir, "dangling.txt"), ["new"]);
    expect(readdirSync(dir).sort()).toEqual(["dangling.txt", "later.txt", "link.txt", "real.txt"]);
    expect([text(dir, "real.txt"), text(dir, "later.txt")]).toEqual(["new", "new"]);
    expect(lstatSync(join(dir, "link.txt")).isSymbolicLink()).toBe(true);
  });

  it("goes into a device, which stays one", async () => {
    const device = lstatSync("/dev/null");
    await writeOutputFile("/dev/null", ["x"]);
    expect([lstatSync("/dev/null").ino, device.isCharacterDevice()]).toEqual([device.ino, true]);
    await expect(writeOutputFile("/dev/full", ["x"])).rejects.toThrow(/cannot write to \/dev\/full: ENOSPC/);
  });

  it("is refused where its links lead round in a circle", async () => {
    const dir = folder();
    symlinkSync("b", join(dir, "a"));
    symlinkSync("a", join(dir, "b"));
    await expect(writeOutputFile(join(dir, "a"), ["x"])).rejects.toThrow(/in a circle/);
  });
});
