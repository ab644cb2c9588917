/** Accuracy of the roles on a sample labelled by hand (`test/extract/roles-gold.json`: ids, terms and labels only). */
import { readFileSync } from "node:fs";
import type { Role } from "../contract/graph-document.ts";
import { findRole, type RoleMention } from "../extract/roles.ts";
import { tokenize } from "../extract/tokens.ts";
import { projectGold, readGold } from "./train-gold.ts";

interface RoleLabel {
  readonly id: string;
  readonly term: string;
  readonly role: Role;
}

export interface RoleScore {
  readonly edges: number;
  readonly right: number;
  readonly confusion: ReadonlyMap<string, number>;
}

export function scoreRoles(
  goldPath: string,
  onEdge?: (label: RoleLabel, found: string, sentences: readonly string[]) => void,
): RoleScore {
  const labels = JSON.parse(
    readFileSync(new URL("../../test/extract/roles-gold.json", import.meta.url), "utf8"),
  ) as RoleLabel[];
  const papers = new Map(readGold(goldPath).map((paper) => [paper.id, paper]));
  const confusion = new Map<string, number>();
  let right = 0;
  let edges = 0;
  for (const label of labels) {
    const paper = papers.get(label.id);
    const gold = paper?.terms.find(({ text }) => text === label.term);
    if (!paper || !gold) continue;
    const mentions: RoleMention[] = [];
    for (const inTitle of [true, false]) {
      const tokens = tokenize(inTitle ? paper.title : paper.abstract);
      // All terms compete for the words, as in the extraction.
      for (const { from, to, term } of projectGold(tokens, paper.terms)) {
        if (term !== gold) continue;
        const sentence = tokens.sentences.find((s) => from < s.to)!;
        mentions.push({
          sentence: tokens.text.slice(sentence.start, sentence.end),
          start: tokens.start[from]! - sentence.start,
          end: tokens.end[to - 1]! - sentence.start,
          inTitle,
        });
      }
    }
    edges++;
    const { role, cue = "" } = findRole(mentions);
    if (role === label.role) right++;
    else
      onEdge?.(
        label,
        `${role} <${cue}>`,
        mentions.map(
          ({ sentence, start, end }) =>
            `${sentence.slice(Math.max(0, start - 100), start)}[${sentence.slice(start, end)}]${sentence.slice(end, end + 40)}`,
        ),
      );
    const cell = `${label.role} → ${role}`;
    confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
  }
  return { edges, right, confusion };
}
