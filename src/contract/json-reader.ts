/**
 * Reads a JSON object of long arrays as it comes: no text of it is longer than its longest item and a batch of some
 * 100 kB, so that a document may be longer than a string can be (512 MB).
 *
 * The outermost object and the arrays that are its fields are taken apart by their brackets, commas and quotes; every
 * part is read by `JSON.parse`. What it takes for JSON is what `JSON.parse` takes for it, with the same value.
 */

/** Length from which on items are read, in UTF-16 units. */
const BATCH = 2 ** 16;

/** Longest text that is read at all where it is no object. */
const MAX_OTHER = 2 ** 24;

type State =
  "start" | "key or end" | "key" | "in key" | "colon" | "value" | "plain" | "items" | "after" | "end" | "other";

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

export class JsonReader {
  private state: State = "start";
  private readonly fields: [key: string, value: unknown][] = [];
  private key = "";
  private items: unknown[] = [];
  /** Of the part that is being read: what earlier pieces had of it, and where it begins in the whole text. */
  private pending = "";
  private from = 0;
  /** Brackets that are open in it, and where it is in a text. */
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  /** Units of the pieces before this one. */
  private before = 0;

  /** @throws Error that says what is wrong, and where. */
  push(piece: string): void {
    let at = 0;
    while (at < piece.length) at = this.isInPart() ? this.readPart(piece, at) : this.readBetween(piece, at);
    this.before += piece.length;
  }

  /** All has been pushed. @throws Error that says what is wrong, and where. */
  end(): unknown {
    if (this.state === "other") return parse(this.pending, "", this.from);
    if (this.state !== "end") this.refuse("", `Unexpected end of JSON input at position ${this.before}`);
    // Not by assignment: a field may be called `__proto__`.
    return Object.fromEntries(this.fields);
  }

  private isInPart(): boolean {
    return this.state === "in key" || this.state === "plain" || this.state === "items" || this.state === "other";
  }

  /** One unit between parts. */
  private readBetween(piece: string, at: number): number {
    const unit = piece.charCodeAt(at);
    if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) return at + 1;
    const next = this.stateAfter(unit);
    if (next === undefined)
      throw invalid(`Unexpected token ${JSON.stringify(piece[at])} in JSON at position ${this.before + at}`);
    this.state = next;
    // A key, a value that is no array, and a text that is no object begin with this unit; items begin after it.
    const isPart = next === "in key" || next === "plain" || next === "other";
    this.begin(this.before + at + (isPart ? 0 : 1));
    if (next === "items") this.items = [];
    if (next === "in key") this.inString = true;
    if (next === "in key") this.pending = '"';
    return next === "plain" || next === "other" ? at : at + 1;
  }

  private stateAfter(unit: number): State | undefined {
    switch (this.state) {
      case "start":
        return unit === OPEN_OBJECT ? "key or end" : "other";
      case "key or end":
        return unit === CLOSE_OBJECT ? "end" : unit === QUOTE ? "in key" : undefined;
      case "key":
        return unit === QUOTE ? "in key" : undefined;
      case "colon":
        return unit === COLON ? "value" : undefined;
      case "value":
        return unit === OPEN_ARRAY ? "items" : "plain";
      case "after":
        return unit === COMMA ? "key" : unit === CLOSE_OBJECT ? "end" : undefined;
      default:
        return undefined;
    }
  }

  private begin(from: number): void {
    this.pending = "";
    this.from = from;
    this.depth = 0;
  }

  /** Reads on in a part, up to its end or that of the piece. @returns where to go on. */
  private readPart(piece: string, start: number): number {
    if (this.state === "other") {
      this.pending += piece.slice(start);
      if (this.pending.length > MAX_OTHER) throw invalid("expected an object");
      return piece.length;
    }
    for (let at = start; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      if (this.inString) {
        // Where a quote is missing, all that follows would be taken for text.
        if (unit < 0x20)
          this.refuse(piece.slice(start, at + 1), `Bad control character at position ${this.before + at}`);
        if (this.isEscaped) this.isEscaped = false;
        else if (unit === BACKSLASH) this.isEscaped = true;
        else if (unit === QUOTE) {
          this.inString = false;
          if (this.state === "in key") return this.endKey(piece.slice(start, at + 1), at);
        }
      } else if (unit === QUOTE) this.inString = true;
      else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) this.depth++;
      else if (this.depth > 0) {
        if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) this.depth--;
      } else if (unit === COMMA || unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        if (this.state === "plain") return this.endPlain(piece.slice(start, at), at);
        if (unit === CLOSE_OBJECT) throw invalid(`Unexpected token "}" in JSON at position ${this.before + at}`);
        const isLast = unit === CLOSE_ARRAY;
        if (isLast || this.pending.length + at - start >= BATCH)
          return this.endItems(piece.slice(start, at), at, isLast);
      }
    }
    this.pending += piece.slice(start);
    return piece.length;
  }

  /** @throws Error that says what is wrong in the part so far, or something else if nothing is. */
  private refuse(text: string, otherwise: string): never {
    const part = this.pending + text;
    if (this.state === "items" && part.trim() !== "") parseItems(part, this.key, this.items.length, this.from);
    if (this.state === "plain") parse(part, this.key, this.from);
    throw invalid(otherwise);
  }

  private endKey(text: string, at: number): number {
    this.key = parse(this.pending + text, "", this.from) as string;
    this.state = "colon";
    return at + 1;
  }

  /** The comma or bracket that ends a value is read again, as what follows it. */
  private endPlain(text: string, at: number): number {
    this.fields.push([this.key, parse(this.pending + text, this.key, this.from)]);
    this.state = "after";
    return at;
  }

  private endItems(text: string, at: number, isLast: boolean): number {
    const batch = this.pending + text;
    const isEmpty = isLast && this.items.length === 0 && /^[ \t\n\r]*$/.test(batch);
    if (!isEmpty) for (const item of parseItems(batch, this.key, this.items.length, this.from)) this.items.push(item);
    this.begin(this.before + at + 1);
    if (isLast) {
      this.fields.push([this.key, this.items]);
      this.state = "after";
    }
    return at + 1;
  }
}

/** @param items with commas between them; at least one. */
function parseItems(items: string, key: string, first: number, from: number): readonly unknown[] {
  try {
    const parsed = JSON.parse(`[${items}]`) as unknown[];
    if (parsed.length > 0) return parsed;
  } catch {
    // Said below, of the item.
  }
  return splitItems(items).map(({ text, start }, i) => parse(text, `${key}[${first + i}]`, from + start));
}

/** Only for what is wrong with one of them: by hand, and again. */
function splitItems(items: string): { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let [start, depth] = [0, 0];
  for (const match of items.matchAll(/"(?:[^"\\]|\\[^])*"?|[[\]{},]/g)) {
    const [sign] = match;
    if (sign === "," && depth === 0) {
      parts.push({ text: items.slice(start, match.index), start });
      start = match.index + 1;
    } else if (sign === "[" || sign === "{") depth++;
    else if (sign === "]" || sign === "}") depth--;
  }
  return [...parts, { text: items.slice(start), start }];
}

function parse(text: string, name: string, from: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const said = message.replace(/at position (\d+)/, (_, at) => `at position ${from + Number(at)}`);
    const place = said === message && !/at position/.test(message) ? `, from position ${from} on` : "";
    throw invalid(`${name === "" ? "" : `${name}: `}${said}${place}`, error);
  }
}

function invalid(reason: string, cause?: unknown): Error {
  return new Error(`not valid JSON (${reason})`, { cause });
}
