import { describe, expect, it } from "vitest";
import { JsonReader } from "../../src/contract/json-reader.ts";
import { partRandom } from "../../src/lib/random.ts";

function read(pieces: readonly string[]): unknown {
  const reader = new JsonReader();
  for (const piece of pieces) reader.push(piece);
  return reader.end();
}

const HOSTILE = {
  'key "with" \\ all]}{[,:': 'text, with "quotes", \\, \\", [brackets], {braces}',
  ["__proto__"]: 1,
  papers: [
    { title: "]}, [{", abstract: '"\\"' },
    { title: "\u{1f600} \ud83d é \u2028", list: [[], [{}], "]"] },
  ],
  empty: [],
  object: {},
  numbers: [1, -0.5, 1e-7, null, true, "", [], {}],
  settings: { deep: { er: [1, [2, [3, { a: "}" }]]] } },
  "": null,
  last: "\\",
};
const WAYS = [
  JSON.stringify(HOSTILE),
  JSON.stringify(HOSTILE, null, 2),
  ` ${JSON.stringify(HOSTILE, null, "\t")}\r\n `,
];

describe("a text in pieces", () => {
  it.each(WAYS)("is what it is in one, cut anywhere: %s", (text) => {
    const whole = JSON.parse(text) as unknown;
    expect(read([text])).toEqual(whole);
    expect(read([...text])).toEqual(whole);
    for (let at = 0; at <= text.length; at++) expect(read([text.slice(0, at), text.slice(at)])).toEqual(whole);
    for (let length = 2; length < 40; length++)
      expect(read(text.match(new RegExp(`[^]{1,${length}}`, "g"))!)).toEqual(whole);
  });

  it("has its fields in their order, the last of two of one name, and none that is inherited", () => {
    const text = '{"b": [1], "a": 2, "__proto__": {"c": 1}, "b": 3, "7": 4}';
    const [value, whole] = [read([...text]), JSON.parse(text)] as Record<string, unknown>[];
    expect(JSON.stringify(value)).toBe(JSON.stringify(whole));
    expect([Object.getPrototypeOf(value), value!["c"]]).toEqual([Object.prototype, undefined]);
  });

  it("may be of many batches", () => {
    const list = Array.from({ length: 5000 }, (_, i) => ({ i, text: `${"x".repeat(i % 97)}"],\\` }));
    const text = JSON.stringify({ list, other: [list.slice(0, 3), "y".repeat(300_000)] });
    for (const length of [1000, 65_536, 100_003, 1_000_000])
      expect(read(text.match(new RegExp(`[^]{1,${length}}`, "g"))!)).toEqual(JSON.parse(text));
  });

  it.each(["null", "[1, 2]", '"text"', " 12 ", "[]"])("may be no object: %s", (text) => {
    expect(read([...text])).toEqual(JSON.parse(text));
  });
});

describe("what is wrong", () => {
  it("is told before a long text that is no object has been read", () => {
    const reader = new JsonReader();
    const zeros = "\0".repeat(2 ** 20);
    expect(() => {
      for (let i = 0; i < 20; i++) reader.push(zeros);
    }).toThrow(/^not valid JSON \(expected an object\)$/);
  });

  const table: readonly (readonly [text: string, said: RegExp])[] = [
    ["", /^not valid JSON \(Unexpected end of JSON input at position 0\)$/],
    ['{"schema": "paper', /^not valid JSON \(schema: .*at position (11|17)/],
    ['{"a": [1, 2', /^not valid JSON \(Unexpected end .* at position 11\)$/],
    ['{"a": [1, {"b', /\(a\[1\]: .*position 1[0-3]/],
    ['{"a": [1, {"b": "2}, 3],\n "c": "d"}', /\(a\[1\]: .*position (10|24)/],
    ['{"a\n": 1}', /position (1|3)/],
    ['{"a": [1, 2]} x', /Unexpected token "x" in JSON at position 14/],
    ['{"a": [1, 2}', /Unexpected token "}" in JSON at position 11/],
    ['{"a": [1, x, 2]}', /\(a\[1\]: .*position 9/],
    ['{"a": [{"b": 1}, {"b" 1}, 2]}', /\(a\[1\]: .*position 22/],
    ['{"a": [1,, 2]}', /\(a\[1\]: .*position 9/],
    ['{"a": [1, 2, ]}', /\(a\[2\]: .*position 12/],
    ['{"a": [,]}', /\(a\[0\]: .*position 7/],
    ['{"a": {"b": tru}}', /\(a: .*position (6|15)/],
    ['{"a": }', /\(a: .*position 6/],
    ['{"a" 1}', /position 5/],
    ["{a: 1}", /position 1/],
    ['{"a": 1,}', /position 8/],
    ["\ufeff{}", /position 0/],
  ];
  it.each(table)("is said with its place: %s", (text, said) => {
    for (const pieces of [[text], [...text], [text.slice(0, 9), text.slice(9)]])
      expect(() => read(pieces)).toThrow(said);
  });

  it("is wrong for JSON.parse too, and nothing else is", () => {
    const base = '{"a": [1, {"b": "\\"]}"}, []], "c": {"d": [null]}, "e": "x"}';
    const signs = [...'{}[]",:\\ 1e-\n\u00a0atrue'];
    let wrong = 0;
    for (let part = 0; part < 4000; part++) {
      const random = partRandom(11, part);
      let text = base;
      for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
        const at = Math.floor(random() * text.length);
        const sign = signs[Math.floor(random() * signs.length)]!;
        text = text.slice(0, at) + (random() < 0.4 ? "" : sign) + text.slice(at + (random() < 0.5 ? 1 : 0));
      }
      const cut = Math.floor(random() * text.length);
      const outcome = (work: () => unknown) => {
        try {
          return JSON.stringify(work());
        } catch {
          return "wrong";
        }
      };
      const expected = outcome(() => JSON.parse(text));
      expect([text, outcome(() => read([text.slice(0, cut), text.slice(cut)]))]).toEqual([text, expected]);
      if (expected === "wrong") wrong++;
    }
    expect(wrong).toBeGreaterThan(1000);
    expect(wrong).toBeLessThan(3900);
  });
});
