/**
 * A paper as the role model reads it: every sentence is read once, whatever number of terms it holds.
 */
import { type Paper, type TextField } from "../../domain/paper.ts";
import { fieldText } from "../../contract/field-text.ts";
import { coinedCue } from "../choose/coined-names.ts";
import type { Candidate, Chosen, TaggedPaper } from "../types.ts";
import { stemsOf } from "./role-features.ts";
import type { RoleMention } from "./role-sentence-features.ts";
import { ownNames } from "./own-names.ts";
import { firstAct, RoleSentence } from "./role-sentence.ts";

export class RolePaper {
  /** Stems of the title's words. */
  readonly titleStems: ReadonlySet<string>;
  readonly #paper: Pick<Paper, "title" | "abstract">;
  readonly #tagged: TaggedPaper;
  /** Number of the sentence of the abstract in which the paper first says what it brings, or -1. */
  readonly #act: number;
  /** The names of what it proposes. */
  readonly #names: readonly string[];
  readonly #sentences: Readonly<Record<TextField, RoleSentence[]>> = { title: [], abstract: [] };

  constructor(paper: Pick<Paper, "title" | "abstract">, tagged: TaggedPaper) {
    this.#paper = paper;
    this.#tagged = tagged;
    this.titleStems = stemsOf(paper.title);
    const abstract = fieldText(paper, "abstract");
    const sentences = tagged.sentencesOf("abstract").map(({ start, end }) => abstract.slice(start, end));
    this.#act = firstAct(sentences);
    this.#names = ownNames(paper.title, sentences);
  }

  mentions(chosen: readonly Chosen[]): RoleMention[] {
    const last = Math.max(1, this.#tagged.sentences.abstract - 1);
    const act = this.#act;
    return chosen.map(({ candidate }) => ({
      sentence: this.#sentence(candidate),
      start: candidate.start - candidate.sentence.start,
      end: candidate.end - candidate.sentence.start,
      inTitle: candidate.field === "title",
      place: candidate.field === "title" ? 0 : candidate.sentenceNumber / last,
      turn: act < 0 ? -99 : candidate.sentenceNumber - act,
    }));
  }

  /** Has the term a short form in the paper, or is it one? */
  isDefined(chosen: readonly Chosen[]): boolean {
    const texts = new Set(chosen.map(({ candidate }) => candidate.text));
    return this.#tagged.abbreviations.some(({ short, long }) => texts.has(short.text) || texts.has(long.text));
  }

  /** The words by which the paper gives one of the names to what it proposes. */
  coinedCue(chosen: readonly Chosen[]): string | undefined {
    for (const { candidate } of chosen) {
      const cue = coinedCue(candidate, fieldText(this.#paper, candidate.field), this.#tagged);
      if (cue !== undefined) return cue;
    }
    return undefined;
  }

  #sentence({ field, sentence: { start, end }, sentenceNumber }: Candidate): RoleSentence {
    return (this.#sentences[field][sentenceNumber] ??= new RoleSentence(
      fieldText(this.#paper, field).slice(start, end),
      this.#names,
    ));
  }
}
