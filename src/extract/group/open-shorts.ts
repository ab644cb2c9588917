/**
 * Short forms of more than one sense: what one means in a paper.
 */
import type { Decision } from "../../contract/decisions.ts";
import type { NumberedNames } from "../../lib/numbered-names.ts";
import type { FormReader } from "./form-reader.ts";
import type { OpenShorts } from "./grouping.ts";
import { shortKey } from "./short-keys.ts";

export const NO_SHORTS: OpenShorts = { shorts: [], groupIn: () => undefined };

/** Those that people decided about mean the same everywhere. @param twinOf the group that a group was joined to */
export function openShortsOf(
  reader: FormReader,
  groups: NumberedNames,
  groupOf: Uint32Array,
  decisions: readonly Decision[],
  twinOf: (group: number) => number,
): OpenShorts {
  const inUse = new Uint8Array(groups.list.length);
  for (const group of groupOf) inUse[group] = 1;
  const decided = new Set(decisions.flatMap((decision) => ("form" in decision ? [shortKey(decision.form)] : [])));
  return {
    shorts: reader.ambiguousShorts().filter((short) => !decided.has(short)),
    groupIn: (short, paper) => {
      const long = reader.longOf(short, paper);
      const found = long === undefined ? -1 : groups.find(reader.rootOf(reader.readText(long, paper)));
      const group = found < 0 ? found : twinOf(found);
      return group >= 0 && inUse[group] === 1 ? group : undefined;
    },
  };
}
