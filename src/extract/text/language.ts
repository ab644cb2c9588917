/**
 * Which sentences of a paper are English, by clues of its words: closed-class words of English and of other languages,
 * words that a large collection of English abstracts knows, letters that English lacks.
 *
 * Errs on the side of English: a text without clues, in telegram style or a list of keywords is English.
 */
import { FOREIGN_WORDS, NAME_PARTICLES, SHARED_WORDS } from "./foreign-words.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { TokenKind, type Tokens } from "./tokens.ts";

/** What a word says of its text's language. */
export const enum Clue {
  None,
  /** A closed-class word of English alone; one that other languages have, too. */
  English,
  Shared,
  /** Any other word that English abstracts have. */
  Known,
  Unknown,
  /** With letters that English lacks. */
  Marked,
  /** A closed-class word of another language. */
  Foreign,
  OtherScript,
}

/** How much a clue says for English, and for another language. */
const FOR_ENGLISH = [0, 1.5, 0.5, 1, 0, 0, 0, 0];
const FOR_OTHERS = [0, 0, 0, 0, 0.5, 1, 2, 3];

/** Words may be cut by these in any language. */
const PLAIN = /^[a-z][a-z'’-]*$/;
/** Endings of English words that no collection has all of. */
const ENGLISH_ENDING =
  /(?:ing|ness|ship|less|ful|ously|ially|ized|ised|ings|ers|ists|oids|ates|ides|ines|ases|gens|ols)$/;
const LATIN = /^[\p{Script=Latin}\p{M}'’-]+$/u;
const OTHER = /^[^\p{Script=Latin}\p{N}]*(?:\p{L}\p{M}*){2}/u;
const FIRST_OTHER_LETTER = 0x370;

/** @param word as written @param isKnown do English abstracts have it? */
export function languageClue(word: string, isKnown: boolean): Clue {
  const lower = word.toLowerCase();
  if (FUNCTION_WORDS.has(lower)) return SHARED_WORDS.has(lower) ? Clue.Shared : Clue.English;
  if (word.charCodeAt(0) >= FIRST_OTHER_LETTER) {
    // A Greek letter in front of a word is none of Greek.
    return OTHER.test(word) && !/\p{Script=Latin}/u.test(word) ? Clue.OtherScript : Clue.None;
  }
  // Names are written with capitals in all languages: what is foreign in them says nothing.
  const isSmall = word === lower || (word.length > 4 && word === word.toUpperCase());
  if (!isSmall) return isKnown && word.length > 2 ? Clue.Known : Clue.None;
  if (FOREIGN_WORDS.has(lower)) return Clue.Foreign;
  if (word.length < 3) return Clue.None;
  if (isKnown) return Clue.Known;
  if (word !== lower && PLAIN.test(lower)) return Clue.None;
  if (PLAIN.test(lower)) return ENGLISH_ENDING.test(lower) ? Clue.None : Clue.Unknown;
  return LATIN.test(lower) ? Clue.Marked : Clue.None;
}

/** Sums of what the clues of some words say. */
interface Evidence {
  english: number;
  others: number;
  /** Words that speak for another language: all, and the sure ones among them. */
  foreign: number;
  sure: number;
}

/** Per token of a field its clue. */
type Clues = ArrayLike<Clue>;

export interface FieldClues {
  readonly tokens: Tokens;
  readonly clues: Clues;
}

export interface EnglishPart {
  /** Is there anything in English? If not, the fields are as they were. */
  readonly english: boolean;
  /** The fields with their English sentences alone. */
  readonly fields: readonly Tokens[];
}

/** Below this much evidence of other languages in a whole paper, or without two sure clues, no sentence is looked at. */
const MIN_OTHERS = 4;
/** Evidence that makes a sentence of a paper in another language an English one: in a title, in an abstract. */
const SURE_TITLE = 2;
const SURE_SENTENCE = 4;

/** @param fields the title first */
export function englishPart(fields: readonly FieldClues[]): EnglishPart {
  const tokens = fields.map((field) => field.tokens);
  const whole: Evidence = { english: 0, others: 0, foreign: 0, sure: 0 };
  for (const field of fields) addEvidence(whole, field, 0, field.tokens.words.length);
  const isForeign = isOther(whole);
  if (!isForeign && (whole.others < MIN_OTHERS || whole.sure < 2)) return { english: true, fields: tokens };
  const kept = fields.map((field, f) => englishSentences(field, isForeign, f === 0 ? SURE_TITLE : SURE_SENTENCE));
  if (isForeign && kept.every(({ sentences }) => sentences.length === 0)) return { english: false, fields: tokens };
  return { english: true, fields: kept };
}

function englishSentences(field: FieldClues, isForeign: boolean, sure: number): Tokens {
  const { tokens } = field;
  // A sentence without clues goes with the one before it.
  let isKept = !isForeign;
  const sentences = tokens.sentences.filter(({ from, to }) => {
    const evidence: Evidence = { english: 0, others: 0, foreign: 0, sure: 0 };
    addEvidence(evidence, field, from, to);
    // Names of species are unknown words in English papers, too.
    if (isOther(evidence) && (isForeign || evidence.sure >= 2)) isKept = false;
    else if (evidence.english >= (isForeign ? Math.max(sure, 3 * evidence.others) : 2)) {
      // Behind a sentence of another language, beside its words, a few known ones are not enough: languages share many.
      isKept ||= evidence.sure === 0 || evidence.english > 2 * evidence.others;
    } else if (evidence.sure > 0 && evidence.others > evidence.english) isKept = false;
    return isKept;
  });
  return sentences.length === tokens.sentences.length ? tokens : { ...tokens, sentences };
}

function isOther({ english, others, foreign, sure }: Evidence): boolean {
  if (sure === 0) return foreign >= MIN_UNKNOWN && others > english;
  // One sure word will do where no word is English.
  return others > english && (foreign >= 2 || (english === 0 && others >= 2));
}

/** So many unknown words, and hardly a known one, are no English even without a sure clue. */
const MIN_UNKNOWN = 8;

function addEvidence(sum: Evidence, { tokens, clues }: FieldClues, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const clue = clues[i]!;
    if (clue === Clue.None || (tokens.kind[i] === TokenKind.NonProse && clue !== Clue.OtherScript)) continue;
    if (clue === Clue.Foreign && isPartOfName(tokens, i)) continue;
    sum.english += FOR_ENGLISH[clue]!;
    const count = clue === Clue.OtherScript ? wordsIn(tokens.words[i]!) : 1;
    sum.others += count * FOR_OTHERS[clue]!;
    if (clue < Clue.Unknown) continue;
    sum.foreign += clue === Clue.OtherScript ? 2 * count : 1;
    if (clue > Clue.Unknown) sum.sure += count;
  }
}

/** Chinese, Japanese and Thai have no blanks: one token may be a sentence. */
function wordsIn(token: string): number {
  return token.length > 3 && UNSPACED.test(token) ? Math.ceil(token.length / 3) : 1;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** "van der Waals", "de Broglie", "de novo", "et al.": of any language. */
function isPartOfName({ words }: Tokens, i: number): boolean {
  const word = words[i]!;
  const next = words[i + 1] ?? "";
  if (OF_ALL_LANGUAGES.has(`${word} ${next}`)) return true;
  if (ARTICLE.test(word)) return /^(?:van|von)$/.test(words[i - 1] ?? "");
  if (!NAME_PARTICLES.has(word)) return false;
  const name = NAME_PARTICLES.has(next) ? (words[i + 2] ?? "") : next;
  return /^\p{Lu}/u.test(name);
}

const OF_ALL_LANGUAGES = new Set(["et al", "de novo", "de facto", "de jure", "quid pro", "ad hoc"]);
/** Also German articles, which stand in front of any noun. */
const ARTICLE = /^(?:der|den|zu)$/;
