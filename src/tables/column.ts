/**
 * A column that grows while a table is written: numbers of one kind, one after the other.
 */
export const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
export type ColumnType = keyof typeof COLUMN_TYPES;
export type Column<T extends ColumnType = ColumnType> = InstanceType<(typeof COLUMN_TYPES)[T]>;

export class GrowingColumn<T extends ColumnType> {
  readonly type: T;
  length = 0;
  #values: Column<T>;

  constructor(type: T, capacity = 1024) {
    this.type = type;
    this.#values = new COLUMN_TYPES[type](capacity) as Column<T>;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new COLUMN_TYPES[this.type](this.length * 2) as Column<T>;
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(row: number): number {
    return this.#values[row]!;
  }

  /** Changes a value that was pushed before. */
  set(row: number, value: number): void {
    this.#values[row] = value;
  }

  add(row: number, value: number): void {
    this.#values[row]! += value;
  }

  /** The values so far, in an array of just their number; the column is empty then, and keeps its room for the next. */
  done(): Column<T> {
    const values = this.#values.slice(0, this.length) as Column<T>;
    this.length = 0;
    return values;
  }
}

/** Types of the columns of a table, by name. */
export type ColumnTypes = Readonly<Record<string, ColumnType>>;

/** The columns of a table with these types. */
export type Columns<Types extends ColumnTypes> = { readonly [Name in keyof Types]: Column<Types[Name]> };

export type GrowingColumns<Types extends ColumnTypes> = {
  readonly [Name in keyof Types]: GrowingColumn<Types[Name]>;
};

/** An empty column for each. */
export function growingColumns<Types extends ColumnTypes>(types: Types): GrowingColumns<Types> {
  const columns = Object.entries(types).map(([name, type]) => [name, new GrowingColumn(type)]);
  return Object.fromEntries(columns) as GrowingColumns<Types>;
}

/** The values so far of each, which is empty then. */
export function doneColumns<Types extends ColumnTypes>(columns: GrowingColumns<Types>): Columns<Types> {
  const done = Object.entries<GrowingColumn<ColumnType>>(columns).map(([name, column]) => [name, column.done()]);
  return Object.fromEntries(done) as Columns<Types>;
}

/** The values of both, one after the other. */
export function joinColumns<C extends Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array>(
  a: C,
  b: C,
): C {
  const both = new (a.constructor as new (length: number) => C)(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
