/**
 * Builds `src/assets/word-tags.txt`: what compromise says about the most frequent words of a corpus.
 * To be run again whenever compromise changes.
 *
 *   tsx src/dev/train/train-word-tags.ts [corpus.jsonl.gz] [out]
 */
import { createReadStream, writeFileSync } from "node:fs";
import process from "node:process";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { wordTags } from "../../extract/text/nlp.ts";
import { readableText } from "../../extract/text/clean/clean-text.ts";
import { tokenize } from "../../extract/text/tokens.ts";
import { encodeWordTags } from "../../extract/text/word-tags.ts";
import { askedForm } from "../../extract/tag/words.ts";
import { compareCodePoints } from "../../lib/order.ts";

const MAX_WORDS = 50_000;
/** Also what compromise is asked at most, so that no word is cut. */
const MAX_LENGTH = 40;

const [corpus = "../shared/corpus/arxiv-100k.jsonl.gz", out = "src/assets/word-tags.txt"] = process.argv.slice(2);

const seen = new Map<string, number>();
for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
  const { title, abstract } = JSON.parse(line) as { title: string; abstract: string };
  for (const field of [title, abstract])
    for (const word of tokenize(readableText(field, () => 0).text).words) {
      const asked = askedForm(word);
      seen.set(asked, (seen.get(asked) ?? 0) + 1);
    }
}
const words = [...seen]
  .filter(([word]) => /^[\p{L}\p{N}'’.+#]+$/u.test(word) && word.length <= MAX_LENGTH)
  .sort(([a, timesA], [b, timesB]) => timesB - timesA || compareCodePoints(a, b))
  .slice(0, MAX_WORDS)
  .map(([word]) => word);
const masks = wordTags(words);
writeFileSync(out, encodeWordTags(new Map(words.map((word, i) => [word, masks[i]!]))));
console.log(`${words.length} of ${seen.size} words`);
