/**
 * Distinct words, interned: everything that depends on a word alone is worked out once.
 */
import { crudeStem } from "../../lib/stems.ts";
import { type Background } from "../model/background.ts";
import { mix32 } from "../model/feature-hash.ts";
import { mayLead } from "../text/compounds.ts";
import { type Clue, languageClue } from "../text/language.ts";
import { wordTags } from "../text/nlp.ts";
import { type KnownTags } from "../text/word-tags.ts";
import { hash32 } from "../../lib/hash.ts";

export interface WordFacts {
  /** 1, 2, … in the order of interning; 0 stands for the place beyond a sentence. */
  readonly id: number;
  /** Of the word in lower case. Hashes and masks are signed integers here: see `mix32`. */
  readonly hash: number;
  /** Tag mask of compromise for the word, or for the last part of a compound. */
  readonly tags: number;
  /** Collapsed character classes, e.g. `Xx-X0`. */
  readonly shape: number;
  /** Hashes of what the type of a term is read from: its stem, and its first or last letters. */
  readonly stem: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly suffix5: number;
  readonly prefix4: number;
  /** Hash of what follows the last hyphen; 0 = no hyphen. */
  readonly tail: number;
  /** Background class, 0 = unknown. */
  readonly fine: number;
  readonly coarse: number;
  /** log2 of background document frequency × 15; 0 = unknown. */
  readonly logPapers: number;
  readonly titleRate: number;
  /** Row of the background's word (or of its stem, or last part) whose vector speaks for this one; -1 = none. */
  readonly vector: number;
  /** What it says of its text's language. */
  readonly clue: Clue;
  /** May it begin a fixed compound ("in vitro", "New York")? */
  readonly mayLead: boolean;
  /** Hashes of all features of the word, near ones first. */
  readonly features: Uint32Array;
  /** How many of them also count for the words two and three places away. */
  readonly far: number;
}

const enum Family {
  Lower = 1,
  Tags,
  Fine,
  Coarse,
  Stem,
  LastPart,
  FirstPart,
  Shape,
  Suffix2,
  Suffix3,
  Suffix4,
  Prefix3,
  Tag,
  Papers,
  TitleRate,
  CapitalRate,
  Length,
  LastFine,
}

/** Shape with runs collapsed: letters X/x, digits 0, the rest as is. */
function wordShape(word: string): string {
  let shape = "";
  let previous = "";
  for (const char of word.slice(0, 30)) {
    const mark = /\p{Lu}/u.test(char) ? "X" : /\p{L}/u.test(char) ? "x" : /\p{N}/u.test(char) ? "0" : char;
    if (mark !== previous) shape += mark;
    previous = mark;
  }
  return shape.slice(0, 8);
}

export class Words {
  readonly #ids = new Map<string, number>();
  readonly #pending: string[] = [];
  readonly #background: Background;
  readonly #known: KnownTags;
  readonly facts: WordFacts[] = [];

  /** @param known what compromise need not be asked */
  constructor(background: Background, known: KnownTags = new Map()) {
    this.#background = background;
    this.#known = known;
  }

  /** Ids of the words; `tagNewWords` must run before their facts are read. */
  intern(words: readonly string[]): Int32Array {
    return Int32Array.from(words, (word) => {
      let id = this.#ids.get(word);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(word, id);
        this.#pending.push(word);
      }
      return id;
    });
  }

  /** Asks compromise about all words interned since the last call, once for words that are asked in one form. */
  tagNewWords(): void {
    const forms = this.#pending.map(askedForm);
    const unknown = [...new Set(forms)].filter((form) => !this.#known.has(form));
    const masks = wordTags(unknown);
    const told = new Map(unknown.map((form, i) => [form, masks[i]!]));
    this.#pending.forEach((word, i) => {
      const tags = this.#known.get(forms[i]!) ?? told.get(forms[i]!)!;
      this.facts.push(wordFacts(this.facts.length + 1, word, tags, this.#background));
    });
    this.#pending.length = 0;
  }
}

/** What compromise is asked: the last part of a compound, without the capital of a sentence start. */
export function askedForm(word: string): string {
  const last = word.slice(lastPartStart(word));
  return /^\p{Lu}\p{Ll}+$/u.test(last) ? last.toLowerCase() : last;
}

function lastPartStart(word: string): number {
  return Math.max(word.lastIndexOf("-"), word.lastIndexOf("‐"), word.lastIndexOf("‑"), word.lastIndexOf("–")) + 1;
}

function wordFacts(id: number, word: string, tags: number, background: Background): WordFacts {
  const lower = word.toLowerCase();
  const hash = hash32(lower) | 0;
  const stem = crudeStem(lower);
  const shape = hash32(wordShape(word)) | 0;
  const cut = lastPartStart(lower);
  const lastPart = lower.slice(cut);
  const firstPart = cut > 0 ? lower.slice(0, lower.search(/[-‐‑–]/u)) : "";
  let at = background.words.get(hash);
  if (at < 0 && stem !== lower) at = background.words.get(hash32(stem));
  const lastAt = cut > 0 ? background.words.get(hash32(lastPart)) : at;
  let vector = at >= 0 ? at : lastAt;
  if (vector < 0 && cut > 0) vector = background.words.get(hash32(crudeStem(lastPart)));
  const fine = at < 0 ? 0 : (background.fine[at] ?? 0);
  const coarse = at < 0 ? 0 : (background.coarse[at] ?? 0);
  const logPapers = at < 0 ? 0 : (background.logPapers[at] ?? 0);
  const titleRate = at < 0 ? 0 : (background.titleRate[at] ?? 0);
  const capitalRate = at < 0 ? 0 : (background.capitalRate[at] ?? 0);
  const lastFine = lastAt < 0 ? 0 : (background.fine[lastAt] ?? 0);
  const list: number[] = [];
  const add = (family: Family, value: number) => list.push(mix32(family, value));
  add(Family.Lower, hash);
  add(Family.Tags, tags);
  if (fine) add(Family.Fine, fine);
  add(Family.Coarse, coarse);
  const far = list.length;
  add(Family.Stem, hash32(stem));
  add(Family.LastPart, hash32(crudeStem(lastPart)));
  if (cut > 0) add(Family.FirstPart, hash32(firstPart));
  add(Family.Shape, shape);
  add(Family.Suffix2, hash32(lower.slice(-2)));
  add(Family.Suffix3, hash32(lower.slice(-3)));
  add(Family.Suffix4, hash32(lower.slice(-4)));
  add(Family.Prefix3, hash32(lower.slice(0, 3)));
  for (let bit = 0; bit < 32; bit++) if ((tags >>> bit) & 1) add(Family.Tag, bit);
  add(Family.Papers, at < 0 ? 99 : Math.floor(logPapers / 15));
  add(Family.TitleRate, at < 0 ? 99 : Math.floor(Math.sqrt(titleRate)));
  add(Family.CapitalRate, at < 0 ? 99 : Math.floor(capitalRate / 32));
  add(Family.Length, Math.min(word.length, 15));
  if (cut > 0) add(Family.LastFine, lastFine);
  return {
    id,
    hash,
    tags: tags | 0,
    shape,
    stem: hash32(stem) | 0,
    suffix3: hash32(lower.slice(-3)) | 0,
    suffix4: hash32(lower.slice(-4)) | 0,
    suffix5: hash32(lower.slice(-5)) | 0,
    prefix4: hash32(lower.slice(0, 4)) | 0,
    tail: lower.includes("-") ? hash32(lower.slice(lower.lastIndexOf("-") + 1)) | 0 : 0,
    fine: cut > 0 && fine === 0 ? lastFine : fine,
    coarse,
    logPapers,
    titleRate,
    vector,
    clue: languageClue(word, at >= 0),
    mayLead: mayLead(word),
    features: Uint32Array.from(list),
    far,
  };
}
