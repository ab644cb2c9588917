import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { describe, expect, it } from "vitest";
import { CSV_TABLES } from "../../src/export/csv.ts";
import { writeParquet } from "../../src/export/tables/write-parquet.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { graphDocument } from "../documents/records.ts";
import { TINY } from "../documents/tiny.ts";
import { writtenFiles } from "./written.ts";

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

describe.each([
  ["one of everything", TINY],
  ["hostile texts", HOSTILE],
  ["nothing", graphDocument({})],
])("Parquet: %s", (_, document) => {
  it.each(CSV_TABLES.map((table) => [table.name, table] as const))(
    "%s has every cell with its type",
    async (name, table) => {
      const { columns, rows } = table.of(document);
      const file = exactBuffer((await writtenFiles("parquet", document))[`${name}.parquet`]!);
      const found = await parquetReadObjects({ file });
      const readable = (cell: unknown) =>
        typeof cell === "string" ? cell.replace(/\p{Surrogate}/gu, "\uFFFD") : (cell ?? undefined);
      expect(found.map((row) => columns.map((column) => readable(row[column.name])))).toEqual(
        Array.from(rows, (row) => row.map(readable)),
      );
      const types = parquetSchema(parquetMetadata(file)).children.map(({ element }) => [element.name, element.type]);
      const parquetTypes: Readonly<Partial<Record<string, string>>> = {
        int: "INT32",
        double: "DOUBLE",
        boolean: "BOOLEAN",
      };
      expect(types).toEqual(columns.map((column) => [column.name, parquetTypes[column.type] ?? "BYTE_ARRAY"]));
    },
  );
});

describe("bytes", () => {
  it("are the same on every run", async () => {
    const [one, other] = [await writtenFiles("parquet", HOSTILE), await writtenFiles("parquet", HOSTILE)];
    for (const [name, bytes] of Object.entries(one)) expect(bytes.equals(other[name]!)).toBe(true);
  });

  it("come a group of rows at a time, and are one file", async () => {
    const columns = [{ name: "n", type: "int" }] as const;
    const rows = Array.from({ length: 25_000 }, (_, i) => [i]);
    const chunks = [...writeParquet({ columns, rows })];
    expect(chunks).toHaveLength(4);
    const file = exactBuffer(Buffer.concat(chunks));
    const found = await parquetReadObjects({ file });
    expect(found.map(({ n }) => n as number)).toEqual(rows.flat());
  });
});
