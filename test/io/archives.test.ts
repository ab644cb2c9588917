import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readInputs } from "../../src/io/inputs.ts";
import { readRecords } from "../../src/read/read.ts";
import { temporaryFolder } from "../temporary.ts";

const dir = temporaryFolder();
const BIB = "@article{a, title={On packed bibliographies}}\n";
const JSONL = '{"title":"A line of its own"}\n';
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(dir, name), bytes);
  return name;
};
const zipped = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** An archive whose list says that its text is short. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const list = view.getUint32(bytes.length - 6, true);
  view.setUint32(list + 24, 1000, true);
  return bytes;
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
}

/** What is read of paths, or of standard input: titles by file, and what is said. */
async function read(paths: readonly string[], stdin: Uint8Array = new Uint8Array(0), size = 1000) {
  const inputs = await readInputs(
    paths.map((path) => (path.startsWith("-") ? path : join(dir, path))),
    inPieces(stdin, size),
    {
      isReadable: (name) => /\.(bib|jsonl)$/.test(name),
      hint: "files ending in .bib or .jsonl are read from a folder",
    },
  );
  const { value, problems } = await readRecords(inputs.sources);
  const short = (name: string): string => name.replace(`${dir}/`, "");
  return {
    titles: value.records.map(({ title, source }) => `${short(source.file)}: ${title}`),
    said: [...inputs.problems, ...problems]
      .filter(({ code }) => !code.endsWith("/no-abstract"))
      .map(({ where, message }) => `${short(where?.file ?? "")}: ${message}`),
    hashes: inputs.sources.map((source) => source.sha256()),
  };
}

describe("packed inputs", () => {
  put("a.bib.gz", gzipSync(strToU8(BIB)));
  put("a.bib", strToU8(BIB));
  put("b.zip", zipped({ "in/z.bib": BIB, "c.jsonl": JSONL, "photo.png": "", "__MACOSX/c.jsonl": "", ".d.bib": BIB }));

  it("are read like plain ones, with the same hash of the text", async () => {
    const { titles, hashes, said } = await read(["a.bib", "a.bib.gz"]);
    expect(titles).toEqual(["a.bib: On packed bibliographies", "a.bib.gz: On packed bibliographies"]);
    expect(hashes[0]).toBe(hashes[1]);
    expect(said).toEqual([]);
  });

  it("of an archive are named by it, and what is no input is passed over like in a folder", async () => {
    expect(await read(["b.zip"])).toMatchObject({
      titles: ["b.zip/c.jsonl: A line of its own", "b.zip/in/z.bib: On packed bibliographies"],
      said: ["b.zip: 1 file is passed over by its ending: photo.png"],
    });
  });

  it("can be named one by one", async () => {
    expect((await read(["b.zip/in/z.bib"])).titles).toEqual(["b.zip/in/z.bib: On packed bibliographies"]);
    await expect(read(["b.zip/in/y.bib"])).rejects.toThrow("b.zip/in/y.bib: no such file in the archive");
  });

  it.skipIf(!existsSync("/proc/self/fd"))(
    "are held open by nobody: there may be more than a process may open",
    async () => {
      const open = () => readdirSync("/proc/self/fd").length;
      const before = open();
      const paths = ["one.zip", "two.zip", "three.zip"].map((name) =>
        join(dir, put(name, zipped({ "c.jsonl": JSONL }))),
      );
      const { sources } = await readInputs(paths, inPieces(new Uint8Array(0), 1), { isReadable: () => true, hint: "" });
      expect([sources.length, open()]).toEqual([3, before]);
    },
  );

  it("are told by their bytes, not by their names", async () => {
    put("plain", gzipSync(strToU8(JSONL)));
    put("archive.jsonl", zipped({ "c.jsonl": JSONL }));
    const { titles } = await read(["plain", "archive.jsonl"]);
    expect(titles).toEqual(["archive.jsonl/c.jsonl: A line of its own", "plain: A line of its own"]);
  });

  it("are found in folders and by patterns", async () => {
    mkdirSync(join(dir, "folder/page_files"), { recursive: true });
    put("folder/a.bib.gz", gzipSync(strToU8(BIB)));
    put("folder/B.ZIP", zipped({ "c.jsonl": JSONL }));
    put("folder/page.html", strToU8(""));
    put("folder/page_files/ad.jsonl", strToU8(JSONL));
    const titles = ["folder/B.ZIP/c.jsonl: A line of its own", "folder/a.bib.gz: On packed bibliographies"];
    expect((await read(["folder"])).titles).toEqual(titles);
    expect((await read(["folder/*.{gz,ZIP}"])).titles).toEqual(titles);
  });

  it.each([1, 7, 1000])("come by standard input, in chunks of %i bytes", async (size) => {
    expect((await read(["-"], gzipSync(strToU8(JSONL)), size)).titles).toEqual(["-: A line of its own"]);
    expect((await read(["-"], zipped({ "a.bib": BIB }), size)).titles).toEqual(["-/a.bib: On packed bibliographies"]);
  });

  it("may be packed twice", async () => {
    put("twice.zip", zipSync({ "c.jsonl.gz": gzipSync(strToU8(JSONL)) }));
    expect((await read(["twice.zip"])).titles).toEqual(["twice.zip/c.jsonl.gz: A line of its own"]);
  });
});

describe("packed inputs that cannot be read", () => {
  const good = zipped({ "a.bib": BIB, "b.bib": BIB });
  const lines = strToU8(JSONL.repeat(3000));
  /** The archive with a byte of each of its two lists changed; `at` counts from the signature. */
  const changed = (bytes: Uint8Array, local: number, central: number, change: (byte: number) => number) => {
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i + 4 < copy.length; i++) {
      const signature = String.fromCharCode(...copy.subarray(i, i + 4));
      const at = signature === "PK\u0003\u0004" ? local : signature === "PK\u0001\u0002" ? central : -1;
      if (at >= 0) copy[i + at] = change(copy[i + at] ?? 0);
    }
    return copy;
  };
  const alone: readonly [what: string, bytes: Uint8Array, said: string][] = [
    ["cut.zip", good.subarray(0, 60), "cut.zip: the zip archive is broken or cut off"],
    ["locked.zip", changed(good, 6, 8, (flags) => flags | 1), "locked.zip/a.bib: encrypted"],
    ["odd.zip", changed(good, 8, 10, () => 14), "odd.zip/a.bib: packed by zip's method 14"],
    ["empty.zip", zipped({}), "empty.zip: no readable file in this archive"],
    [
      "letter.docx",
      zipped({ "[Content_Types].xml": "<x/>", "a.bib": BIB }),
      "letter.docx: this looks like an office document",
    ],
    [
      "book.epub",
      zipped({ mimetype: "application/epub+zip", "a.bib": BIB }),
      "book.epub: this looks like an office document",
    ],
  ];
  it.each(alone)("are refused by name: %s", async (name, bytes, said) => {
    put(name, bytes);
    await expect(read([name])).rejects.toThrow(said);
    const beside = await read(
      [name, "ok.jsonl"].map((file) => (file === "ok.jsonl" ? put(file, strToU8(JSONL)) : file)),
    );
    expect(beside.titles).toEqual(["ok.jsonl: A line of its own"]);
    expect(beside.said[0]).toContain(said);
  });

  const within: readonly [what: string, bytes: Uint8Array, said: string][] = [
    ["cut.gz", gzipSync(lines).subarray(0, 90), "the packed text breaks off"],
    ["broken.gz", Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255]), "the packed text is broken"],
    ["spoilt.zip", changed(good, 14, 16, (byte) => byte ^ 1), "the text's checksum is wrong"],
    ["nested.zip", zipSync({ "inner.zip": good }), "packed once more by zip"],
    ["tar.jsonl.gz", gzipSync(strToU8(`${"x".repeat(257)}ustar`)), "packed by tar"],
    ["seven.jsonl", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), "packed by 7-Zip"],
    ["bomb.gz", gzipSync(new Uint8Array(40 << 20).fill(10)), "unpacks to more than 200 times its size"],
    ["shorter.zip", lying(zipSync({ "a.jsonl": strToU8(JSONL) })), "bytes for the 1000 that the list names"],
    ["liar.zip", lying(zipSync({ "a.jsonl": new Uint8Array(40 << 20).fill(10) })), "the packed text is broken"],
  ];
  it("are told by the list, where it says that one is a bomb", async () => {
    put("bomb.zip", zipSync({ "a.jsonl": new Uint8Array(40 << 20).fill(10), "b.jsonl": strToU8(JSONL) }));
    const { titles, said } = await read(["bomb.zip"]);
    expect(titles).toEqual(["bomb.zip/b.jsonl: A line of its own"]);
    expect(said[0]).toContain("bomb.zip/a.jsonl: unpacks to more than 200 times its size");
  });

  it("are told by the list, where texts that are no bombs are one together, as those that share their bytes", async () => {
    const names = Array.from({ length: 5 }, (_, i) => [`${i}.jsonl`, new Uint8Array(15 << 20).fill(10)] as const);
    put("bombs.zip", zipSync(Object.fromEntries(names)));
    await expect(read(["bombs.zip"])).rejects.toThrow("bombs.zip: unpacks to more than 200 times its size");
  });

  it("are links to elsewhere, which are passed over", async () => {
    const link = zipSync({
      "a.bib": [strToU8("/etc/passwd.bib"), { os: 3, attrs: 0o120777 << 16 }],
      "b.bib": strToU8(BIB),
    });
    put("link.zip", link);
    expect(await read(["link.zip"])).toMatchObject({ titles: ["link.zip/b.bib: On packed bibliographies"], said: [] });
  });

  it.each(within)("are told on the way: %s", async (name, bytes, said) => {
    put(name, bytes);
    const told = (await read([name])).said;
    expect(told.filter((text) => text.startsWith(name)).join("\n")).toContain(said);
  });

  it("lose nothing that stands before the fault", async () => {
    const bytes = gzipSync(strToU8(Array.from({ length: 5000 }, (_, i) => `{"title":"Title ${i * i}"}\n`).join("")));
    put("half.gz", bytes.subarray(0, bytes.length >> 1));
    expect((await read(["half.gz"])).titles.length).toBeGreaterThan(1000);
  });
});
