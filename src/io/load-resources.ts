/**
 * The model and tables that ship with the package, ready for `extractTerms`.
 */
import { decodeResources, type ExtractResources } from "../extract/resources.ts";
import { readAsset } from "./package-files.ts";

export async function loadResources(): Promise<ExtractResources> {
  return decodeResources(
    await readAsset("tagger.bin"),
    await readAsset("background.bin"),
    await readAsset("roles.json"),
    await readAsset("word-tags.txt"),
  );
}
