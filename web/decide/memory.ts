/**
 * Decisions collected in map.html, between two openings of it: kept by the browser, apart for every map.
 *
 * A browser may refuse (private windows, settings): then nothing is kept, and the page asks before it is left.
 */
import { hash64 } from "../../src/lib/hash.ts";
import type { MapColumns } from "../../src/export/map-columns.ts";

const PREFIX = "paperweave decisions ";

/** The same for every copy of a map; another one once a decision is on the map. */
export function identityOf({ keys, names, shape, communities }: MapColumns): string {
  return hash64([...keys, ...names, shape.join(""), ...communities.map(({ label }) => label)].join("\n"));
}

/** Empty when nothing is kept. */
export function recallDecisions(identity: string): string {
  try {
    return localStorage.getItem(PREFIX + identity) ?? "";
  } catch {
    return "";
  }
}

/** False when the browser does not keep it. */
export function keepDecisions(identity: string, text: string): boolean {
  try {
    if (text.trim() === "") localStorage.removeItem(PREFIX + identity);
    else localStorage.setItem(PREFIX + identity, text);
    return true;
  } catch {
    return false;
  }
}
