/**
 * Mentions of a corpus with the further ones among them, in text order, grouped.
 */
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type CorpusMentions, Origin } from "../choose/corpus-mentions.ts";
import type { Grouping } from "../group/grouping.ts";
import { shortKey } from "../group/short-keys.ts";
import { variantKey } from "../text/variants.ts";
import { isName } from "./same-capitals.ts";
import { OPEN_GROUP } from "./link-forms.ts";
import type { LinkTable } from "./link-table.ts";

export interface LinkedMentions {
  readonly mentions: CorpusMentions;
  readonly grouping: Grouping;
}

/**
 * Withdrawn is an open short form whose sense its paper does not tell, and what one paper uses as a term and one other
 * merely says, unless it is a name.
 *
 * @param tables one a shard, in their order
 */
export function joinLinks(mentions: CorpusMentions, grouping: Grouping, given: readonly LinkTable[]): LinkedMentions {
  const tables = readOpenShorts(given, grouping);
  const stays = stayingLinks(mentions, grouping, tables);
  const links = stays.reduce((sum, { length }) => sum + length, 0);
  if (links === 0) return { mentions, grouping };
  const total = mentions.formOf.length + links;
  const texts = new NumberedNames(mentions.texts);
  const keys = new NumberedNames(mentions.keys);
  const keyOf = [...mentions.keyOf];
  const formNumber = (text: string): number => {
    const form = texts.numberOf(text);
    if (form === keyOf.length) keyOf.push(keys.numberOf(variantKey(text)));
    return form;
  };
  const into = {
    formOf: new Uint32Array(total),
    field: new Uint8Array(total),
    start: new Uint32Array(total),
    end: new Uint32Array(total),
    sentenceStart: new Uint32Array(total),
    sentenceEnd: new Uint32Array(total),
    kind: new Uint8Array(total),
    coined: new Uint8Array(total),
    origin: new Uint8Array(total),
  };
  const groupOf = new Uint32Array(total);
  const rules = new Uint8Array(total);
  const ends = new Uint32Array(mentions.ends.length);
  const firstOfShard = [0];
  let [paper, old, next] = [0, 0, 0];
  const keep = () => {
    for (const name of PLAIN) into[name][next] = mentions[name][old]!;
    groupOf[next] = grouping.groupOf[old]!;
    rules[next++] = grouping.rules[old++]!;
  };
  for (const [s, { columns: c, texts: own }] of tables.entries()) {
    const formOf = own.map((): number | undefined => undefined);
    for (let i = 0, row = 0; i < c.links.length; i++, paper++) {
      for (; row < c.links[i]!; row++) {
        while (old < mentions.ends[paper]! && isBefore(mentions, old, c.field[row]!, c.start[row]!)) keep();
        for (const name of PLACE) into[name][next] = c[name][row]!;
        into.formOf[next] = formOf[c.form[row]!] ??= formNumber(own[c.form[row]!]!);
        into.origin[next] = stays[s]![row] === 1 ? Origin.Linked : Origin.Withdrawn;
        groupOf[next] = c.group[row] === OPEN_GROUP ? 0 : c.group[row]!;
        rules[next++] = c.rule[row]!;
      }
      while (old < mentions.ends[paper]!) keep();
      ends[paper] = next;
    }
    firstOfShard.push(next);
  }
  return {
    mentions: { ...mentions, ...into, ends, firstOfShard, texts: texts.list, keyOf, keys: keys.list },
    grouping: { ...grouping, groupOf, rules },
  };
}

/** The tables with the groups of open short forms, where they can be told. */
function readOpenShorts(tables: readonly LinkTable[], { openShorts }: Grouping): readonly LinkTable[] {
  if (openShorts.shorts.length === 0) return tables;
  let paper = 0;
  return tables.map(({ columns: c, texts }) => {
    const group = c.group.slice();
    for (let i = 0, row = 0; i < c.links.length; i++, paper++) {
      for (; row < c.links[i]!; row++)
        if (group[row] === OPEN_GROUP)
          group[row] = openShorts.groupIn(shortKey(texts[c.form[row]!]!), paper) ?? OPEN_GROUP;
    }
    return { columns: { ...c, group }, texts };
  });
}

/** Per table and row: 0 for what is withdrawn. */
function stayingLinks(
  { ends }: CorpusMentions,
  { groupOf, groups }: Grouping,
  tables: readonly LinkTable[],
): Uint8Array[] {
  const users = new Uint32Array(groups.length);
  const others = new Uint32Array(groups.length);
  const last = new Int32Array(groups.length).fill(-1);
  const count = (papers: Uint32Array, group: number, paper: number) => {
    if (group === OPEN_GROUP || last[group] === paper) return;
    last[group] = paper;
    papers[group]!++;
  };
  for (let paper = 0, m = 0; paper < ends.length; paper++)
    for (; m < ends[paper]!; m++) count(users, groupOf[m]!, paper);
  let paper = 0;
  last.fill(-1);
  for (const { columns: c } of tables)
    for (let i = 0, row = 0; i < c.links.length; i++, paper++)
      for (; row < c.links[i]!; row++) count(others, c.group[row]!, paper);
  return tables.map(({ columns: c, texts }) => {
    const isNamed = texts.map(isName);
    return Uint8Array.from(c.group, (group, row) =>
      group === OPEN_GROUP || (users[group] === 1 && others[group] === 1 && !isNamed[c.form[row]!]) ? 0 : 1,
    );
  });
}

const PLACE = ["field", "start", "end", "sentenceStart", "sentenceEnd"] as const;
const PLAIN = ["formOf", "kind", "coined", "origin", ...PLACE] as const;

/** What lies in a mention comes behind it. */
function isBefore({ field, start }: CorpusMentions, m: number, otherField: number, otherStart: number): boolean {
  return field[m]! < otherField || (field[m] === otherField && start[m]! <= otherStart);
}
