/**
 * Names and texts of the synthetic document: plausible words, and mentions that stand where they are said to stand.
 */
import type { Evidence, Role, TermNode, TermType } from "../../src/contract/graph-document.ts";
import type { Random } from "../../src/lib/random.ts";

/** Name, word for terms, and colour of each community; a document with more of them begins again. */
export const AREAS = [
  ["graph learning", "graph", "#3f7fbf"],
  ["speech and audio", "speech", "#e07b39"],
  ["protein design", "protein", "#2f9e77"],
  ["robot control", "robot", "#c2578f"],
  ["image generation", "image", "#8a6fc4"],
  ["program synthesis", "program", "#b59a1d"],
  ["climate forecasting", "climate", "#3aa6b9"],
  ["question answering", "question", "#d0504f"],
  ["medical imaging", "scan", "#7a9a3a"],
  ["constraint solving", "constraint", "#9c6b4a"],
  ["recommender systems", "user", "#5b8def"],
  ["causal inference", "causal", "#c77fd1"],
] as const;
const ADJECTIVES = [
  "sparse",
  "contrastive",
  "hierarchical",
  "equivariant",
  "masked",
  "adaptive",
  "latent",
  "recursive",
  "robust",
  "federated",
];
const HEADS: Readonly<Record<TermType, readonly string[]>> = {
  method: ["transformer", "sampler", "autoencoder", "policy", "solver", "tokenizer"],
  task: ["segmentation", "retrieval", "planning", "forecasting"],
  dataset: ["benchmark", "corpus", "archive"],
  metric: ["score", "error", "recall"],
  concept: ["alignment", "scaling law", "bias", "manifold"],
};
const ROLE_SENTENCES: readonly (readonly [Role, string, string])[] = [
  ["proposes", "We propose a new ", " that needs no labels."],
  ["uses", "Training uses ", " with a short warm-up."],
  ["evaluates", "Results are reported on ", " under two budgets."],
  ["studies", "This work studies ", " in a controlled setting."],
  ["compares", "It is compared with ", " on equal terms."],
  ["mentions", "Recent interest in ", " motivates the question."],
];
/** Types of terms, in turn. */
export const TYPE_WHEEL: readonly TermType[] = [
  "method",
  "concept",
  "method",
  "task",
  "concept",
  "dataset",
  "method",
  "metric",
];
export function termName(community: number, type: TermType, taken: Set<string>, random: Random): string {
  const [, prefix] = AREAS[community % AREAS.length]!;
  const heads = HEADS[type];
  for (let attempt = 0; ; attempt++) {
    const adjective = ADJECTIVES[Math.floor(random() * ADJECTIVES.length)]!;
    const name = `${adjective} ${prefix} ${heads[Math.floor(random() * heads.length)]!}${attempt > 20 ? ` ${taken.size}` : ""}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

export function initials(term: string): string {
  return term
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

interface Hit {
  readonly role: Role;
  readonly cue: string;
  readonly evidence: Evidence[];
}

export function writePaper(number: number, chosen: readonly TermNode[], random: Random) {
  const found = new Map<TermNode, Hit>();
  const lead = chosen[0]!;
  const title = `${lead.term.charAt(0).toUpperCase()}${lead.term.slice(1)} revisited, part ${number + 1}`;
  let abstract = "";
  for (const term of chosen) {
    const [role, before, after] = ROLE_SENTENCES[Math.floor(random() * ROLE_SENTENCES.length)]!;
    if (abstract) abstract += " ";
    const begin = abstract.length;
    const start = begin + before.length;
    abstract += before + term.term + after;
    found.set(term, {
      role,
      cue: before.trim(),
      evidence: [{ field: "abstract", start, end: start + term.term.length, sentence: [begin, abstract.length] }],
    });
  }
  found.get(lead)!.evidence.unshift({ field: "title", start: 0, end: lead.term.length, sentence: [0, title.length] });
  return { title, abstract, found };
}
