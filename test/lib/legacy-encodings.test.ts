/** Bytes as Python's codecs write them; Node has no encoders but for UTF. */
import { describe, expect, it } from "vitest";
import { type LegacyEncoding, legacyEncoding } from "../../src/lib/legacy-encodings.ts";

/** Bytes of a text in an encoding, by decoding all that there are. */
function encoded(text: string, encoding: LegacyEncoding): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let a = 0; a < 256; a++) {
    const single = decoder.decode(Uint8Array.of(a));
    if (single.length === 1 && single !== "\ufffd") bytes.set(single, [a]);
    if (encoding.startsWith("windows") || a < 0x81) continue;
    for (let b = 0x40; b < 255; b++) {
      const pair = decoder.decode(Uint8Array.of(a, b));
      if (pair.length === 1 && !bytes.has(pair)) bytes.set(pair, [a, b]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => bytes.get(char) ?? [63]));
}

describe("texts that are no UTF-8", () => {
  it.each<[text: string, encoding: LegacyEncoding, before?: LegacyEncoding]>([
    ["面包很古老，烤炉更古老", "gb18030"],
    ["author = {张三 and 李四}, title = {面包的历史研究},", "gb18030"],
    ["王", "gb18030", "gb18030"],
    ["Хлеб очень стар, а печь ещё старше", "windows-1251"],
    ["ИСТОРИЯ ХЛЕБА", "windows-1251"],
    ["хлеб", "windows-1251", "windows-1251"],
    ["パンはとても古いものです", "shift_jis"],
    ["빵은 아주 오래된 음식이며 화덕은 더 오래되었다", "euc-kr"],
    ["El pan es más viejo que el año pasado", "windows-1252"],
    ["Überprüfung größerer Öfen, ÄÖÜ", "windows-1252"],
    ["PÃO E FUNÇÕES", "windows-1252"],
    ["Crème brûlée", "windows-1252", "gb18030"],
    ["É", "windows-1252", "windows-1251"],
  ])("%s is %s", (text, encoding, before) => {
    expect(legacyEncoding(encoded(text, encoding), before)).toBe(encoding);
  });
});
