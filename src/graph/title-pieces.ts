/**
 * Pieces of titles that look like terms and that nobody will search for: "Rethinking Attention", "Attention Meets
 * Perturbations", "Item and User Modeling". Asked only of strings that stand in one title and nowhere else.
 *
 * The words are verbs by which titles of articles begin or turn a noun phrase into a sentence; collected by reading
 * titles, those left out that also begin terms ("learning rate", "scaling law", "sampling method").
 */
const TITLE_VERBS = new Set(
  (
    "rethinking revisiting reconsidering reevaluating re-evaluating re-examining reexamining reimagining reframing rediscovering demystifying " +
    "unveiling uncovering unlocking unleashing unraveling unravelling exploring understanding investigating studying examining analyzing analysing " +
    "improving enhancing accelerating boosting empowering advancing strengthening enabling bridging harnessing leveraging exploiting utilizing using " +
    "towards toward beyond evaluating assessing benchmarking measuring characterizing quantifying comparing explaining interpreting opening closing " +
    "stabilizing automating democratizing democratising simplifying generalizing extending introducing making finding building taming tackling " +
    "addressing overcoming mitigating alleviating reducing minimizing maximizing optimizing optimising revitalizing killing looking"
  ).split(" "),
);
const FINITE_VERBS = new Set(
  "meets meet matters matter is are was does do can could should will may helps help makes make needs need provides provide speak speaks goes go improves enables beats knows".split(
    " ",
  ),
);

/** @param isLabel it stands before the title's colon, as names do */
export function isTitlePiece(text: string, isLabel: boolean): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  if (words.length < 2) return false;
  if (TITLE_VERBS.has(words[0]!)) return true;
  if (words.slice(1).some((word) => FINITE_VERBS.has(word))) return true;
  // "Partial and Reordered Pipelining": two terms folded into one.
  return !isLabel && words.slice(1, -1).some((word) => word === "and" || word === "or");
}
