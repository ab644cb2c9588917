/**
 * A table as one buffer: columns of numbers and lists of strings, so that it can be handed to a thread without copying,
 * kept in a file, or sent to another machine.
 *
 * Layout, little endian: magic (4 bytes), length of the head (4), the head (JSON: kind, version, columns with type, rows and
 * byte offset), then the columns, each at a multiple of eight. Strings are UTF-16 units in one column and their ends in
 * another: lone surrogates come back as they were, which UTF-8 cannot promise.
 */
import { COLUMN_TYPES, type Column, type Columns, type ColumnType, type ColumnTypes } from "./column.ts";

/** "PWT1", little endian. */
const MAGIC = 0x31545750;
const ALIGNMENT = 8;

export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  readonly strings: Readonly<Record<string, readonly string[]>>;
}

interface Head {
  readonly kind: string;
  readonly version: number;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly rows: number; at: number }[];
  /** Names of the string lists; each is stored as the columns `name.units` and `name.ends`. */
  readonly strings: readonly string[];
}

/** What a table holds and in which version; a buffer of another kind or version is refused. */
export interface TableKind {
  readonly kind: string;
  readonly version: number;
}

export function packTable({ kind, version }: TableKind, table: Table): ArrayBuffer {
  const parts: [string, Column][] = Object.entries(table.columns);
  for (const [name, list] of Object.entries(table.strings)) {
    const { units, ends } = packStrings(list);
    parts.push([`${name}.units`, units], [`${name}.ends`, ends]);
  }
  const columns = parts.map(([name, column]) => ({ name, type: typeOf(column), rows: column.length, at: 0 }));
  const head: Head = { kind, version, columns, strings: Object.keys(table.strings) };
  // Offsets are counted from the first column, so that the head's own length does not matter to them.
  let end = 0;
  parts.forEach(([, column], i) => {
    columns[i]!.at = end;
    end = aligned(end + column.byteLength);
  });
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const first = aligned(8 + headBytes.length);
  const buffer = new ArrayBuffer(first + end);
  const view = new DataView(buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headBytes.length, true);
  new Uint8Array(buffer).set(headBytes, 8);
  parts.forEach(([, column], i) => {
    new Uint8Array(buffer).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      first + columns[i]!.at,
    );
  });
  return buffer;
}

/**
 * The table of a buffer, its columns views into it.
 * @throws Error when the buffer is torn, of another kind or of another version
 */
export function unpackTable({ kind, version }: TableKind, buffer: ArrayBuffer): Table {
  const head = readHead(buffer);
  if (head.kind !== kind || head.version !== version)
    throw new Error(`a table of ${head.kind} ${head.version}, not of ${kind} ${version}`);
  const first = aligned(8 + new DataView(buffer).getUint32(4, true));
  const columns: Record<string, Column> = {};
  for (const { name, type, rows, at } of head.columns) {
    const size = rows * COLUMN_TYPES[type].BYTES_PER_ELEMENT;
    if (first + at + size > buffer.byteLength) throw new Error(`the table's column ${name} is cut off`);
    columns[name] = new COLUMN_TYPES[type](buffer, first + at, rows);
  }
  const strings: Record<string, string[]> = {};
  for (const name of head.strings) {
    const { [`${name}.units`]: units, [`${name}.ends`]: ends, ...rest } = columns;
    if (!(units instanceof Uint16Array) || !(ends instanceof Uint32Array))
      throw new Error(`the table's strings ${name} are damaged`);
    strings[name] = unpackStrings(units, ends);
    for (const key of Object.keys(columns)) if (!(key in rest)) Reflect.deleteProperty(columns, key);
  }
  return { columns, strings };
}

/**
 * As `unpackTable`, of a table whose columns are known by name and type.
 * @throws Error also when one of them is missing or of another type
 */
export function unpackColumns<Types extends ColumnTypes>(
  kind: TableKind,
  types: Types,
  buffer: ArrayBuffer,
): { readonly columns: Columns<Types>; readonly strings: Table["strings"] } {
  const { columns, strings } = unpackTable(kind, buffer);
  for (const [name, type] of Object.entries(types))
    if (!(columns[name] instanceof COLUMN_TYPES[type])) throw new Error(`the table has no column ${name} of ${type}`);
  return { columns: columns as Columns<Types>, strings };
}

function readHead(buffer: ArrayBuffer): Head {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("no table");
  const length = view.getUint32(4, true);
  if (8 + length > buffer.byteLength) throw new Error("the table's head is cut off");
  return JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Head;
}

function typeOf(column: Column): ColumnType {
  for (const [type, make] of Object.entries(COLUMN_TYPES)) if (column instanceof make) return type as ColumnType;
  throw new Error("no column");
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

function packStrings(list: readonly string[]): { units: Column<"u16">; ends: Column<"u32"> } {
  const ends = new Uint32Array(list.length);
  let length = 0;
  list.forEach((text, i) => (ends[i] = length += text.length));
  const units = new Uint16Array(length);
  let at = 0;
  for (const text of list) for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
  return { units, ends };
}

/** Code units that `String.fromCharCode` takes at once. */
const CHUNK = 8192;

function unpackStrings(units: Uint16Array, ends: Uint32Array): string[] {
  let start = 0;
  return Array.from(ends, (end) => {
    let text = "";
    // Handed over as a list, not spread: that asks an iterator for every unit.
    for (let at = start; at < end; at += CHUNK)
      text += String.fromCharCode.apply(null, units.subarray(at, Math.min(end, at + CHUNK)) as unknown as number[]);
    start = end;
    return text;
  });
}
