/**
 * What the page carries besides its own script, packed: each in an element of its own behind the script, so that the
 * page is there before they are read.
 */

/** Element of the script of all workers. */
export const WORKER_ELEMENT = "paperweave-worker";
/** Element of the viewer's page, which map.html is made from. */
export const VIEWER_ELEMENT = "paperweave-viewer";
/** Begins the elements of the models, by their file names. */
export const MODEL_ELEMENT = "paperweave-model-";
/** Begins the elements of the sample's pages, by their file names. */
export const SAMPLE_ELEMENT = "paperweave-sample-";

export function elementOf(id: string, packed: string): string {
  return `<script type="text/plain" id="${id}">${packed}</script>`;
}
