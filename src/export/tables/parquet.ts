/**
 * Parquet as an output format; the library is loaded when it is asked for.
 */
import { CSV_TABLES } from "../csv.ts";
import type { OutputFormat } from "../format.ts";

export const PARQUET_FORMAT: OutputFormat = {
  id: "parquet",
  title: "Parquet",
  purpose: "DuckDB, pandas, polars, Spark: the tables of the CSV files with their types and exact texts",
  isBuilt: false,
  files: CSV_TABLES.map((table) => ({
    name: `${table.name}.parquet`,
    mediaType: "application/vnd.apache.parquet",
    load: async () => {
      const { writeParquet } = await import("./write-parquet.ts");
      return (document) => writeParquet(table.of(document));
    },
  })),
};
