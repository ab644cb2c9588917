/**
 * Parts of the page that makes maps, without a browser: what it unpacks is what Node unpacks.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { listZip } from "../../../src/io/zip-archive.ts";
import { chooseInArchive, type ZipListing } from "../../../src/unpack/archive.ts";
import { bringsRecords, projectName, withFiles } from "../../../web/maker/attempt.ts";
import { gunzipStream } from "../../../web/maker/work/gunzip.ts";
import { listBlob } from "../../../web/maker/work/zip-list.ts";

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe("gzip in the browser", () => {
  const one = gzipSync("first text\n".repeat(5000));
  const two = gzipSync("second text\n");

  it.each([
    ["one text", one],
    ["two texts, one behind the other", Buffer.concat([one, two])],
    ["an empty text", gzipSync("")],
    ["bytes behind it that are no gzip", Buffer.concat([one, Buffer.from("nothing of ours")])],
  ])("gives what Node gives: %s", async (_, packed) => {
    const expected = packed.includes("nothing of ours") ? gunzipSync(one) : gunzipSync(packed);
    for (const length of [1, 1000, 1 << 20])
      expect((await gathered(gunzipStream(inPieces(packed, length)))).equals(expected)).toBe(true);
  });

  it.each([
    ["cut off", one.subarray(0, one.length - 12), /unexpected/],
    ["cut off in its last bytes", one.subarray(0, one.length - 3), /unexpected|check/],
    ["changed", Buffer.concat([one.subarray(0, -8), Buffer.alloc(4), one.subarray(-4)]), /data check/],
  ])("tells what is %s", async (_, packed, fault) => {
    await expect(gathered(gunzipStream(inPieces(packed, 4096)))).rejects.toThrow(fault);
  });
});

describe("the list of a zip archive in the browser", () => {
  const rule = { isReadable: (name: string) => /\.(bib|ris)$/.test(name), hint: "bib and ris" };
  const bytes = new TextEncoder().encode("@article{a, title = {A title}}\n".repeat(300));
  const archive = zipSync({
    "a.bib": bytes,
    "folder/b.ris": [bytes, { level: 0 }],
    "c.pdf": bytes,
    "Größe.bib": bytes,
  });
  const changed = archive.slice();
  changed[60]! ^= 0xff;

  async function told(listing: ZipListing) {
    const texts = await Promise.all(
      listing.files.map(async ({ file, bytes: open }) => [
        file,
        await gathered(open()).then(
          (text) => text.toString("base64"),
          (error: unknown) => (error as Error).message.replace(/\(.*/s, ""),
        ),
      ]),
    );
    return {
      texts,
      problems: listing.problems.map((problem) => ({ ...problem, message: problem.message.replace(/\(.*/s, "") })),
    };
  }

  it.each([
    ["whole", archive],
    ["with a changed text", changed],
    ["cut off", archive.subarray(0, archive.length - 30)],
    ["with something before it", Buffer.concat([archive, Buffer.alloc(0)])],
    ["of an office program", zipSync({ "[Content_Types].xml": bytes, "a.bib": bytes })],
    ["with nothing in it", zipSync({})],
    ["with a name that leads out", zipSync({ "../a.bib": bytes })],
    ["with a link and hidden files", zipSync({ "l.bib": [bytes, { os: 3, attrs: 0o120777 << 16 }], ".a.bib": bytes })],
  ])("is what Node reads: %s", async (_, packed) => {
    const file = join(mkdtempSync(join(tmpdir(), "paperweave-zip-")), "x.zip");
    writeFileSync(file, packed);
    const blob = new Blob([new Uint8Array(packed)]);
    const inBrowser = await chooseInArchive(
      "x.zip",
      () => listBlob(blob),
      () => blob.size,
      rule,
    );
    const inNode = await listZip("x.zip", file, rule);
    expect(await told(inBrowser)).toEqual(await told(inNode));
  });
});

describe("files that are given", () => {
  const file = (name: string, text = name) => ({ name, blob: new Blob([text]) });

  it("replace themselves, and get a number where another has their name", () => {
    const known = [file("a.csv"), file("b.bib.gz")];
    const names = withFiles(known, [file("a.csv"), file("b.bib.gz", "another text"), file("c.ris")]).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["a.csv", "b.bib.gz", "b (2).bib.gz", "c.ris"]);
  });

  it("name the project by the folder or the first file", () => {
    expect(projectName([file("Thesis/a.bib"), file("Thesis/b.bib")])).toBe("Thesis");
    expect(projectName([file("my papers.csv.gz")])).toBe("my papers");
    expect(projectName([])).toBe("Project");
  });

  it("bring records by themselves or by the texts inside them", () => {
    const counts = { format: "bibtex", kept: 1 };
    const files = [
      { file: "a.bib", records: 0, ...counts },
      { file: "z.zip/a.bib", records: 2, ...counts },
    ];
    const report = { files, records: 2, papers: 2, duplicates: 0 };
    expect(bringsRecords(report, ["a.bib"])).toBe(false);
    expect(bringsRecords(report, ["z.zip"])).toBe(true);
    expect(bringsRecords(report, ["z"])).toBe(false);
  });
});
