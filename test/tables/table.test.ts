import { describe, expect, it } from "vitest";
import { GrowingColumn } from "../../src/tables/column.ts";
import { packTable, type Table, unpackTable } from "../../src/tables/table.ts";

const KIND = { kind: "menu", version: 3 };
const TABLE: Table = {
  columns: {
    price: Float64Array.of(1.5, -0, Number.MAX_VALUE),
    course: Uint8Array.of(1, 2, 255),
    none: new Int32Array(0),
  },
  strings: { dish: ["soup", "", "crème brûlée 🍮", "\ud800 alone", "x".repeat(20_000)], empty: [] },
};

describe("a table as one buffer", () => {
  it("comes back as it was, lone surrogates included", () => {
    const back = unpackTable(KIND, packTable(KIND, TABLE));
    expect(back).toEqual(TABLE);
    expect(Object.is(back.columns["price"]![1], -0)).toBe(true);
  });

  it("is the same bytes every time", () => {
    expect(new Uint8Array(packTable(KIND, TABLE))).toEqual(new Uint8Array(packTable(KIND, TABLE)));
  });

  it.each<[name: string, change: (buffer: ArrayBuffer) => ArrayBuffer, message: RegExp]>([
    ["nothing", () => new ArrayBuffer(0), /no table/],
    ["another file", () => new TextEncoder().encode("not a table at all").buffer, /no table/],
    ["a torn head", (buffer) => buffer.slice(0, 20), /head is cut off/],
    ["torn columns", (buffer) => buffer.slice(0, buffer.byteLength - 16), /cut off/],
  ])("is refused when it is %s", (_, change, message) => {
    expect(() => unpackTable(KIND, change(packTable(KIND, TABLE)))).toThrow(message);
  });

  it.each([
    { kind: "menu", version: 4 },
    { kind: "bill", version: 3 },
  ])("is refused as $kind $version", (other) => {
    expect(() => unpackTable(other, packTable(KIND, TABLE))).toThrow(/a table of menu 3/);
  });
});

it("a column grows and keeps what it holds", () => {
  const column = new GrowingColumn("u16", 2);
  for (let i = 0; i < 100; i++) column.push(i * 7);
  expect(Array.from(column.done())).toEqual(Array.from({ length: 100 }, (_, i) => i * 7));
});
