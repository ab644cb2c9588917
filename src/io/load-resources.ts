/**
 * The model and tables that ship with the package, ready for `extractTerms`.
 */
import { type ExtractResources, openResources } from "../extract/resources.ts";
import { readAsset } from "./package-files.ts";

/** From the package's own folder: for Node. Elsewhere `openResources` takes the files from where they are kept. */
export async function loadResources(): Promise<ExtractResources> {
  return openResources(readAsset);
}
