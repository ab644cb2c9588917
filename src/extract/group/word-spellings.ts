/**
 * Spellings of one word that variant keys keep apart: British and American ones of medicine and chemistry, numbers in
 * digits and in letters, "2" for "to".
 */

/** British → American, beginnings of words. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^(leuk|isch|glyc|ur|tox|bacter|septic|hyperglyc|hypoglyc|polycyth|thalass)aem/u, "$1em"],
  [/^oe(sophag|strogen|dema|strus)/u, "e$1"],
  [/^foet/u, "fet"],
  [/^(an)aesth/u, "$1esth"],
  [/^(orthop)aed/u, "$1ed"],
  [/^(gyn)aec/u, "$1ec"],
  [/^(diarrh|gonorrh|dyspn|apn)oe/u, "$1e"],
  [/^(man)oeuv(?:re|er)/u, "$1euver"],
  [/^sulph/u, "sulf"],
  [/^aluminium$/u, "aluminum"],
  [/^artefact$/u, "artifact"],
  [/^judgement$/u, "judgment"],
  [/^ageing$/u, "aging"],
  [/^dialogue$/u, "dialog"],
  [/^analogue$/u, "analog"],
  [/^(enrol|instal|fulfil)ment$/u, "$1lment"],
  [/^(arch)aeo/u, "$1eo"],
  [/^(pal)aeo/u, "$1eo"],
  [/^(encyclop)aed/u, "$1ed"],
];
const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");
/** Stand for longer words beside "2". */
const CLIPPED: Readonly<Record<string, string>> = {
  seq: "sequence",
  img: "image",
  txt: "text",
  vid: "video",
  sim: "simulation",
};

const ROMAN: ReadonlyMap<string, string> = new Map(
  ["i", "ii", "iii", "iv", "v"].map((sign, n) => [sign, String(n + 1)]),
);
/** Words that are counted in Roman numbers. */
const COUNTED = new Set("type phase stage grade level class tier".split(" "));
/** Words that digits count; a number behind another word belongs to a name ("GPT 4"). */
const MEASURES = new Set(
  "stage step shot dimensional layer class phase way hop view armed player bit level party factor fold pass".split(" "),
);

/** A key in which each word is spelt as most do: equal for keys that differ in spelling alone. */
export function usualKey(key: string): string {
  if (!MAY_DIFFER.test(key)) return key;
  const words = key.split(" ");
  return words
    .map((word, w) => {
      if (COUNTED.has(words[w - 1] ?? "")) return ROMAN.get(word) ?? word;
      const number = MEASURES.has(words[w + 1] ?? "") ? NUMBERS.indexOf(word) : -1;
      return number < 0 ? usualSpelling(word) : String(number);
    })
    .join(" ");
}

function usualSpelling(word: string): string {
  const turned = /^(\p{L}{3,})2(\p{L}{3,})$/u.exec(word);
  if (turned) {
    const [, from = "", to = ""] = turned;
    return `${CLIPPED[from] ?? from} to ${CLIPPED[to] ?? to}`;
  }
  for (const [pattern, usual] of BRITISH) if (pattern.test(word)) return word.replace(pattern, usual);
  return word;
}

/** Fits every key that could change, and few others. */
const MAY_DIFFER =
  /\d|ae|oe|sulph|aluminium|artefact|judgement|ageing|logue|olment|alment|ilment|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:i{1,3}|iv|v)\b/u;
