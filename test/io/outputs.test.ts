import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settleOutputs, writeOutputs } from "../../src/io/outputs.ts";
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

describe("two sets written at once", () => {
  it("by one process each: the other's unfinished set is let alone", async () => {
    const dir = folder();
    // The parent process runs for as long as this test does.
    const other = join(dir, `.paperweave-next-${process.ppid}`);
    mkdirSync(other);
    writeFileSync(join(other, "a.txt"), "half");
    await writeOutputs(dir, { "a.txt": ["whole"] });
    expect([text(dir, "a.txt"), readFileSync(join(other, "a.txt"), "utf8")]).toEqual(["whole", "half"]);
  });
});

describe("what an interrupted run left", () => {
  it("is finished when the set was complete", async () => {
    const dir = folder({ "a.txt": "old", "b.txt": "old" });
    mkdirSync(join(dir, ".paperweave-next-999999999"));
    for (const name of ["a.txt", ".complete"]) writeFileSync(join(dir, ".paperweave-next-999999999", name), "new");
    await settleOutputs(dir);
    expect([text(dir, "a.txt"), text(dir, "b.txt"), existsSync(join(dir, ".paperweave-next-999999999"))]).toEqual([
      "new",
      "old",
      false,
    ]);
  });

  it("is removed when it was not", async () => {
    const dir = folder({ "a.txt": "old" });
    mkdirSync(join(dir, ".paperweave-next-999999999"));
    writeFileSync(join(dir, ".paperweave-next-999999999", "a.txt"), "half");
    await settleOutputs(dir);
    expect([text(dir, "a.txt"), existsSync(join(dir, ".paperweave-next-999999999"))]).toEqual(["old", false]);
  });
});
