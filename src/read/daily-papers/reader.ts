/**
 * The reader of Daily Papers listing pages. A page's reading is the cheapest one of all its lines together, so the
 * whole page is collected first.
 */
import { proseOf, wholeText } from "../chunks.ts";
import type { Reader } from "../reader.ts";
import { parseListing } from "./listing.ts";

export const listing: Reader = {
  id: "listing",
  title: "Daily Papers pages saved as text",
  endings: ["txt", "text", "md"],
  from: "huggingface.co/papers: select all, copy, paste into a text file",
  /** Pages have no mark of their own: whatever no other reader knows is tried, and refused there when it reads strangely. */
  recognizes: (head) => (head.includes("\0") ? 0 : 0.05),
  async *read(chunks, { file, pageYear }) {
    const { records, problems, pageYears } = parseListing(file, await wholeText(proseOf(chunks)), pageYear);
    for (const record of records) yield { record };
    for (const problem of problems) yield { problem };
    for (const year of pageYears) yield { pageYear: year };
  },
};
