/**
 * Features that tell a method from a task, a dataset, a metric or another concept: of one mention in its context.
 */
import { factsAt, type FieldView } from "./field-view.ts";
import { type HashSink, mix32 } from "../model/feature-hash.ts";
import { type Sentence } from "../text/tokens.ts";

const LEFT = 4;

/** Features of the span itself: the same wherever it stands. */
export function formFeatures(view: FieldView, from: number, to: number, out: HashSink): void {
  const add = (family: number, value: number) => out.push(mix32(200 + family, value));
  const head = view.facts[to - 1]!;
  const first = view.facts[from]!;
  const length = Math.min(4, to - from);
  add(0, 0);
  add(1, head.stem);
  add(2, mix32(head.stem, length === 1 ? 1 : 0));
  add(3, head.fine);
  add(4, head.coarse);
  add(5, head.tags);
  add(6, mix32(head.shape, length));
  add(7, head.suffix3);
  add(8, head.suffix4);
  add(9, first.hash);
  add(10, mix32(first.shape, head.shape));
  add(11, length);
  let phrase = 0;
  for (let i = from; i < to; i++) {
    const facts = view.facts[i]!;
    phrase = mix32(phrase, facts.hash);
    if (i < to - 1) {
      add(12, facts.hash);
      add(13, facts.fine);
    }
  }
  add(14, phrase);
  if (length > 1) {
    const before = view.facts[to - 2]!;
    add(15, mix32(before.hash, head.stem));
    add(16, mix32(before.fine, head.fine));
    add(17, before.shape);
  }
  if (head.tail) add(18, head.tail);
  add(21, head.suffix5);
  add(22, head.prefix4);
  add(23, mix32(head.fine, first.fine));
  add(24, mix32(head.suffix3, length));
  add(25, mix32(head.titleRate >> 4, head.logPapers >> 4));
  add(19, mix32(head.logPapers >> 4, head.shape));
  add(20, view.abbreviation[to - 1] ?? 0);
}

/** Features of the place. */
export function placeFeatures(view: FieldView, sentence: Sentence, from: number, to: number, out: HashSink): void {
  const add = (family: number, value: number) => out.push(mix32(240 + family, value));
  for (let k = 1; k <= LEFT; k++) {
    const facts = factsAt(view, sentence, from - k);
    add(0, mix32(facts.hash, Math.min(k, 3)));
    add(1, facts.hash);
  }
  const l1 = factsAt(view, sentence, from - 1);
  const l2 = factsAt(view, sentence, from - 2);
  const r1 = factsAt(view, sentence, to);
  const r2 = factsAt(view, sentence, to + 1);
  add(2, mix32(l2.hash, l1.hash));
  add(3, mix32(r1.hash, 1));
  add(4, mix32(r1.hash, r2.hash));
  add(5, mix32(l1.fine, r1.fine));
  const before = view.tokens.gap[from] ?? 0;
  const after = to < sentence.to ? (view.tokens.gap[to] ?? 0) : 15;
  add(6, before * 16 + after);
  add(7, view.isTitle ? 1 + (from === 0 ? 1 : 0) * 2 + (after === 6 ? 4 : 0) : 0);
  add(8, mix32(l1.fine, 1));
  const head = view.facts[to - 1]!;
  add(10, mix32(l1.hash, head.stem));
  add(11, mix32(r1.hash, head.stem));
  add(12, mix32(l1.fine, head.fine));
  add(13, mix32(r1.fine, head.fine));
  for (let k = 0; k < 3; k++) add(14, factsAt(view, sentence, to + k).hash);
  for (let k = LEFT + 1; k <= LEFT + 4; k++) add(1, factsAt(view, sentence, from - k).hash);
  add(15, mix32(l1.tags, r1.tags));
  const inTitle = (view.isTitle ? 8 : 0) + (view.paper.titleWords.has(head.hash) ? 4 : 0);
  add(16, inTitle + Math.min(3, view.paper.counts.get(head.hash) ?? 0));
  add(9, mix32(r1.fine, 1));
}
