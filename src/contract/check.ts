/**
 * Checks a value against a JSON Schema and names the first place where it differs.
 *
 * Knows the part of JSON Schema 2020-12 that the schemas made from our types use (`schemas.ts`), and throws on any other.
 * Each part of a schema becomes a closure once: the viewer's content policy forbids `eval`. A value that fits costs no
 * allocation; the path is put together on the way back from a fault.
 */
export interface Schema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly const?: string | boolean;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Schema of the values of all other fields. */
  readonly additionalProperties?: Schema;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Fault {
  /** Such as `terms[12].papers`; empty for the whole value. */
  readonly path: string;
  /** Such as `expected an integer, got "x"`. */
  readonly message: string;
}

/** The first fault of a value, in the order of the schema's fields; undefined for one that fits. */
export type Check = (value: unknown) => Fault | undefined;

/** @throws Error on a keyword that it does not know. */
export function compileCheck(schema: Schema): Check {
  const defs = schema.$defs ?? {};
  const named = new Map<string, Check>();
  const compile = (part: Schema): Check => {
    const unknown = Object.keys(part).find((key) => !KEYWORDS.has(key));
    if (unknown !== undefined) throw new Error(`the check does not know the keyword ${unknown}`);
    if (part.$ref === undefined) return checkOf(part, compile);
    const name = part.$ref.replace(/^#\/\$defs\//, "");
    const def = defs[name];
    if (!def) throw new Error(`the schema has no ${part.$ref}`);
    let check = named.get(name);
    if (!check) named.set(name, (check = compile(def)));
    return check;
  };
  return compile(schema);
}

/** `terms[12].papers: expected an integer, got "x"`. */
export function sayFault({ path, message }: Fault): string {
  return path === "" ? message : `${path}: ${message}`;
}

const KEYWORDS: ReadonlySet<string> = new Set<keyof Schema>([
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "minLength",
  "minimum",
  "maximum",
  "pattern",
  "$ref",
  "$defs",
]);

type Compile = (schema: Schema) => Check;

function checkOf(schema: Schema, compile: Compile): Check {
  const known = schema.const === undefined ? schema.enum : [schema.const];
  if (known) return knownCheck(known);
  switch (schema.type) {
    case "object":
      return objectCheck(schema, compile);
    case "array":
      return arrayCheck(schema, compile);
    case "string":
      return stringCheck(schema);
    case "number":
      return numberCheck("a number", schema);
    case "integer":
      return numberCheck("an integer", schema);
    case "boolean":
      return (value) => (typeof value === "boolean" ? undefined : expected("true or false", value));
    default:
      return () => undefined;
  }
}

function objectCheck({ properties = {}, required = [], additionalProperties: other }: Schema, compile: Compile): Check {
  const names = Object.keys(properties);
  const checks = names.map((name) => compile(properties[name]!));
  const needed = names.map((name) => required.includes(name));
  const rest = other && Object.keys(other).length > 0 ? compile(other) : undefined;
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return expected("an object", value);
    const fields = value as Readonly<Record<string, unknown>>;
    for (let i = 0; i < names.length; i++) {
      const field = fields[names[i]!];
      const fault = field === undefined ? (needed[i] ? MISSING : undefined) : checks[i]!(field);
      if (fault === MISSING) return { path: "", message: `${names[i]} is missing` };
      if (fault) return within(names[i]!, fault);
    }
    if (rest)
      for (const name of Object.keys(fields)) {
        const fault = Object.hasOwn(properties, name) ? undefined : rest(fields[name]);
        if (fault) return within(name, fault);
      }
    return undefined;
  };
}

const MISSING: Fault = { path: "", message: "missing" };

function arrayCheck({ items, prefixItems = [], minItems = 0, maxItems = Infinity }: Schema, compile: Compile): Check {
  const first = prefixItems.map(compile);
  const rest = items ? compile(items) : () => undefined;
  return (value) => {
    if (!Array.isArray(value)) return expected("an array", value);
    const list: readonly unknown[] = value;
    if (list.length < minItems || list.length > maxItems) {
      const limit = list.length < minItems ? `at least ${minItems}` : `at most ${maxItems}`;
      return { path: "", message: `expected ${limit} items, got ${list.length}` };
    }
    for (let i = 0; i < list.length; i++) {
      const fault = i < first.length ? first[i]!(list[i]) : rest(list[i]);
      if (fault) return within(i, fault);
    }
    return undefined;
  };
}

function numberCheck(kind: "a number" | "an integer", { minimum = -Infinity, maximum = Infinity }: Schema): Check {
  const isKind = kind === "an integer" ? Number.isInteger : (value: unknown) => typeof value === "number";
  const range = maximum === Infinity ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  return (value) => {
    if (isKind(value) && (value as number) >= minimum && (value as number) <= maximum) return undefined;
    return expected(isKind(value) ? `${kind} ${range}` : kind, value);
  };
}

function stringCheck({ minLength = 0, pattern }: Schema): Check {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const letter = /^\^[a-z]\[0-9\]\+\$$/.test(pattern ?? "") ? pattern!.charCodeAt(1) : undefined;
  return (value) => {
    if (typeof value !== "string") return expected("a string", value);
    if (letter === undefined ? value.length >= minLength && (expression?.test(value) ?? true) : isNodeId(value, letter))
      return undefined;
    return expected(pattern === undefined ? "a text" : `a text like ${pattern}`, value);
  };
}

/** A letter and digits: ids of nodes are most of a document's texts, and this is quicker than their pattern. */
function isNodeId(text: string, letter: number): boolean {
  if (text.length < 2 || text.charCodeAt(0) !== letter) return false;
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

function knownCheck(values: readonly (string | boolean)[]): Check {
  const known = new Set<unknown>(values);
  const said = `${values.length > 1 ? "one of " : ""}${values.map(show).join(", ")}`;
  return (value) => (known.has(value) ? undefined : expected(said, value));
}

function expected(what: string, value: unknown): Fault {
  return { path: "", message: `expected ${what}, got ${show(value)}` };
}

/** Most characters of a wrong value that are shown. */
const SHOWN = 60;

function show(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** The fault as seen from around it. */
export function within(key: string | number, { path, message }: Fault): Fault {
  const at = typeof key === "number" ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? key : `[${JSON.stringify(key)}]`;
  return { path: path === "" || path.startsWith("[") ? `${at}${path}` : `${at}.${path}`, message };
}
