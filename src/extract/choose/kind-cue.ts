/**
 * Whether the words around a name call it a data set, benchmark or environment, a measure or a method.
 *
 * New names tell nothing by their form, and most names of a corpus are methods; what a sentence calls a name outweighs
 * that. Heads are read where they stand as heads: "X, a benchmark for …", "the X dataset", not "X, a dataset distillation
 * method".
 */
import { isSingleName } from "./coined-names.ts";

/** Column values: see `MentionTable`. */
export const enum KindCue {
  None,
  Dataset,
  Metric,
  Method,
}

const DATASET =
  "data ?-?sets?|benchmarks?|corpora|corpus|test ?-?suites?|test ?-?beds?|leaderboards?|environments?|simulators?|shared tasks?|challenge sets?|dataset collections?|benchmark suites?|evaluation suites?|playgrounds?|gyms?|treebanks?";
const METRIC = "metrics?|scores?|measures?|divergences?|distance metrics?|evaluation metrics?|error rates?";
const METHOD =
  "methods?|approach|algorithms?|frameworks?|models?|architectures?|networks?|systems?|techniques?|pipelines?|optimizers?|toolkits?|librar(?:y|ies)|strateg(?:y|ies)|schemes?|mechanisms?|paradigms?|solvers?|estimators?|procedures?";
/** Behind a head, no noun of which it is only a part. */
const HEAD_END = String.raw`(?=\s*(?:$|[,.;:()\]–—]|--)|\s+(?:that|which|for|of|with|to|in|on|at|by|from|and|or|as|we|is|are|was|were|has|have|where|whose|covering|comprising|containing|consisting|designed|specifically|tailored|built|based|aimed|created|derived|inspired|intended|aiming|\w+ed|spanning|featuring|collected|used|shows?|demonstrates?|confirms?|proves?|provides?|reveals?|indicates?|verif(?:y|ies)|validates?|suggests?|using|under|when|without|while|over|across|respectively)\b)`;

/** "X, a large benchmark for …": set behind the name. */
const behind = (heads: string): RegExp =>
  new RegExp(
    String.raw`^["'”’)\]]*\s*(?:,|:|–|—|--|\bis\b|\bare\b)\s*(?:a|an|the|our|the first)\s+(?:[\w/+-]+,?\s+){0,7}?(?:${heads})${HEAD_END}`,
    "i",
  );
/** "the X dataset": the name of one; with "a" before it the name only describes it. */
const direct = (heads: string): RegExp =>
  new RegExp(String.raw`^["'”’]*\s+(?:\d{4}\s+)?(?:${heads})(?<!s)${HEAD_END}`, "i");
const DESCRIBED = /\b(?:an?|new|novel|this|our|each|every|one|another|any)\s+(?:[\w-]+\s+){0,3}$/i;
const before = (heads: string): RegExp =>
  new RegExp(
    String.raw`\b(?:${heads})(?:\s+for(?:\s+[\w-]+){1,5})?,?\s*(?:(?:called|named|dubbed|termed|we call|such as|like|including|namely|:|\(|i\.e\.,?|e\.g\.,?)\s*["'“‘]?)(?:[\w@.+-]+(?:\s[\w@.+-]+)?\s*,\s*(?:and\s+)?|[\w@.+-]+\s+and\s+){0,4}$`,
    "i",
  );

const PATTERNS = [
  { cue: KindCue.Dataset, behind: behind(DATASET), direct: direct(DATASET), before: before(DATASET) },
  { cue: KindCue.Metric, behind: behind(METRIC), direct: direct(METRIC), before: before(METRIC) },
] as const;
/** Measures at a cut, an order or a threshold: "NDCG@10", "AP50", "ROUGE-L". */
const MEASURE =
  /^(?:(?:m?AP|mIoU|IoU|AR|HR|Hits?|Recall|Precision|[Nn]?DCG|MRR|[Pp]ass|PASS|Acc(?:uracy)?)[@-]?\d+|(?:[PRFHM]|EM)@\d+|F[12]|(?:ROUGE|BLEU)-(?:\d|L|N|Lsum))$/u;
/** "X, Y and Z datasets". */
const LISTED = new RegExp(
  String.raw`^["'”’]*(?:,\s+[\p{L}\p{N}@.+-]+){0,4},?\s+(?:and|or)\s+(?:the\s+)?[\p{L}\p{N}@.+-]+\s+(?:datasets|benchmarks|corpora)\b`,
  "u",
);
const LAST_LISTED = /^["'”’]*\s+(?:datasets|benchmarks|corpora)\b/u;
/** "X, a framework for …", of names only: what else stands so is as often explained by a method as one. */
const METHOD_BEHIND = new RegExp(
  String.raw`^["'”’)\]]*\s*(?:,|:|–|—|--)\s*(?:an?|our|the first)\s+(?:[\w/+-]+,?\s+){0,7}?(?:${METHOD})${HEAD_END}`,
  "i",
);
/** Any of these must stand near, before the dear question is asked. */
const HINT =
  /dat|bench|corp|test|leader|environ|simul|task|challenge|suite|gym|play|tree|metric|score|measure|diverg|error|method|approach|algo|frame|model|archi|net|sys|tech|pipe|optim|tool|lib|strat|schem|mechan|paradig|solv|estim|proced/i;
const REACH = 110;
/** "68.9 % mIoU", "by 1.1 WER": a value stands before the name of what is measured, and it ends there. */
const VALUE = /(?:\d\s?\\?%|\d\.\d+)\s+(?:absolute |relative |average |mean |higher |lower )?$/i;
const VALUED_END = new RegExp(String.raw`^${HEAD_END}`, "i");
/** Endings by which such names are made. */
const SUFFIX = /[\p{L}\p{N}-](?:Bench(?:mark)?|Gym|Corpus)$/u;

/** "metrics such as exact match": what is no name is called a measure by such words only. */
const LISTED_METRIC = new RegExp(
  String.raw`\bmetrics,?\s+(?:such as|like|including|namely)\s+(?:[\w@-]+(?:\s[\w@-]+)?\s*,\s*(?:and\s+)?|[\w@-]+\s+and\s+){0,4}$`,
  "i",
);

/** As `kindCue`, of a string without capitals. */
export function listedKind(text: string, start: number): KindCue {
  const previous = text.slice(Math.max(0, start - REACH), start);
  return previous.includes("etrics") && LISTED_METRIC.test(previous) ? KindCue.Metric : KindCue.None;
}

/** @param start of the name in the text, which is a field @param end exclusive */
export function kindCue(text: string, start: number, end: number): KindCue {
  const next = text.slice(end, end + REACH);
  const previous = text.slice(Math.max(0, start - REACH), start);
  if (VALUE.test(previous) && VALUED_END.test(next)) return KindCue.Metric;
  const form = text.slice(start, end);
  if (SUFFIX.test(form)) return KindCue.Dataset;
  if (MEASURE.test(form)) return KindCue.Metric;
  const [asksNext, asksPrevious] = [HINT.test(next), HINT.test(previous)];
  if (!asksNext && !asksPrevious) return KindCue.None;
  if (asksNext && (LISTED.test(next) || (/\band\s+(?:the\s+)?$/u.test(previous) && LAST_LISTED.test(next))))
    return KindCue.Dataset;
  for (const pattern of PATTERNS) {
    if (asksNext && pattern.behind.test(next)) return pattern.cue;
    if (asksNext && pattern.direct.test(next) && !DESCRIBED.test(previous)) return pattern.cue;
    if (asksPrevious && pattern.before.test(previous)) return pattern.cue;
  }
  return asksNext && isSingleName(form) && METHOD_BEHIND.test(next) ? KindCue.Method : KindCue.None;
}
