/**
 * How a program draws a graph: what its own elements say beside the attributes of GraphML.
 */
import type { FlatEdge, FlatNode } from "./flat-graph.ts";

/** What a flavour adds to the file for its program. */
export interface Drawing {
  /** Namespaces of the root element. */
  readonly namespaces: string;
  /** Declarations beside the attributes'. */
  readonly keys: string;
  readonly node: (node: FlatNode) => string;
  readonly edge: (edge: FlatEdge) => string;
}
