/**
 * Which encoding a text that is no UTF-8 is written in: letters of other scripts stand in runs of high bytes, accented
 * Latin letters stand alone.
 *
 * The shares are those of running text: Cyrillic letters are C0–FF in Windows-1251, where bytes of two-byte characters are anywhere; two-byte characters of GBK
 * and EUC-KR begin with the rows of frequent characters, those of Shift JIS with 82 and 83 for kana.
 */
export type LegacyEncoding = "windows-1252" | "windows-1251" | "gb18030" | "euc-kr" | "shift_jis";

/** Shortest run of high bytes that no accented Latin word has. */
const SHORTEST_RUN = 4;

/** Korean has blanks between its words, Chinese has none. */
const LONGEST_WORD = 16;

/** So few bytes may be letters of one script by chance. */
const FEW = 8;

/** @param known what an earlier line of the same text was found to be: decides where this one is too short to tell */
export function legacyEncoding(bytes: Uint8Array, known: LegacyEncoding = "windows-1252"): LegacyEncoding {
  const { high, longest, letters, isPaired, leads, hangul, kana } = countBytes(bytes);
  if (longest < SHORTEST_RUN && kana < 2) {
    const fits = known === "windows-1251" ? longest > 1 : isPaired && decodes(bytes, known);
    return fits ? known : "windows-1252";
  }
  if (kana >= 2 && kana * 5 > high && decodes(bytes, "shift_jis")) return "shift_jis";
  if (letters > 0.9 * high && (high >= FEW || known === "windows-1251")) return "windows-1251";
  if (!isPaired) return "windows-1252";
  const pairs = high / 2;
  const isHangul =
    hangul > 0.9 * pairs && longest <= LONGEST_WORD && (pairs >= FEW || known === "euc-kr") && known !== "gb18030";
  if (isHangul && decodes(bytes, "euc-kr")) return "euc-kr";
  return leads > 0.6 * pairs && decodes(bytes, "gb18030") ? "gb18030" : "windows-1252";
}

interface ByteCounts {
  /** Bytes from 80 on. */
  readonly high: number;
  /** Most of them in a row. */
  readonly longest: number;
  /** C0–FF: letters of Windows-1251. */
  readonly letters: number;
  /** Whether all runs are of even length. */
  readonly isPaired: boolean;
  /** Pairs that begin with B0–D7, where GBK has the frequent characters, or A1–A3, its punctuation. */
  readonly leads: number;
  /** Pairs that begin with B0–C8, where EUC-KR has its syllables, or A1–A3. */
  readonly hangul: number;
  /** Kana of Shift JIS. */
  readonly kana: number;
}

function countBytes(bytes: Uint8Array): ByteCounts {
  let [high, longest, letters, leads, hangul, kana, run] = [0, 0, 0, 0, 0, 0, 0];
  let isPaired = true;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      isPaired &&= run % 2 === 0;
      run = 0;
      continue;
    }
    high++;
    if (byte >= 0xc0) letters++;
    if (run % 2 === 0) {
      const isSign = byte >= 0xa1 && byte <= 0xa3;
      if (isSign || (byte >= 0xb0 && byte <= 0xd7)) leads++;
      if (isSign || (byte >= 0xb0 && byte <= 0xc8)) hangul++;
    }
    const next = bytes[i + 1] ?? 0;
    if ((byte === 0x82 && next >= 0x9f && next <= 0xf1) || (byte === 0x83 && next >= 0x40 && next <= 0x96)) kana++;
    longest = Math.max(longest, ++run);
  }
  return { high, longest, letters, isPaired, leads, hangul, kana };
}

function decodes(bytes: Uint8Array, encoding: LegacyEncoding): boolean {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).length > 0;
  } catch {
    return false;
  }
}
