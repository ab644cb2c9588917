/**
 * How each group is written: a row per group and written form, in the order of first mention.
 */
import { GrowingColumn } from "../../tables/column.ts";
import { type CorpusMentions, firstMention, Origin } from "../choose/corpus-mentions.ts";
import { type Grouping, JOIN_RULES } from "../group/grouping.ts";
import { noteRunning, type RunningWords } from "./plain-case.ts";
import type { Form } from "./surface-forms.ts";

const NONE = 0xffffffff;
const ABSTRACT = 1;

export class FormCounts {
  readonly #mentions: CorpusMentions;
  readonly #idOf: (paper: number) => string;
  /** Per group its first and its last row; per row the next one of the same group. */
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  readonly #next = new GrowingColumn("u32");
  /** Per row: form, mentions, mentions in running text, in abstracts, first paper, join rule, is it a short form of a paper, mentions that coin it. */
  readonly #form = new GrowingColumn("u32");
  readonly #count = new GrowingColumn("u32");
  readonly #running = new GrowingColumn("u32");
  readonly #abstract = new GrowingColumn("u32");
  readonly #paper = new GrowingColumn("u32");
  readonly #rule = new GrowingColumn("u8");
  readonly #short = new GrowingColumn("u8");
  readonly #coined = new GrowingColumn("u32");

  /** @param order canonical order of the papers @param idOf id of a paper */
  constructor(
    mentions: CorpusMentions,
    { groupOf, rules, groups }: Grouping,
    order: readonly number[],
    idOf: (paper: number) => string,
  ) {
    this.#mentions = mentions;
    this.#idOf = idOf;
    this.#first = new Uint32Array(groups.length).fill(NONE);
    this.#last = new Uint32Array(groups.length).fill(NONE);
    const { ends, formOf, field, start, sentenceStart, definitions, texts, origin, coined } = mentions;
    for (const i of order) {
      const defined = definitions[i]!;
      for (let m = firstMention(ends, i); m < ends[i]!; m++) {
        if (origin[m] === Origin.Withdrawn || origin[m] === Origin.Displaced) continue;
        const form = formOf[m]!;
        const row = this.#rowOf(groupOf[m]!, form, i, rules[m]!);
        this.#count.add(row, 1);
        if (coined[m] === 1) this.#coined.add(row, 1);
        if (field[m] === ABSTRACT) this.#abstract.add(row, 1);
        if (field[m] === ABSTRACT && start[m]! > sentenceStart[m]!) this.#running.add(row, 1);
        if (defined.length > 0 && defined.some(({ short }) => short === texts[form])) this.#short.set(row, 1);
      }
    }
  }

  /** Groups that have mentions, in the order of the first. */
  groups(): number[] {
    const found: number[] = [];
    this.#first.forEach((row, group) => {
      if (row !== NONE) found.push(group);
    });
    return found.sort((a, b) => this.#first[a]! - this.#first[b]!);
  }

  /** How the words of all forms are written inside sentences. */
  runningWords(): RunningWords {
    const small = new Set<string>();
    const capital = new Set<string>();
    for (let row = 0; row < this.#form.length; row++)
      if (this.#running.at(row) > 0) noteRunning(this.#mentions.texts[this.#form.at(row)]!, small, capital);
    return { small, capital };
  }

  /** The forms of a group, in the order of first mention. */
  of(group: number): Form[] {
    const { texts, keys, keyOf } = this.#mentions;
    const forms: Form[] = [];
    for (let row = this.#first[group]!; row !== NONE; row = this.#next.at(row)) {
      const form = this.#form.at(row);
      const joined = JOIN_RULES[this.#rule.at(row)];
      forms.push({
        text: texts[form]!,
        key: keys[keyOf[form]!]!,
        count: this.#count.at(row),
        running: this.#running.at(row),
        inAbstracts: this.#abstract.at(row),
        paper: this.#idOf(this.#paper.at(row)),
        short: this.#short.at(row) === 1,
        coined: this.#coined.at(row),
        ...(joined !== undefined && { joined }),
      });
    }
    return forms;
  }

  #rowOf(group: number, form: number, paper: number, rule: number): number {
    let row = this.#first[group]!;
    while (row !== NONE && this.#form.at(row) !== form) row = this.#next.at(row);
    if (row !== NONE) return row;
    row = this.#form.length;
    this.#form.push(form);
    this.#count.push(0);
    this.#running.push(0);
    this.#abstract.push(0);
    this.#paper.push(paper);
    this.#rule.push(rule);
    this.#short.push(0);
    this.#coined.push(0);
    this.#next.push(NONE);
    const last = this.#last[group]!;
    if (last === NONE) this.#first[group] = row;
    else this.#next.set(last, row);
    this.#last[group] = row;
    return row;
  }
}
