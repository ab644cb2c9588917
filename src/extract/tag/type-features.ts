/**
 * Features that tell a method from a task, a dataset, a metric or another concept: of one mention in its context.
 */
import { factsAt, type FieldView } from "./field-view.ts";
import { type HashSink, mix32 } from "../model/feature-hash.ts";
import { type Sentence } from "../text/tokens.ts";

const LEFT = 4;

/** What a feature of the span itself looks at. The model is trained on these numbers: none moves. */
const enum Form {
  Bias = 200,
  HeadStem,
  HeadStemAlone,
  HeadFine,
  HeadCoarse,
  HeadTags,
  HeadShapeAndLength,
  HeadSuffix3,
  HeadSuffix4,
  FirstWord,
  FirstAndHeadShape,
  Length,
  Modifier,
  ModifierFine,
  Phrase,
  WordBeforeHead,
  FineBeforeHead,
  ShapeBeforeHead,
  HeadTail,
  HeadPapersAndShape,
  HeadAbbreviation,
  HeadSuffix5,
  HeadPrefix4,
  HeadAndFirstFine,
  HeadSuffix3AndLength,
  HeadRates,
  Kind,
  KindAndHead,
  KindAndFine,
  KindAndCoarse,
  KindAndSuffix3,
  KindAndSuffix4,
  KindAndLength,
}

/** What a feature of the span's neighbours looks at. */
const enum Around {
  WordBeforeAtDistance = 240,
  WordBefore,
  TwoWordsBefore,
  NextWord,
  TwoWordsBehind,
  FineAround,
  Gaps,
  PositionInTitle,
  FineBefore,
  FineBehind,
  WordBeforeAndHead,
  WordBehindAndHead,
  FineBeforeAndHead,
  FineBehindAndHead,
  WordBehind,
  TagsAround,
  HeadInPaper,
}

/** Features of the span itself: the same wherever it stands. */
export function formFeatures(view: FieldView, from: number, to: number, out: HashSink): void {
  const add = (family: Form, value: number) => out.push(mix32(family, value));
  const head = view.facts[to - 1]!;
  const first = view.facts[from]!;
  const length = Math.min(4, to - from);
  add(Form.Bias, 0);
  add(Form.HeadStem, head.stem);
  add(Form.HeadStemAlone, mix32(head.stem, length === 1 ? 1 : 0));
  add(Form.HeadFine, head.fine);
  add(Form.HeadCoarse, head.coarse);
  add(Form.HeadTags, head.tags);
  add(Form.HeadShapeAndLength, mix32(head.shape, length));
  add(Form.HeadSuffix3, head.suffix3);
  add(Form.HeadSuffix4, head.suffix4);
  add(Form.FirstWord, first.hash);
  add(Form.FirstAndHeadShape, mix32(first.shape, head.shape));
  add(Form.Length, length);
  let phrase = 0;
  for (let i = from; i < to; i++) {
    const facts = view.facts[i]!;
    phrase = mix32(phrase, facts.hash);
    if (i < to - 1) {
      add(Form.Modifier, facts.hash);
      add(Form.ModifierFine, facts.fine);
    }
  }
  add(Form.Phrase, phrase);
  if (length > 1) {
    const before = view.facts[to - 2]!;
    add(Form.WordBeforeHead, mix32(before.hash, head.stem));
    add(Form.FineBeforeHead, mix32(before.fine, head.fine));
    add(Form.ShapeBeforeHead, before.shape);
  }
  if (head.tail) add(Form.HeadTail, head.tail);
  add(Form.HeadSuffix5, head.suffix5);
  add(Form.HeadPrefix4, head.prefix4);
  add(Form.HeadAndFirstFine, mix32(head.fine, first.fine));
  add(Form.HeadSuffix3AndLength, mix32(head.suffix3, length));
  add(Form.HeadRates, mix32(head.titleRate >> 4, head.logPapers >> 4));
  add(Form.HeadPapersAndShape, mix32(head.logPapers >> 4, head.shape));
  add(Form.HeadAbbreviation, view.abbreviation[to - 1] ?? 0);
  const { kind } = view.paper;
  add(Form.Kind, kind);
  add(Form.KindAndHead, mix32(head.stem, kind));
  add(Form.KindAndFine, mix32(head.fine, kind));
  add(Form.KindAndCoarse, mix32(head.coarse, kind));
  add(Form.KindAndSuffix3, mix32(head.suffix3, kind));
  add(Form.KindAndSuffix4, mix32(head.suffix4, kind));
  add(Form.KindAndLength, mix32(head.shape, kind * 4 + length - 1));
}

/** Features of the place. */
export function placeFeatures(view: FieldView, sentence: Sentence, from: number, to: number, out: HashSink): void {
  const add = (family: Around, value: number) => out.push(mix32(family, value));
  for (let k = 1; k <= LEFT; k++) {
    const facts = factsAt(view, sentence, from - k);
    add(Around.WordBeforeAtDistance, mix32(facts.hash, Math.min(k, 3)));
    add(Around.WordBefore, facts.hash);
  }
  const l1 = factsAt(view, sentence, from - 1);
  const l2 = factsAt(view, sentence, from - 2);
  const r1 = factsAt(view, sentence, to);
  const r2 = factsAt(view, sentence, to + 1);
  add(Around.TwoWordsBefore, mix32(l2.hash, l1.hash));
  add(Around.NextWord, mix32(r1.hash, 1));
  add(Around.TwoWordsBehind, mix32(r1.hash, r2.hash));
  add(Around.FineAround, mix32(l1.fine, r1.fine));
  const before = view.tokens.gap[from] ?? 0;
  const after = to < sentence.to ? (view.tokens.gap[to] ?? 0) : 15;
  add(Around.Gaps, before * 16 + after);
  add(Around.PositionInTitle, view.isTitle ? 1 + (from === 0 ? 1 : 0) * 2 + (after === 6 ? 4 : 0) : 0);
  add(Around.FineBefore, mix32(l1.fine, 1));
  const head = view.facts[to - 1]!;
  add(Around.WordBeforeAndHead, mix32(l1.hash, head.stem));
  add(Around.WordBehindAndHead, mix32(r1.hash, head.stem));
  add(Around.FineBeforeAndHead, mix32(l1.fine, head.fine));
  add(Around.FineBehindAndHead, mix32(r1.fine, head.fine));
  for (let k = 0; k < 3; k++) add(Around.WordBehind, factsAt(view, sentence, to + k).hash);
  for (let k = LEFT + 1; k <= LEFT + 4; k++) add(Around.WordBefore, factsAt(view, sentence, from - k).hash);
  add(Around.TagsAround, mix32(l1.tags, r1.tags));
  const inTitle = (view.isTitle ? 8 : 0) + (view.paper.titleWords.has(head.hash) ? 4 : 0);
  add(Around.HeadInPaper, inTitle + Math.min(3, view.paper.counts.get(head.hash) ?? 0));
  add(Around.FineBehind, mix32(r1.fine, 1));
}
