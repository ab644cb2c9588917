/**
 * The long form that ends where a short form is given.
 */
import { spellGreek } from "../../lib/greek.ts";
import { withoutAccents } from "../../lib/text.ts";
import { Alignment, LOCANT, type LongPart } from "./alignment.ts";
import { compoundLength } from "./compounds.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { minAlignment, multipliedLetters, shortLetters } from "./short-forms.ts";
import { TokenKind, type Tokens } from "./tokens.ts";

/** A place in a text that a long form may reach back over. */
export interface Passage {
  /**
   * The token before token `from` that a long form may go on with, or -1: a colon, a bracket or the sentence's beginning
   * parts them.
   */
  before(from: number): number;
}

/** Tokens looked at per short form, words of the closed class left out: as many as its letters, and as many again. */
const MAX_EXTRA = 5;
/** Longer runs are addresses and code. */
const MAX_TOKEN = 60;

/** Prefixes that a long form may be glued to: "anti-tumour necrosis factor (TNF)". Written by hand. */
const PREFIXES = new Set(["anti", "non"]);

/** Small words that begin no long form, even where they give a letter. */
const NEVER_FIRST = new Set("a an the of and or".split(" "));

/** Where a long form begins. */
export interface LongStart {
  readonly token: number;
  /** Its first characters that are a prefix. */
  readonly prefix: number;
}

/**
 * The beginning of the long form of `short` that ends before token `to`.
 *
 * Schwartz and Hearst take the shortest text that holds the letters. Here every start is scored by where its letters
 * fall (word initials best, see `Alignment`), so that "Proximal Policy Optimization (PPO)" keeps its first word.
 */
export function longForm(tokens: Tokens, passage: Passage, to: number, short: string): LongStart | undefined {
  const letters = shortLetters(short);
  if (letters.length === 0) return undefined;
  const spellings = [letters, ...multipliedLetters(letters)].map((spelling) => ({
    length: spelling.length,
    alignment: new Alignment(spelling),
    isOpen: true,
  }));
  const digit = /[2-5]/u.exec(letters)?.[0] ?? "";
  const longest = Math.max(...spellings.map(({ length }) => length));
  const most = Math.min(letters.length + MAX_EXTRA, longest * 2) + 1;
  const numberless = short.replace(/\d+$/u, "");
  let best: LongStart | undefined;
  let bestScore = minAlignment(short);
  /** Of all words, and of those that are not of the closed class. */
  let initials = "";
  let openInitials = "";
  let length = 0;
  let last = to;
  for (let from = to - 1, taken = 0; from >= 0 && taken < most; last = from, from = passage.before(from)) {
    const written = tokens.words[from]!;
    if (written.length > MAX_TOKEN || (tokens.kind[from] === TokenKind.NonProse && written.length > 20)) break;
    // A text that has the short form in it does not spell it out.
    if (last < to && short.length > 2 && repeats(written, short, numberless)) break;
    const parts = partsOf(written);
    const isFunctionWord = FUNCTION_WORDS.has(written.toLowerCase()) && compoundLength(tokens.words, from) === 1;
    if (!isFunctionWord) taken++;
    const scores = new Array<number>(parts.length).fill(-Infinity);
    for (const [s, spelling] of spellings.entries()) {
      // "H2-receptor antagonists (H2RA)": a digit that is written counts nothing.
      if (s > 0 && digit !== "" && written.includes(digit)) spelling.isOpen = false;
      if (!spelling.isOpen) continue;
      for (let p = parts.length - 1; p >= 0; p--)
        scores[p] = Math.max(scores[p]!, spelling.alignment.prepend(parts[p]!) / spelling.length);
    }
    const own = parts.map(({ lower }) => lower.charAt(0)).join("");
    const isSpelt = [own + initials, own + openInitials].includes(letters.toLowerCase());
    initials = own + initials;
    if (!isFunctionWord) openInitials = own + openInitials;
    length += parts.reduce((sum, { lower }) => sum + lower.length, 0);
    if (parts.length === 0 || tokens.kind[from] === TokenKind.Possessive) continue;
    if (to - from === 1 && written.toLowerCase() === short.toLowerCase()) continue;
    if (length <= letters.length) continue;
    // "in vitro fertilization (IVF)"; "over the counter (OTC)", where each word gives a letter.
    if (isFunctionWord && (!isSpelt || NEVER_FIRST.has(written))) continue;
    // "17-beta-estradiol (E2)": locants of a chemical name may be passed over.
    let locants = 0;
    while (locants < parts.length - 1 && LOCANT.test(parts[locants]!.lower) && scores[locants] === -Infinity) locants++;
    // A longer text must align better, not merely as well.
    const prefix = PREFIXES.has(parts[0]!.lower) && parts.length > 1 && scores[1]! > scores[0]! ? 1 : 0;
    const score = scores[Math.max(locants, prefix)]!;
    if (score <= bestScore + 1e-9) continue;
    best = { token: from, prefix: prefix === 0 ? 0 : parts[0]!.written.length + 1 };
    bestScore = score;
  }
  return best?.prefix === 0 ? { token: withLocants(tokens, passage, best.token), prefix: 0 } : best;
}

/** The token's words, without accents, Greek letters by name. */
function partsOf(token: string): LongPart[] {
  return spellGreek(withoutAccents(token))
    .split(/[-‐‑–/_.+&]/u)
    .filter((part) => part !== "")
    .map((written) => ({ written, lower: written.toLowerCase() }));
}

/** Is the word the short form, one like it ("SOD1" beside "SOD2") or a compound of it? */
function repeats(word: string, short: string, numberless: string): boolean {
  return word.startsWith(short) || (numberless.length > 2 && word.replace(/\d+$/u, "") === numberless);
}

const GLUED_LOCANT = /^(?:\d+['′]*|[A-Z]|alpha|beta|gamma|delta)$/u;

const GREEK_LOCANT = /^(?:alpha|beta|gamma|delta)-/u;

/** "1,3-phenylenediacetic acid", "17 beta-estradiol": locants belong to the word they are glued to, and to Greek letters. */
function withLocants(tokens: Tokens, passage: Passage, first: number): number {
  let from = first;
  for (let before = passage.before(from); before >= 0; before = passage.before(from)) {
    const isGlued = !/\s/u.test(tokens.text.slice(tokens.end[before], tokens.start[from]));
    if (!(isGlued ? GLUED_LOCANT : /^\d+$/u).test(tokens.words[before]!)) break;
    if (!isGlued && !GREEK_LOCANT.test(spellGreek(tokens.words[from]!))) break;
    from = before;
  }
  return from;
}
