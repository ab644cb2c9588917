/**
 * What the caller of the graph stage hands in beside papers, terms and settings, and what it gets.
 */
import type { Decision } from "../contract/decisions.ts";
import type { GraphDocument } from "../contract/graph-document.ts";
import type { CommunityChange } from "../contract/run-record.ts";
import type { Staged } from "../domain/staged.ts";
import type { TaskRunner } from "../lib/task.ts";

export interface BuildGraphOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  /** Settings that shaped the graph, written into the document. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly decisions?: readonly Decision[];
  /** What is known to be a kind of what: narrower → broader → papers that say so, by the keys of `lib/term-heads.ts`. */
  readonly knownKinds?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The map's name; that of the last build if left out, none if empty. */
  readonly title?: string;
  /**
   * The document of the last build: its communities keep their ids, colours and names; where no more than a third of the
   * papers are new and half of what papers mention is as it was, places and communities are carried over too.
   */
  readonly previous?: GraphDocument;
  /** Places and communities are found anew all the same. */
  readonly anew?: boolean;
  /** Who does what needs nothing but its job; this thread if left out. The document is the same. */
  readonly tasks?: TaskRunner;
  /** Called before each step with its name and its place in the steps, and once at the end with `done = total`. */
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface BuiltGraph extends Staged<GraphDocument> {
  /** What became of the communities of `previous`; empty without one. */
  readonly changes: readonly CommunityChange[];
}
