/**
 * map.html: the built viewer page with the document inside, one file that opens from disk with the network off.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { writeGraphJson } from "./canonical-json.ts";

export const DATA_ELEMENT = '<script type="application/json" id="paperweave-data">null</script>';

/** @throws Error when the template is not the viewer's page. */
export function* writeMap(template: string, document: GraphDocument): Generator<string> {
  const at = template.indexOf(DATA_ELEMENT);
  if (at < 0) throw new Error("the viewer page has no place for the data; build it again with `npm run build`");
  const open = DATA_ELEMENT.indexOf("null");
  yield template.slice(0, at + open);
  // Inside a script element `<` could end it (`</script`) or hide its end (`<!--`): written as an escape it cannot.
  for (const chunk of writeGraphJson(document)) yield chunk.replaceAll("<", "\\u003c");
  yield template.slice(at + open + "null".length);
}
