import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeFormat } from "../../src/export/format.ts";
import { FORMATS } from "../../src/export/formats.ts";
import { numbersOf, textsOf } from "../../src/export/map-columns.ts";
import { readNumbers } from "../../src/export/map-numbers.ts";
import { COLUMNS_ELEMENT, DATA_ELEMENT, NUMBERS_ELEMENT } from "../../src/export/map.ts";
import { packText } from "../../src/export/packed-text.ts";
import { TINY } from "../documents/tiny.ts";
import { writtenText } from "./written.ts";

describe("graph.json", () => {
  it("is the document, one record a line", async () => {
    const text = await writtenText("json", "graph.json", TINY);
    expect(JSON.parse(text)).toEqual(TINY);
    expect(text.split("\n").filter((line) => line.startsWith('{"node":"p'))).toHaveLength(2);
  });
});

describe("map.html", () => {
  it("carries the document so that no text in it can end the script", async () => {
    const page = await writtenText("html", "map.html", TINY, {
      page: `<html>${COLUMNS_ELEMENT}${NUMBERS_ELEMENT}<script>run()</script>${DATA_ELEMENT}</html>`,
    });
    const data = /id="paperweave-data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString("ascii"))).toEqual(TINY);
    const columns = /id="paperweave-columns">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(columns)).toEqual(textsOf(TINY));
    const numbers = /id="paperweave-numbers">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(readNumbers(numbers)).toEqual(numbersOf(TINY));
    expect(data + columns + numbers).toMatch(/^[^<\u0080-\uffff]*$/);
  });

  it("packs a text of any length in any pieces to the same bytes", () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `line ${(i * 7919) % 1013}\n`).join("");
    for (const text of ["", "a", "{}\n", long.slice(0, 65_536), long]) {
      const packed = [...packText([text])].join("");
      expect(gunzipSync(Buffer.from(packed, "base64")).toString()).toBe(text);
      expect(Buffer.from(packed, "base64").toString("base64")).toBe(packed);
      expect([...packText(text.match(/[^]{1,1000}/g) ?? [])].join("")).toBe(packed);
    }
    // No clock, no machine: always these.
    expect([...packText(["maps of maps of maps"])].join("")).toBe("H4sIAAAAAAAAA8tNLChWyE9TQKYBuRAO9xQAAAA=");
  });

  it("refuses a page without the place for it", async () => {
    await expect(writtenText("html", "map.html", TINY, { page: "<html></html>" })).rejects.toThrow(/npm run build/);
  });
});

describe("formats that a library writes", () => {
  it("say so when they have not been loaded", () => {
    const format = FORMATS.find(({ id }) => id === "parquet")!;
    expect(() => writeFormat(format, TINY)).toThrow(/papers\.parquet .* loadFormat/);
  });
});
