/**
 * One name that opens the titles of two papers is two things, "ZeroFlow: Overcoming …" and "ZeroFlow: Scalable Scene
 * Flow …", if both coin it or no other paper has it: else the one is about the other's.
 */
import type { Paper } from "../../domain/paper.ts";
import type { NumberedNames } from "../../lib/numbered-names.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { countPapers } from "./count-papers.ts";
import { JOIN_RULES, TITLE_NAME } from "./grouping.ts";

/** One word with a capital, before a colon. */
const NAME = /^\S*\p{Lu}\S*$/u;
const OPENS = /^\s?:\s*(?=\S)/u;
/** Letters of the rest of a title that tell two names apart. */
const MAX_SUBTITLE = 40;

interface Opening {
  readonly paper: number;
  readonly subtitle: string;
  readonly isCoined: boolean;
}

/**
 * Changes the groups of the mentions: the first paper, and all that do not open with the name, keep the group.
 * @param expansions is given what tells the names apart, by group
 */
export function partTitleNames(
  papers: readonly Paper[],
  mentions: CorpusMentions,
  { groupOf, rules }: { readonly groupOf: Uint32Array; readonly rules: Uint8Array },
  groups: NumberedNames,
  order: readonly number[],
  expansions: Map<string, string>,
): void {
  const users = countPapers(mentions, (_, m) => groupOf[m]!, groups.list.length);
  for (const [group, openings] of titleOpenings(papers, mentions, groupOf, order)) {
    const [first, ...others] = openings;
    if (others.length === 0 || !(openings.every(({ isCoined }) => isCoined) || users[group] === openings.length))
      continue;
    const key = groups.list[group]!;
    expansions.set(key, first!.subtitle);
    for (const { paper, subtitle } of others) {
      const own = groups.numberOf(`${key} : ${papers[paper]!.id}`);
      expansions.set(groups.list[own]!, subtitle);
      for (let m = firstMention(mentions.ends, paper); m < mentions.ends[paper]!; m++) {
        if (groupOf[m] !== group) continue;
        groupOf[m] = own;
        rules[m] = JOIN_RULES.indexOf(TITLE_NAME);
      }
    }
  }
}

/** Per group of a name: the papers whose titles it opens. */
function titleOpenings(
  papers: readonly Paper[],
  { ends, field, start, end, coined, formOf, texts }: CorpusMentions,
  groupOf: Uint32Array,
  order: readonly number[],
): Map<number, Opening[]> {
  const found = new Map<number, Opening[]>();
  for (const i of order) {
    const m = firstMention(ends, i);
    if (m === ends[i] || field[m] !== 0 || start[m] !== 0 || !NAME.test(texts[formOf[m]!]!)) continue;
    const rest = papers[i]!.title.slice(end[m]);
    const group = groupOf[m]!;
    let isCoined = false;
    for (let other = m; other < ends[i]!; other++) isCoined ||= groupOf[other] === group && coined[other] === 1;
    if (!OPENS.test(rest)) continue;
    const subtitle = shortened(rest.replace(OPENS, ""));
    found.set(group, [...(found.get(group) ?? []), { paper: i, subtitle, isCoined }]);
  }
  return found;
}

function shortened(subtitle: string): string {
  if (subtitle.length <= MAX_SUBTITLE) return subtitle;
  return `${subtitle.slice(0, MAX_SUBTITLE).replace(/\s+\S*$/u, "")} …`;
}
