/**
 * VOSviewer's JSON map file: items with place, cluster, weights and scores; links with a strength; colours and words.
 *
 * Clusters count from 1. Several edges of one pair become one link, as the format has no kinds: strengths add up. The
 * flavour `terms` leaves the papers out and counts them on the links instead.
 */
import type { GraphDocument } from "../../contract/graph-document.ts";
import type { OutputFormat } from "../format.ts";
import { joinPairs, type Pair } from "../pairs.ts";
import { paperItems, termItems } from "./items.ts";
import { sharedPapers } from "./shared-papers.ts";

function* writeMap(document: GraphDocument): Generator<string> {
  yield* writeNetwork(document, allItems(document), joinPairs(document), "sum of weights");
}

function* writeTermMap(document: GraphDocument): Generator<string> {
  yield* writeNetwork(document, termItems(document), sharedPapers(document), "shared papers");
}

function* allItems(document: GraphDocument) {
  yield* paperItems(document);
  yield* termItems(document);
}

function* writeNetwork(
  document: GraphDocument,
  items: Iterable<unknown>,
  pairs: Iterable<Pair>,
  strengthName: string,
): Generator<string> {
  yield '{"network":{"items":[';
  yield* writeList(items);
  yield '],"links":[';
  yield* writeList(linksOf(pairs));
  const clusters = document.communities.filter(({ parent }) => parent === undefined);
  const names = clusters.map(({ id, label }) => ({ cluster: id + 1, label }));
  yield `],"clusters":${JSON.stringify(names)}},\n`;
  const config = {
    color_schemes: { cluster_colors: clusters.map(({ id, color }) => ({ cluster: id + 1, color })) },
    terminology: { cluster: "community", clusters: "communities", link_strength: strengthName },
    parameters: { max_label_length: 40 },
  };
  yield `"config":${JSON.stringify(config)},\n`;
  const { papers, terms, generator } = document;
  const info = { title: `${papers.length} papers and ${terms.length} terms`, description: `Made by ${generator}.` };
  yield `"info":${JSON.stringify(info)}}\n`;
}

function* linksOf(pairs: Iterable<Pair>) {
  for (const { source, target, strength } of pairs) yield { source_id: source, target_id: target, strength };
}

/** One item a line. A lone surrogate is written as an escape: it has no UTF-8. */
function* writeList(items: Iterable<unknown>): Generator<string> {
  let first = true;
  for (const item of items) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(item)}`;
    first = false;
  }
  yield "\n";
}

const FILE = { name: "vosviewer.json", mediaType: "application/json" };

export const VOSVIEWER_FORMAT: OutputFormat = {
  id: "vosviewer",
  title: "VOSviewer",
  purpose: "VOSviewer and VOSviewer Online, with the map's colours, and evidence in the panels",
  isBuilt: false,
  files: [{ ...FILE, write: writeMap }],
  flavours: [
    {
      id: "terms",
      purpose: "terms alone; a link is as strong as the number of papers with both",
      files: [{ ...FILE, write: writeTermMap }],
    },
  ],
};
