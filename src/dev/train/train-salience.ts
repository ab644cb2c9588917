/** From predictions on unseen papers: how well terms are typed, and what tells the key ones. */
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { chooseSpans } from "../../extract/choose/choose-spans.ts";
import { DEFAULT_EXTRACT_CONFIG } from "../../extract/config.ts";
import { type ExtractResources } from "../../extract/resources.ts";
import { RolePaper } from "../../extract/terms/role-paper.ts";
import { RoleFinder } from "../../extract/terms/roles.ts";
import { salienceFeatures } from "../../extract/terms/salience.ts";
import type { Chosen, TaggedPaper } from "../../extract/types.ts";
import { goldKey } from "./train-gold.ts";
import type { PreparedPaper } from "./train-prepare.ts";
import { groupOf, GROUPS, pct } from "./train-report.ts";

export interface Unseen {
  readonly paper: PreparedPaper;
  readonly tagged: TaggedPaper;
  /** Of its strings. */
  readonly probabilities: ReadonlyMap<string, number>;
}

/** One example per chosen term of a paper; prints how many were typed right. */
export function salienceExamples(
  unseen: readonly Unseen[],
  { background, roles }: Pick<ExtractResources, "background" | "roles">,
): { features: Record<string, number>; label: boolean }[] {
  const finder = new RoleFinder(roles, background);
  // Types, voted by the mentions of a paper.
  const typed = new Map<string, { all: number; right2: number; right5: number }>();
  // Salience learns from the chosen terms which of them are key.
  const examples = unseen.flatMap(({ paper, tagged, probabilities }) => {
    const keys = new Set(paper.gold.terms.filter(({ key }) => key).map(({ text }) => goldKey(text)));
    const typeOf = new Map(paper.gold.terms.map(({ text, type }) => [goldKey(text), type]));
    const byKey = new Map<string, Chosen[]>();
    for (const mention of chooseSpans(tagged.candidates, probabilities, DEFAULT_EXTRACT_CONFIG.termThreshold)) {
      byKey.set(mention.candidate.key, [...(byKey.get(mention.candidate.key) ?? []), mention]);
    }
    const rolePaper = new RolePaper(paper.gold, tagged);
    return [...byKey.values()].map((mentions) => {
      const score = new Float64Array(TERM_TYPES.length);
      for (const { candidate } of mentions) score.forEach((_, t) => (score[t]! += candidate.types[t]!));
      const type = TERM_TYPES[score.indexOf(Math.max(...score))]!;
      const wanted = mentions.map(({ candidate }) => typeOf.get(goldKey(candidate.text))).find((t) => t !== undefined);
      for (const group of wanted ? ["all", groupOf(paper.gold.source)] : []) {
        const tally = typed.get(group) ?? { all: 0, right2: 0, right5: 0 };
        typed.set(group, tally);
        tally.all++;
        if ((type === "method") === (wanted === "method")) tally.right2++;
        if (type === wanted) tally.right5++;
      }
      const role = finder.find(rolePaper.mentions(mentions), {
        type,
        defined: rolePaper.isDefined(mentions),
        titleStems: rolePaper.titleStems,
      });
      const features = salienceFeatures(mentions, {
        paper: tagged,
        title: paper.gold.title,
        background,
        proposed: role.role === "proposes",
        method: type === "method",
      });
      return { features, label: mentions.some(({ candidate }) => keys.has(goldKey(candidate.text))) };
    });
  });
  for (const group of ["all", ...GROUPS]) {
    const { all, right2, right5 } = typed.get(group) ?? { all: 0, right2: 0, right5: 0 };
    console.log(`types, ${group}: method or not ${pct(right2, all)}, five ${pct(right5, all)} of ${all}`);
  }
  return examples;
}
