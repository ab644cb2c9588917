/**
 * Parquet, by the library hyparquet-writer: the tables with their types, exact texts, a group of rows at a time.
 */
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell, ColumnType, Table } from "./table.ts";

const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  string: "STRING",
  code: "STRING",
  id: "STRING",
  note: "STRING",
  // Dates of a year or a month alone are no days.
  date: "STRING",
  int: "INT32",
  double: "DOUBLE",
  boolean: "BOOLEAN",
};

const ROWS_OF_GROUP = 10_000;

export function* writeParquet({ columns, rows }: Table): Generator<Uint8Array> {
  const buffer = new ByteWriter();
  /** What has been written since the last time; the library counts offsets by itself. */
  const take = (): Uint8Array => {
    const bytes = buffer.getBytes().slice();
    buffer.index = 0;
    return bytes;
  };
  const columnData = (group: readonly (readonly Cell[])[]) =>
    columns.map(({ name, type }, i) => ({
      name,
      type: TYPES[type],
      data: group.map((row) => row[i] ?? null),
    }));
  const writer = new ParquetWriter({ writer: buffer, schema: schemaFromColumnData({ columnData: columnData([]) }) });
  // Nothing of it waits: the buffer has no `flush`.
  for (const group of groupsOf(rows)) {
    void writer.write({ columnData: columnData(group), rowGroupSize: group.length });
    yield take();
  }
  void writer.finish();
  yield take();
}

function* groupsOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < ROWS_OF_GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
