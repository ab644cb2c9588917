/** Reads prepared papers with a tagger in the making. */
import type { TextField } from "../../domain/paper.ts";
import { type KeyRecord } from "../../extract/choose/key-records.ts";
import { DEFAULT_EXTRACT_CONFIG } from "../../extract/config.ts";
import { type TagResources } from "../../extract/resources.ts";
import { type FieldText } from "../../extract/tag/paper-view.ts";
import { fieldCandidates, fieldDefinitions } from "../../extract/tag/tag-papers.ts";
import { Tagger } from "../../extract/tag/tagger.ts";
import type { Candidate, TaggedPaper } from "../../extract/types.ts";
import type { PreparedPaper } from "./train-prepare.ts";

/** What the tagger makes of prepared papers, as a corpus' shards would be read. */
export function tagPrepared(on: readonly PreparedPaper[], resources: TagResources): TaggedPaper[] {
  const tagger = new Tagger(resources);
  return on.map(({ fields: [title, abstract] }) => ({
    english: true,
    candidates: [...candidatesOf(title, "title", tagger), ...candidatesOf(abstract, "abstract", tagger)],
    abbreviations: [...fieldDefinitions(title, "title"), ...fieldDefinitions(abstract, "abstract")],
    sentences: { title: title.view.tokens.sentences.length, abstract: abstract.view.tokens.sentences.length },
    sentencesOf: sentencesOf([title, abstract]),
  }));
}

/** Of a tagged paper, for one that was read from a file as well. */
export function sentencesOf([title, abstract]: PreparedPaper["fields"]): TaggedPaper["sentencesOf"] {
  return (field) => (field === "title" ? title : abstract).view.tokens.sentences;
}

function candidatesOf(text: FieldText, field: TextField, tagger: Tagger): Candidate[] {
  const found: Candidate[] = [];
  // Arrays, which JSON keeps as they are.
  fieldCandidates(text, field, tagger, DEFAULT_EXTRACT_CONFIG.minProbability, (candidate) => {
    found.push({ ...candidate, types: Array.from(candidate.types), typesByForm: Array.from(candidate.typesByForm) });
  });
  return found;
}

/** What a corpus of papers thinks of its keys. */
export function keyRecordsOf(tagged: readonly TaggedPaper[]): Map<string, KeyRecord> {
  const records = new Map<string, KeyRecord>();
  for (const { candidates } of tagged) {
    const best = new Map<string, number>();
    for (const { key, probability } of candidates) best.set(key, Math.max(best.get(key) ?? 0, probability));
    for (const [key, probability] of best) {
      const { papers, sum } = records.get(key) ?? { papers: 0, sum: 0 };
      records.set(key, { papers: papers + 1, sum: sum + probability });
    }
  }
  return records;
}
