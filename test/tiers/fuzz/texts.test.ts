/**
 * What takes and gives texts: reading back gives what was written, offsets stay inside, names fold once and for all, nothing
 * throws for what a text holds.
 */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { terminalText } from "../../../src/cli/print/terminal-text.ts";
import { readDecision, readDecisions, writeDecision } from "../../../src/contract/decisions.ts";
import { JsonReader } from "../../../src/contract/json-reader.ts";
import { type LedgerEntry, readLedger, writeLedger } from "../../../src/contract/ledger.ts";
import { isVisible, paperName } from "../../../src/contract/paper-name.ts";
import { paperUrl } from "../../../src/contract/paper-url.ts";
import { spreadsheetCell } from "../../../src/export/tables/spreadsheet-cells.ts";
import { escapeXml } from "../../../src/export/xml.ts";
import { findAbbreviations } from "../../../src/extract/text/abbreviations.ts";
import { readableText } from "../../../src/extract/text/clean/clean-text.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";
import { foldName, foldWords } from "../../../src/lib/fold-name.ts";
import { titleKey } from "../../../src/lib/text.ts";
import { parseSearch } from "../../../src/query/search-expression.ts";
import { cleanForXml } from "../../export/read-back.ts";
import { hostileTexts } from "../hostile/texts.ts";
import { openTally, times } from "../tally.ts";
import { POISONS } from "./seeds.ts";
import { expectCleanPrototypes } from "./prototypes.ts";

const tally = openTally("texts");
const WORDS = [
  "graph",
  "kernels",
  "(GK)",
  "AB",
  "e.g.",
  "$x_1$",
  "<b>",
  "&amp;",
  "Fe2O3",
  "\\alpha",
  "state-of-the-art",
  "“x”",
  "We",
  "the",
  ".",
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...POISONS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts().filter(({ length }) => length < 300)) },
);
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(piece, { maxLength: 25 })
      .chain((parts) => fc.constantFrom(" ", "").map((glue) => parts.join(glue))),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

interface Property {
  readonly what: string;
  readonly holds: (text: string, other: string) => void;
}

/** A decision or an entry as it is written holds no line breaks: they are blanks there. */
const flat = (text: string): string => text.replace(/\s+/g, " ").trim() || "none";

const PROPERTIES: readonly Property[] = [
  {
    what: "text for XML comes back through a strict parser",
    holds: (text) => {
      let found = "";
      const parser = new SaxesParser();
      parser.on("text", (part) => (found += part));
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).close();
      expect(found).toBe(cleanForXml(text));
    },
  },
  {
    what: "a cell for spreadsheets is never a formula",
    holds: (text) => {
      const cell = String(spreadsheetCell(text, "string") ?? "");
      expect(cell).not.toMatch(/^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u);
    },
  },
  {
    what: "text for a terminal holds no control",
    holds: (text) => expect(terminalText(text)).not.toMatch(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u),
  },
  {
    what: "a decision comes back as it is written",
    holds: (text, other) => {
      const line = writeDecision({ kind: "merge", form: text, canonical: other });
      expect(line).not.toMatch(/[\r\n]/);
      const found = readDecision(line);
      if (found) expect(writeDecision(found)).toBe(line);
    },
  },
  {
    what: "any text is read as decisions, or said to be none",
    holds: (text) => expect(readDecisions(text).decisions).toBeInstanceOf(Array),
  },
  {
    what: "the ledger comes back as it is written",
    holds: (text, other) => {
      const entry: LedgerEntry = {
        stage: "ingest",
        action: "merge",
        subject: flat(text),
        rule: flat(other),
        result: flat(text),
      };
      const [found] = readLedger([...writeLedger([entry])].join(""));
      const again = readLedger([...writeLedger([found!])].join(""));
      expect(again).toEqual([found]);
    },
  },
  {
    what: "JSON in pieces is what JSON.parse takes it for",
    holds: (text, other) => {
      const value = { [text]: [other, { [other]: text }], list: [text, 1, null, other], other };
      const written = JSON.stringify(value);
      const reader = new JsonReader();
      const step = 1 + (text.length % 7);
      for (let from = 0; from < written.length; from += step) reader.push(written.slice(from, from + step));
      expect(reader.end()).toEqual(JSON.parse(written));
    },
  },
  {
    what: "damaged JSON in pieces is refused as JSON.parse refuses it",
    holds: (text) => {
      const written = `{"a": [${JSON.stringify(text)}, ${text}]}`;
      let expected: unknown;
      try {
        expected = JSON.parse(written);
      } catch {
        const reader = new JsonReader();
        expect(() => {
          reader.push(written);
          reader.end();
        }).toThrow(/not valid JSON/);
        return;
      }
      const reader = new JsonReader();
      reader.push(written);
      expect(reader.end()).toEqual(expected);
    },
  },
  {
    what: "a readable text leads back into the one given, in order",
    holds: (text) => {
      const clean = readableText(text, () => 0);
      let last = 0;
      for (let at = 0; at < clean.text.length; at++) {
        const [start, end] = [clean.givenStart(at), clean.givenEnd(at + 1)];
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        last = start;
      }
      expect(clean.givenEnd(clean.text.length)).toBeLessThanOrEqual(text.length);
    },
  },
  {
    what: "short and long forms stay inside their text",
    holds: (text) => {
      for (const { short, long, shortText, longText } of findAbbreviations(tokenize(text))) {
        for (const [from, to] of [short, long]) expect(from).toBeLessThan(to);
        for (const { start, end } of [shortText, longText])
          expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
      }
      expect(text).toBeTypeOf("string");
    },
  },
  {
    what: "folding a folded name changes nothing",
    holds: (text) => {
      // Commands of LaTeX may come about where blanks go.
      const plain = text.replace(/[\\$]/g, "");
      expect(foldName(foldName(plain))).toBe(foldName(plain));
      expect(titleKey(titleKey(text))).toBe(titleKey(text));
      expect(foldWords(text)).toBeTypeOf("string");
    },
  },
  {
    what: "a search is parsed, or told what is wrong and where",
    holds: (text) => {
      const parsed = parseSearch(text);
      if (!parsed.ok) expect(parsed.position).toBeLessThanOrEqual(text.length);
      expect(parsed).toHaveProperty("ok");
    },
  },
  {
    what: "addresses are of the web, and names can be seen",
    holds: (text, other) => {
      const url = paperUrl({ url: text, doi: other, arxiv_id: text });
      if (url !== undefined) expect(url).toMatch(/^https?:\/\//i);
      if (isVisible(other)) expect(isVisible(paperName({ title: text, id: other }))).toBe(true);
    },
  },
];

test.each(PROPERTIES.map((property) => [property.what, property] as const))(
  "%s",
  (what, { holds }) => {
    const numRuns = times(150, 30_000);
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        holds(text, other);
        expectCleanPrototypes();
      }),
      { numRuns, seed: 18 },
    );
    tally.count(what, numRuns, numRuns);
  },
  7_200_000,
);
