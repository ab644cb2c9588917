/**
 * What readers of JSON formats ask of a parsed text: members, texts, names, dates.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Takes a name and a message for what is worth saying once a file. */
export type Warn = (name: string, message: string) => void;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member as text: strings as they are, numbers written out where they are exact; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The first text of a list, or the text itself. */
export function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? value.map(textOf).find((text) => text !== undefined) : textOf(value);
}

/** The member at a path of keys; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/** The objects of a list; none when it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list; none when it is no list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item) => textOf(item) ?? []) : [];
}

/** `Ada Lovelace` of `{given, family}`, `{name}`, `{fullName}` or a plain text. */
export function personName(value: unknown): string | undefined {
  if (!isObject(value)) return textOf(value);
  const whole = textOf(value["name"]) ?? textOf(value["literal"]) ?? textOf(value["fullName"]);
  if (whole !== undefined) return whole;
  const parts = [
    value["given"] ?? value["firstName"],
    value["non-dropping-particle"],
    value["family"] ?? value["lastName"],
  ];
  return parts.flatMap((part) => textOf(part) ?? []).join(" ");
}

/** `2024-05-01` of Crossref's and CSL's `{"date-parts": [[2024, 5, 1]]}`. */
export function dateParts(value: unknown): string | undefined {
  const parts: unknown = at(value, "date-parts");
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const numbers = Array.isArray(first) ? first.flatMap((part) => textOf(part) ?? []) : [];
  return numbers.length > 0 ? numbers.join("-") : (textOf(at(value, "raw")) ?? textOf(at(value, "literal")));
}
