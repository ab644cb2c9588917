/**
 * Words that say the same beside certain others: "memory usage" and "memory consumption", "kidney" and "renal function".
 *
 * Written down from general knowledge of English and of the sciences, not drawn from any corpus. A word has its synonym
 * only in the company named: "language use" is no "language consumption". What is said of distribution in `twin-rules.ts`
 * holds: opposites stand in the same places, so that these pairs cannot be learned from places alone.
 */

/** One of the words may stand for another … */
interface SameWords {
  readonly words: readonly string[];
  /** … behind one of these, … */
  readonly behind?: ReadonlySet<string>;
  /** … or in front of one of these. */
  readonly before?: ReadonlySet<string>;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words as in variant keys: lower case, American, parts of compounds single. */
const TABLE: readonly SameWords[] = [
  {
    words: ["usage", "consumption"],
    behind: setOf("memory energy power electricity fuel resource battery bandwidth storage cpu gpu ram token"),
  },
  {
    words: ["forecasting", "prediction"],
    behind: setOf(
      "series weather traffic flow demand load price sale wind rainfall precipitation temperature trajectory motion",
    ),
  },
  { words: ["forecast", "prediction"], behind: setOf("series weather traffic flow demand load price sale") },
  { words: ["optimization", "tuning"], behind: setOf("hyperparameter") },
  { words: ["landscape", "surface"], behind: setOf("loss error energy objective cost") },
  { words: ["classification", "categorization"], behind: setOf("text document image scene object topic") },
  { words: ["synthesis", "generation"], behind: setOf("image video motion texture") },
  {
    words: ["example", "sample", "instance"],
    behind: setOf("adversarial training labeled unlabeled negative positive"),
  },
  { words: ["rate", "ratio"], behind: setOf("compression pruning mask masking sparsity") },
  { words: ["annotation", "labeling"], behind: setOf("human manual data image expert") },
  { words: ["cost", "expense"], behind: setOf("computational computation computing") },
  { words: ["human", "manual"], before: setOf("annotation labeling annotator evaluation") },
  { words: ["continual", "continuous"], before: setOf("learning training pretraining pre adaptation finetuning fine") },
  { words: ["movie", "film"], before: setOf("recommendation review rating genre script") },
  {
    words: ["math", "mathematical", "mathematics"],
    before: setOf("reasoning problem question word benchmark ability education task dataset"),
  },
  { words: ["lab", "laboratory"], before: setOf("experiment test study setting animal automation") },
  { words: ["exam", "examination"], behind: setOf("physical medical clinical entrance") },
  { words: ["photo", "photograph"], behind: setOf("aerial satellite family historical") },
  { words: ["older", "elderly"], before: setOf("people person adult patient population") },
  { words: ["teenager", "adolescent"], before: setOf("health behavior pregnancy mother") },
  { words: ["illness", "disease"], behind: setOf("chronic infectious respiratory coronary cardiovascular") },
  { words: ["illness", "disorder"], behind: setOf("mental psychiatric") },
  { words: ["glucose", "sugar"], behind: setOf("blood") },
  {
    words: ["kidney", "renal"],
    before: setOf("function failure disease injury transplantation transplant cell insufficiency replacement stone"),
  },
  { words: ["heart", "cardiac"], before: setOf("failure surgery disease muscle rate transplantation function") },
  { words: ["liver", "hepatic"], before: setOf("failure disease fibrosis function injury cirrhosis transplantation") },
  { words: ["lung", "pulmonary"], before: setOf("function disease fibrosis nodule infection metastasis") },
  { words: ["stomach", "gastric"], before: setOf("cancer ulcer acid tumor") },
  { words: ["eye", "ocular"], before: setOf("movement disease surface") },
  { words: ["city", "urban"], before: setOf("planning center traffic") },
  { words: ["sun", "solar"], before: setOf("light radiation activity") },
  { words: ["teaching", "instruction"], behind: setOf("language reading mathematics science") },
  { words: ["employee", "worker"], before: setOf("satisfaction engagement turnover productivity motivation") },
  { words: ["job", "work"], before: setOf("satisfaction stress performance engagement") },
  { words: ["student", "pupil"], before: setOf("achievement engagement motivation performance") },
  { words: ["buying", "purchase", "purchasing"], before: setOf("intention behavior decision") },
];

/** The other words that may stand at a place. @param words of a variant key */
export function synonymsAt(words: readonly string[], at: number): string[] {
  const [before, behind] = [words[at - 1] ?? "", words[at + 1] ?? ""];
  return (BY_WORD.get(words[at]!) ?? []).flatMap((row) =>
    row.behind?.has(before) === true || row.before?.has(behind) === true
      ? row.words.filter((word) => word !== words[at])
      : [],
  );
}

const BY_WORD = new Map<string, SameWords[]>();
for (const row of TABLE) for (const word of row.words) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), row]);
