/**
 * Ways to write one notion by other words: for a group key, the keys that would say the same. Only keys that are in use
 * count, so that a rule joins what the corpus itself writes in two ways.
 */
import { singular } from "../text/variants.ts";
import { samePhrases } from "./same-phrases.ts";
import { synonymsAt } from "./synonyms.ts";

/** What rules may ask of a group. */
export interface TwinFacts {
  /** Place in `TERM_TYPES`. */
  readonly typeOf: (key: string) => number;
  /** Is it mostly written as a name: with a capital in running text? */
  readonly isName: (key: string) => boolean;
  /** Is there a paper that has both? */
  readonly areTogether: (key: string, other: string) => boolean;
  /** Words of one stem that mean the same before a noun. */
  readonly sameWords: (word: string) => readonly string[];
}

interface TwinRule {
  readonly rule: TwinRuleName;
  /** Must the papers of the two groups be about the same? */
  readonly needsLikeness: boolean;
  readonly twins: (key: string, words: readonly string[], facts: TwinFacts) => string[];
}

/** Why forms that differ in their words are one term; in the ledger. */
export const TWIN_RULES = [
  "inner plural",
  "word order",
  "derived word",
  "empty head",
  "clipped",
  "spelling",
  "synonym",
  "empty modifier",
] as const;
export type TwinRuleName = (typeof TWIN_RULES)[number];

const METHOD = 0;
const TASK = 1;
const DATASET = 2;
const METRIC = 3;

/** Words that bind others: what stands around them cannot change places. */
const BINDING = new Set("to of and or vs versus from for with by in on at as the a an non".split(" "));

const RULES: readonly TwinRule[] = [
  {
    rule: "inner plural",
    needsLikeness: false,
    twins: (_, words) =>
      words.slice(0, -1).flatMap((word, w) => {
        const one = singular(word);
        return one === word || words[w + 1] === "of" ? [] : [replaced(words, w, one)];
      }),
  },
  {
    rule: "word order",
    needsLikeness: false,
    twins: (_, words) => [...rotations(words), ...turnedRound(words)],
  },
  {
    rule: "derived word",
    needsLikeness: true,
    twins: (_, words, { sameWords }) =>
      words.slice(0, -1).flatMap((word, w) => sameWords(word).map((other) => replaced(words, w, other))),
  },
  {
    rule: "synonym",
    needsLikeness: true,
    twins: (key, words) => [
      ...words.flatMap((_, w) => synonymsAt(words, w).map((other) => replaced(words, w, other))),
      ...samePhrases(key),
    ],
  },
  {
    rule: "empty modifier",
    needsLikeness: true,
    twins: (_, words) => withoutAutomatic(words),
  },
  {
    rule: "empty head",
    needsLikeness: false,
    twins: (key, words, facts) => [...withoutHead(key, words, facts), ...withoutBased(words, facts)],
  },
];
export { RULES as twinRules };

const replaced = (words: readonly string[], at: number, word: string): string => words.with(at, word).join(" ");

/** "few shot in context learning" and "in context few shot learning": two blocks before the head change places. */
function rotations(words: readonly string[]): string[] {
  const before = words.slice(0, -1);
  const head = words.at(-1)!;
  if (
    before.length < 2 ||
    before.some((word, w) => BINDING.has(word) && !(word === "in" && before[w + 1] === "context"))
  )
    return [];
  return before.slice(1).map((_, cut) => [...before.slice(cut + 1), ...before.slice(0, cut + 1), head].join(" "));
}

/** "quantization of weights" and "weight quantization". */
function turnedRound(words: readonly string[]): string[] {
  const of = words.indexOf("of");
  if (of < 1 || of > words.length - 2 || words.some((word, w) => w !== of && BINDING.has(word))) return [];
  const after = words.slice(of + 1).map((word, w, all) => (w === all.length - 1 ? singular(word) : word));
  return [[...after, ...words.slice(0, of)].join(" ")];
}

/** Heads that say again what kind of thing stands before them, by its type. */
const HEADS: ReadonlyMap<string, number> = new Map([
  ...["algorithm", "method", "technique", "mechanism", "procedure"].map((head) => [head, METHOD] as const),
  ...["task", "problem"].map((head) => [head, TASK] as const),
  ...["dataset", "benchmark", "corpus", "data set"].map((head) => [head, DATASET] as const),
  ...["score", "metric", "measure"].map((head) => [head, METRIC] as const),
]);
/** Heads that add nothing to a name, nor to one of their own kind ("neural network model"). */
const NAME_HEADS = new Set("model architecture framework approach system optimizer".split(" "));
const MODEL_NOUN = /(?:network|transformer|autoencoder|encoder|machine|classifier|regression)$/u;
/** Ends of adjectives, which are no terms without a noun. */
const ADJUNCTS = new Set(
  "based driven aware free shot supervised level scale end time order agnostic specific inspired guided".split(" "),
);
/** What is done where something is turned into something: "text to 3d generation". */
const TURNING = new Set(["generation", "synthesis", "task"]);

function withoutHead(key: string, words: readonly string[], { typeOf, isName, areTogether }: TwinFacts): string[] {
  const head = words.at(-1)!;
  const rest = words.slice(0, -1);
  if (rest.length === 0) return [];
  if (ADJUNCTS.has(rest.at(-1)!)) return [];
  const bare = [...rest.slice(0, -1), singular(rest.at(-1)!)].join(" ");
  const type = HEADS.get(head);
  // What a paper calls now an algorithm and now by its name alone is one, whatever the type was taken for.
  const isSame = typeOf(bare) === type || (type === METHOD && rest.length > 1 && areTogether(key, bare));
  if (type !== undefined && isSame) {
    // "clustering algorithm" is one of many; "attention mechanism" is attention.
    const isWhole = type !== METHOD || rest.length > 1 || head === "mechanism" || isName(bare);
    return isWhole ? [bare] : [];
  }
  if (NAME_HEADS.has(head) && typeOf(bare) === METHOD)
    return isName(bare) || (head === "model" && MODEL_NOUN.test(bare)) ? [bare] : [];
  return TURNING.has(head) && rest.length >= 3 && rest.at(-2) === "to" ? [rest.join(" ")] : [];
}

/** What a machine does anyway: "automatic speech recognition" is speech recognition, "automatic control" a field. */
const MACHINE_TASKS = new Set(
  "recognition scoring grading repair summarization transcription classification detection segmentation proving extraction indexing identification captioning".split(
    " ",
  ),
);

function withoutAutomatic(words: readonly string[]): string[] {
  const isEmpty = words.length > 2 && /^automat(?:ic|ed)$/u.test(words[0]!) && MACHINE_TASKS.has(words.at(-1)!);
  return isEmpty ? [words.slice(1).join(" ")] : [];
}

/** "Transformer-based architecture" is the architecture of Transformers; "energy-based model" is no energy model. */
function withoutBased(words: readonly string[], { isName, typeOf }: TwinFacts): string[] {
  const based = words.indexOf("based");
  if (based < 1 || based !== words.length - 2) return [];
  const name = words.slice(0, based).join(" ");
  return isName(name) || typeOf(name) === METHOD ? [words.filter((_, w) => w !== based).join(" ")] : [];
}
