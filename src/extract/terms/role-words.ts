/**
 * Words as the role model reads them: what depends on a word alone is worked out once.
 */
import { shortStem } from "../../lib/stems.ts";
import { cueNeeds } from "./role-cue-patterns.ts";
import { hash32 } from "../../lib/hash.ts";

/** Classes of verbs (and of words that tell as much), in order: the first that fits decides. */
const VERBS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "create",
    /^(?:propos|introduc|present(?!ly)|develop|design|devis|releas|construct|creat|build|built|formulat|establish|defin|deriv|call|named|term|dub|curat|contribut|describ|novel|new$|coin)/u,
  ],
  [
    "use",
    /^(?:us(?:e|es|ed|ing)$|utili[sz]|leverag|employ|appl|adopt|exploit|bas(?:ed|es|is)|combin|integrat|incorporat|via$|through$|train|fine-?tun|extend|implement|inspir|follow|compos|consist|compris|generat|process)/u,
  ],
  [
    "measure",
    /^(?:evaluat|experiment|test|validat|benchmark|result|achiev|improv|reach|accura|perform|reduc|increas|decreas|gain|score|rate|simulat|speedup|higher|lower|maintain|preserv|effective|across$)/u,
  ],
  [
    "study",
    /^(?:stud|investigat|analy[sz]|explor|examin|address|tackl|consider|understand|focus|review|survey|characteri|solv|prov|mitigat|find|found|observ|discuss|reveal|identif|show|demonstrat|effect|role|propert|behavio|evidence|towards?$|problem|model(?:l)?ing$)/u,
  ],
  [
    "compare",
    /^(?:outperform|surpass|superior|better|exceed|competitive|compar|baseline|unlike|versus|vs|contrast|than|instead|counterpart)/u,
  ],
  [
    "background",
    /^(?:however|recent|existing|often|typical|usual|many$|most$|traditional|current|while$|although|despite|prior|previous|can$|may$|such$|popular|wide|common|challeng|rely|suffer|important|fail)/u,
  ],
];

const ANY_VERB = new RegExp(VERBS.map(([, { source }]) => source).join("|"), "u");

const PREPOSITION =
  /^(?:of|for|in|on|with|by|via|using|through|from|to|as|between|under|into|over|across|than|that|which|where|while|when|and|or|is|are|against|at|during|within|without|including|like|such)$/u;
/** Prepositions over which a verb still reaches its object. */
const PASSED_OVER = /^(?:and|or|of|via|using|through|by)$/u;
const NO_VERB = /^(?:existing|novel|new|proposed|traditional|popular|recent|current|previous|prior|common)$/u;

/** Names of features that hold one word, cached per word. */
const PREFIXES = {
  opening: "opening ",
  left: "left ",
  nearLeft: "near left ",
  right: "right ",
  nearRight: "near right ",
  under: "under ",
  title: "title ",
} as const;
export type WordFeature = keyof typeof PREFIXES;

export class RoleWord {
  /** Lower case. */
  readonly text: string;
  readonly verb: string | undefined;
  readonly isPreposition: boolean;
  /** Ends the search for a verb whose object a mention is: punctuation, most prepositions. */
  readonly parts: boolean;
  /** May be such a verb. */
  readonly governs: boolean;
  /** One bit per cue that cannot fit unless such a word stands there: see `cueNeeds`. */
  readonly needs: number;
  /** Hashes of the word, of its stem, and of its class of verbs. */
  readonly hash: number;
  readonly stem: number;
  readonly verbHash: number;
  /** Shown for what stands before a mention, and behind it. */
  readonly shownBefore: string;
  readonly shownBehind: string;
  readonly #names: Partial<Record<WordFeature, string>> = {};

  constructor(text: string) {
    this.text = text;
    this.verb = ANY_VERB.test(text) ? VERBS.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
    this.isPreposition = PREPOSITION.test(text);
    this.parts =
      (/^[^\p{L}\p{N}]$/u.test(text) && !/^["'“‘`(]$/u.test(text)) || (this.isPreposition && !PASSED_OVER.test(text));
    this.governs = this.verb !== undefined && !NO_VERB.test(text);
    this.needs = cueNeeds(text);
    this.hash = hash32(text) | 0;
    this.stem = hash32(shortStem(text), STEM_SEED) | 0;
    this.verbHash = hash32(this.verb ?? "") | 0;
    this.shownBefore = `${text} …`;
    this.shownBehind = `… ${text}`;
  }

  /** The name of the feature that says that this word stands there. */
  name(feature: WordFeature): string {
    return (this.#names[feature] ??= PREFIXES[feature] + this.text);
  }
}

const STEM_SEED = 5;

/** Words kept at a time; beyond, all are forgotten and read anew as they come. */
const MAX_WORDS = 50_000;
const known = new Map<string, RoleWord>();

/** @param text lower case */
export function roleWord(text: string): RoleWord {
  let word = known.get(text);
  if (word) return word;
  if (known.size >= MAX_WORDS) known.clear();
  known.set(text, (word = new RoleWord(text)));
  return word;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu;

/** A text's words with their offsets (UTF-16 units). */
export interface WordList {
  readonly words: readonly RoleWord[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Words with inner hyphens and apostrophes; every other mark is one word. */
export function readWords(text: string): WordList {
  const words: RoleWord[] = [];
  const start: number[] = [];
  const end: number[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    words.push(roleWord(match[0].toLowerCase()));
    start.push(match.index);
    end.push(match.index + match[0].length);
  }
  return { words, start, end };
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? [];
