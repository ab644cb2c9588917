import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inScript, PackedPage } from "../../src/export/map.ts";
import { packText } from "../../src/export/packed-text.ts";
import { writeOutputs } from "../../src/io/outputs.ts";
import { packInThread, worthwhilePacker } from "../../src/workers/pack-in-thread.ts";
import { temporaryFolder } from "../temporary.ts";

const HOSTILE = `{"a": "</script><!-- é \u{1f600} \\ud83d \u2028 ${"x".repeat(70_000)} ü"}`;
const packedText = (text: string) => [...packText([inScript(text)])].join("");

async function packed(pieces: readonly Uint8Array[]): Promise<string> {
  const packer = packInThread();
  const letters: Buffer[] = [];
  const reading = (async () => {
    for await (const bytes of packer.packed) letters.push(Buffer.from(bytes));
  })();
  for (const piece of pieces) await packer.push(piece);
  packer.end();
  await reading;
  await packer.stop();
  return Buffer.concat(letters).toString("latin1");
}

describe("a packing thread", () => {
  it("gives what this thread gives, wherever the bytes are cut", async () => {
    const bytes = Buffer.from(HOSTILE);
    const single = Array.from(bytes.subarray(0, 60), (byte) => Uint8Array.of(byte));
    for (const pieces of [[], [bytes], [...single, bytes.subarray(60)]])
      expect(await packed(pieces)).toBe(packedText(Buffer.concat(pieces).toString()));
  }, 60_000);

  it("takes more than may wait for it", async () => {
    const mebibyte = Buffer.from("0123456789abcdef".repeat(65_536));
    const pieces = Array.from({ length: 24 }, () => mebibyte);
    expect(await packed(pieces)).toBe(packedText(Buffer.concat(pieces).toString()));
  }, 60_000);

  it("says what was wrong with its text, to both sides", async () => {
    const packer = packInThread();
    const reading = (async () => {
      for await (const bytes of packer.packed) expect(bytes.length).toBeGreaterThan(0);
    })();
    const said = expect(reading).rejects.toThrow(/not valid/);
    await packer.push(Uint8Array.of(0xff));
    await said;
    await expect(packer.push(Uint8Array.of(0x7b))).rejects.toThrow(/not valid/);
    await packer.stop();
  });

  it("is started for maps that are worth it, and not where one thread is wanted", () => {
    const mentions = Array.from({ length: 25_000 }, () => ({}) as never);
    expect(worthwhilePacker({ mentions }, undefined)).toBe(packInThread);
    expect([worthwhilePacker({ mentions }, 1), worthwhilePacker({ mentions: [] }, 4)]).toEqual([undefined, undefined]);
  });
});

describe("a set with a page that packs another file", () => {
  const root = temporaryFolder();
  const files = (chunks: () => Iterable<string>) => ({
    "page.html": new PackedPage(["<html>", "é"], "a.json", chunks, "</html>"),
    "a.json": chunks(),
    "b.txt": ["b"],
  });

  it("is the same with a thread and without", async () => {
    const [here, there] = [join(root, "here"), join(root, "there")];
    const chunks = () => [HOSTILE.slice(0, 9), HOSTILE.slice(9)];
    const written = await writeOutputs(here, files(chunks));
    expect(await writeOutputs(there, files(chunks), { startPacker: packInThread })).toEqual(written);
    for (const name of ["page.html", "a.json", "b.txt"])
      expect(readFileSync(join(there, name), "utf8")).toBe(readFileSync(join(here, name), "utf8"));
    expect(readFileSync(join(here, "page.html"), "utf8")).toBe(`<html>é${packedText(HOSTILE)}</html>`);
  });

  it("packs by itself where the other file is not in the set", async () => {
    const dir = join(root, "alone");
    const { "page.html": page } = files(() => [HOSTILE]);
    await writeOutputs(dir, { "page.html": page }, { startPacker: packInThread });
    expect(readFileSync(join(dir, "page.html"), "utf8")).toBe(`<html>é${packedText(HOSTILE)}</html>`);
  });

  it("that fails half-way stops the thread and leaves no trace", async () => {
    const dir = join(root, "failing");
    function* failing(): Generator<string> {
      yield "{".repeat(3 * 2 ** 20);
      throw new Error("out of ideas");
    }
    await expect(writeOutputs(dir, files(failing), { startPacker: packInThread })).rejects.toThrow("out of ideas");
    expect(readdirSync(dir)).toEqual([]);
  });
});
