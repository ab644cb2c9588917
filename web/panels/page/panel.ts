/**
 * What a panel is: a window over the page, or a dock that rises from below while the map stays in use. A panel is one file
 * that says this of itself, and one line in `panels.ts`.
 */
import type { ComponentType } from "preact";

export interface Panel {
  readonly kind: "dialog" | "dock";
  /** Of a dock in links. */
  readonly name?: string;
  /** Of the window or the dock. */
  readonly title: string;
  /** Of its button among the map's tools, and of its key in the list of keys. */
  readonly label: string;
  /** Line icon of the button, as SVG path data in a square of 24. */
  readonly icon: string;
  /** Opens it, a dock also closes. */
  readonly key?: string;
  /** It is shown once the document has been read. */
  readonly needsDocument?: true;
  /** It shows the task that was asked for. */
  readonly showsTask?: true;
  /** It is of use beside a map only. */
  readonly needsMap?: true;
  readonly Content: ComponentType;
}
