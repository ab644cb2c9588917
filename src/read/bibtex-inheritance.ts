/**
 * What BibTeX entries take from others: `crossref` from the volume they stand in (biblatex's default inheritance), `xdata`
 * from entries that only hold fields.
 *
 * A volume mostly stands after its parts, so entries are held back until it has come; their order stays.
 */
import type { BibtexEntry } from "./bibtex-entries.ts";

/** Types whose entries others take from. */
const VOLUMES = /^((mv)?(book|collection|proceedings|reference)|periodical|conference|xdata)$/;
/** What a volume says of itself only. */
const OWN = new Set(
  "title subtitle titleaddon shorttitle sorttitle indextitle abstract annotation annote note doi url eprint pages file keywords crossref xref xdata ids label key shorthand related".split(
    " ",
  ),
);
/** Volumes inside volumes inside volumes. */
const DEEPEST = 5;

export async function* inheritFields(entries: AsyncIterable<BibtexEntry>): AsyncGenerator<BibtexEntry> {
  const volumes = new Map<string, BibtexEntry>();
  let held: BibtexEntry[] = [];
  for await (const entry of entries) {
    const key = entry.key.toLowerCase();
    if (VOLUMES.test(entry.type) && !volumes.has(key)) volumes.set(key, entry);
    held.push(entry);
    const waits = held.findIndex((other) => !isReady(other, volumes));
    const free = waits < 0 ? held.length : waits;
    for (const other of held.slice(0, free)) yield withInherited(other, volumes);
    held = held.slice(free);
  }
  for (const entry of held) yield withInherited(entry, volumes);
}

/** Whether all that an entry takes from has come, and what that takes from, too. */
function isReady(entry: BibtexEntry, volumes: ReadonlyMap<string, BibtexEntry>, depth = 0): boolean {
  return namesOf(entry).every((name) => {
    const volume = volumes.get(name);
    return volume !== undefined && (depth >= DEEPEST || isReady(volume, volumes, depth + 1));
  });
}

/** Keys of the entries that an entry takes from, in small letters. */
function namesOf({ fields }: BibtexEntry): string[] {
  return [fields.get("crossref") ?? "", ...(fields.get("xdata") ?? "").split(",")]
    .map((name) => name.replace(/[{}\s]/g, "").toLowerCase())
    .filter((name) => name !== "");
}

function withInherited(entry: BibtexEntry, volumes: ReadonlyMap<string, BibtexEntry>, depth = 0): BibtexEntry {
  if (depth > DEEPEST) return entry;
  const fields = new Map(entry.fields);
  for (const name of namesOf(entry)) {
    const volume = volumes.get(name);
    if (!volume || volume === entry) continue;
    const whole = withInherited(volume, volumes, depth + 1);
    for (const [field, value] of whole.fields) {
      const target = volume.type === "xdata" || !OWN.has(field) ? field : nameInPart(entry, fields, field);
      if (target !== undefined && !fields.get(target)?.trim()) fields.set(target, value);
    }
  }
  return { ...entry, fields };
}

/** The volume's title is the place of its part; a part without a title of its own is known by it. */
function nameInPart({ type }: BibtexEntry, own: ReadonlyMap<string, string>, field: string): string | undefined {
  if (field !== "title") return undefined;
  if (!own.get("title")?.trim() && !type.startsWith("in")) return "title";
  return type === "article" ? "journaltitle" : "booktitle";
}
