/**
 * What the extraction needs besides the papers: the trained models and the background table.
 */
import { decodeBackground, type Background } from "./model/background.ts";
import { decodeRoles, type RoleModel } from "./model/role-model.ts";
import { decodeModel, type TaggerModel } from "./model/tagger-model.ts";
import { decodeWordTags, type KnownTags } from "./text/word-tags.ts";

/** Plain data; may be shared by any number of runs. */
export interface ExtractResources {
  readonly model: TaggerModel;
  readonly background: Background;
  readonly roles: RoleModel;
  /** compromise's verdicts on frequent words; without them it is asked about every word. */
  readonly knownTags?: KnownTags;
}

/**
 * @param tagger content of `assets/tagger.bin`
 * @param background content of `assets/background.bin`
 * @param roles content of `assets/roles.json`
 * @param wordTags content of `assets/word-tags.txt`: saves time, changes nothing
 * @throws Error when one of them is damaged or of another version
 */
export function decodeResources(
  tagger: Uint8Array,
  background: Uint8Array,
  roles: Uint8Array,
  wordTags: Uint8Array = new Uint8Array(),
): ExtractResources {
  return {
    model: decodeModel(tagger),
    background: decodeBackground(background),
    roles: decodeRoles(new TextDecoder().decode(roles)),
    knownTags: decodeWordTags(wordTags),
  };
}
