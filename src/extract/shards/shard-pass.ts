/**
 * All work on the papers of one shard, in five phases; between them the corpus decides.
 *
 * 1. Candidates are tagged; what the corpus must know of their keys goes out, what it knows comes in.
 * 2. Mentions are chosen and go out; the corpus groups them into terms.
 * 3. Further places of the forms that the corpus knows are found and go out.
 * 4. Each paper's terms get a role and a salience.
 * 5. What each paper states of its terms is read.
 *
 * A shard keeps its candidates from phase to phase; nothing in it depends on where or with how many others it is worked on.
 */
import type { Paper } from "../../domain/paper.ts";
import { MentionChooser } from "../choose/choose-mentions.ts";
import { isOverBudget } from "../budget.ts";
import type { ExtractConfig } from "../config.ts";
import { type LinkForms } from "../link/link-forms.ts";
import { MentionLinker } from "../link/link-mentions.ts";
import { wordFrequency } from "../model/background.ts";
import { type ExtractResources } from "../resources.ts";
import { PaperTagger } from "../tag/tag-papers.ts";
import { type TaggedShard } from "../tag/tagged-shard.ts";
import { type CleanPaper, cleanPaper, type WordFrequency } from "../text/clean/clean-text.ts";
import { Relater } from "../relate/relater.ts";
import { RoleFinder } from "../terms/roles.ts";
import { type LostText, Shard } from "./shard.ts";

export type ShardText = Pick<Paper, "title" | "abstract">;

/** Keeps what the first phase gave, by a key of the shard's texts: see `packShard`. Anything may be missing at any time. */
export interface TagStore {
  keyOf(texts: readonly ShardText[]): string;
  read(key: string): Promise<ArrayBuffer | undefined>;
  /** @param isWhole false when a text of the shard could not be tagged: the next run is to try, and to say so */
  write(key: string, tagged: ArrayBuffer, isWhole: boolean): Promise<void>;
}

/** In the place of a text that is not to be tagged. */
export const NO_TEXT: ShardText = { title: "" };

/** Does the work of shards one after the other; what it learns about words is kept from shard to shard. */
export class ShardPass {
  readonly #resources: ExtractResources;
  readonly #minProbability: number;
  #tagger: PaperTagger | undefined;
  readonly #chooser: MentionChooser;
  readonly #frequency: WordFrequency;
  #linker: MentionLinker | undefined;
  #finder: RoleFinder | undefined;
  #relater: Relater | undefined;

  constructor(resources: ExtractResources, { minProbability, termThreshold }: ExtractConfig) {
    this.#resources = resources;
    this.#minProbability = minProbability;
    this.#chooser = new MentionChooser(resources, termThreshold);
    this.#frequency = wordFrequency(resources.background);
  }

  /** Kept until other forms are asked for: all shards are asked for the same. */
  linkerOf(forms: LinkForms): MentionLinker {
    if (this.#linker?.forms !== forms) this.#linker = new MentionLinker(forms);
    return this.#linker;
  }

  finder(): RoleFinder {
    return (this.#finder ??= new RoleFinder(this.#resources.roles, this.#resources.background));
  }

  relater(): Relater {
    return (this.#relater ??= new Relater(this.#resources.relations));
  }

  /** What was learned of words and strings goes, some 300 MB in a large corpus: to be called where a phase ends. */
  forget(): void {
    this.#tagger = undefined;
    this.#chooser.forget();
    this.#linker = undefined;
    this.#finder = undefined;
  }

  /** Never throws on any text: one that cannot be tagged is blank in the shard, and named by it. */
  tag(given: readonly ShardText[]): Shard {
    try {
      return this.#tagAll(given, []);
    } catch {
      return this.#tagReadable(given);
    }
  }

  #tagAll(given: readonly ShardText[], lost: readonly LostText[]): Shard {
    const texts = this.#clean(given);
    this.#tagger ??= new PaperTagger(this.#resources, this.#minProbability);
    return new Shard(texts, this.#tagger.tag(texts), this.#resources, this.#chooser, lost);
  }

  /** One by one first, to know which of them it was. */
  #tagReadable(given: readonly ShardText[]): Shard {
    const lost: LostText[] = [];
    // Whatever it was in the midst of is forgotten with it.
    this.forget();
    const readable = given.map((text, at) => {
      try {
        this.#tagAll([text], []);
        return text;
      } catch (error) {
        lost.push({ at, reason: error instanceof Error ? error.message : String(error) });
        this.forget();
        return NO_TEXT;
      }
    });
    return this.#tagAll(readable, lost);
  }

  /** A shard that was tagged before. */
  resume(given: readonly ShardText[], tagged: TaggedShard): Shard {
    return new Shard(this.#clean(given), tagged, this.#resources, this.#chooser);
  }

  #clean(given: readonly ShardText[]): CleanPaper[] {
    return given.map((text) => cleanPaper(isOverBudget(text) ? NO_TEXT : text, this.#frequency));
  }
}
