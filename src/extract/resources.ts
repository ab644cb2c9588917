/**
 * What the extraction needs besides the papers: the trained models and the background table.
 */
import { gunzipSync } from "fflate";
import { decodeBackground, type Background } from "./model/background.ts";
import { decodeNotions, type Notions } from "./model/notions.ts";
import { decodeRelations, type RelationModel } from "./model/relation-model.ts";
import { decodeRoles, type RoleModel } from "./model/role-model.ts";
import { decodeModel, type TaggerModel } from "./model/tagger-model.ts";
import { decodeWordTags, type KnownTags } from "./text/word-tags.ts";

/** Plain data; may be shared by any number of runs. */
export interface ExtractResources {
  readonly model: TaggerModel;
  readonly background: Background;
  readonly roles: RoleModel;
  readonly relations: RelationModel;
  /** What short forms stand for, and what is a kind of what; without them only the corpus at hand says so. */
  readonly notions?: Notions;
  /** compromise's verdicts on frequent words; without them it is asked about every word. */
  readonly knownTags?: KnownTags;
}

/** What is needed before terms are known. */
export type TagResources = Omit<ExtractResources, "relations">;

/**
 * @param tagger content of `assets/tagger.bin`
 * @param background content of `assets/background.bin`
 * @param roles content of `assets/roles.json`
 * @param relations content of `assets/relations.bin`
 * @param wordTags content of `assets/word-tags.txt`: saves time, changes nothing
 * @param notions content of `assets/notions.txt`; empty: none
 * @throws Error when one of them is damaged or of another version
 */
export function decodeResources(
  tagger: Uint8Array,
  background: Uint8Array,
  roles: Uint8Array,
  relations: Uint8Array,
  wordTags: Uint8Array = new Uint8Array(),
  notions: Uint8Array = new Uint8Array(),
): ExtractResources {
  let known: Notions | undefined;
  return {
    model: decodeModel(tagger),
    background: decodeBackground(background),
    roles: decodeRoles(new TextDecoder().decode(roles)),
    relations: decodeRelations(relations),
    knownTags: decodeWordTags(wordTags),
    // Only the thread that groups forms asks for them.
    get notions() {
      return (known ??= decodeNotions(notions));
    },
  };
}

/** The files of `decodeResources`, in its order; in the package they stand in `assets`. */
export const RESOURCE_FILES = [
  "tagger.bin",
  "background.bin",
  "roles.json",
  "relations.bin",
  "word-tags.txt",
  "notions.txt",
] as const;

/**
 * The models from wherever their files are kept: a folder of a web server, a bundle.
 *
 * @param readFile gives the bytes of one of `RESOURCE_FILES`, packed (gzip) or not.
 * @throws what `readFile` throws, and Error when a file is damaged or of another version
 */
export async function openResources(
  readFile: (name: (typeof RESOURCE_FILES)[number]) => Promise<Uint8Array>,
): Promise<ExtractResources> {
  const files = await Promise.all(RESOURCE_FILES.map(async (name) => unpacked(await readFile(name))));
  const [tagger, background, roles, relations, wordTags, notions] = files;
  return decodeResources(tagger!, background!, roles!, relations!, wordTags, notions);
}

function unpacked(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
