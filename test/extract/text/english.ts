/**
 * The gate of languages as it stands in the extraction: clues of words that a real background table knows.
 */
import { englishText, tokenizePaper } from "../../../src/extract/tag/paper-view.ts";
import { Words } from "../../../src/extract/tag/words.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { cleanPaper } from "../../../src/extract/text/clean/clean-text.ts";
import type { Tokens } from "../../../src/extract/text/tokens.ts";

const { background, knownTags } = await loadResources();
const words = new Words(background, knownTags);

/** Is there anything in English, the sentences that are, and how many are not. */
export function englishOf(title: string, abstract = ""): { english: boolean; sentences: string[]; others: number } {
  const text = tokenizePaper(
    cleanPaper({ title, abstract }, () => 0),
    words,
  );
  words.tagNewWords();
  const found = englishText(text, words);
  const sentences = ({ text: whole, sentences: kept }: Tokens) => kept.map(({ start, end }) => whole.slice(start, end));
  const kept = [...sentences(found.title), ...sentences(found.abstract)];
  const others = text.title.sentences.length + text.abstract.sentences.length - kept.length;
  return { english: found.english, sentences: kept, others };
}
