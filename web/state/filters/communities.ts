/**
 * Communities, switched in the legend.
 */
import { plain } from "../../lib/numbers.ts";
import { readCommunity, writeCommunity } from "../link-names.ts";
import { without, type Filter } from "./filter.ts";

export const communitiesFilter: Filter<ReadonlySet<number>> = {
  none: new Set(),
  isOn: (hidden) => hidden.size > 0,
  needsDocument: false,
  hide: (index, shown, hidden) => {
    for (let node = 0; node < index.count; node++) if (hidden.has(index.community[node]!)) shown[node] = 0;
  },
  words: (index, hidden) => {
    const left = index.topLevel.filter((community) => !hidden.has(community.id));
    if (left.length === 1) return `only ${left[0]!.label}`;
    if (hidden.size === 1) return without([index.communities.get([...hidden][0]!)?.label ?? ""]);
    return `${plain(left.length)} of ${plain(index.topLevel.length)} communities`;
  },
  writeLink: (index, hidden, link) => {
    for (const id of hidden) link.append("without", writeCommunity(index, id));
  },
  readLink: (index, link) => new Set(link.getAll("without").flatMap((text) => readCommunity(index, text) ?? [])),
};
