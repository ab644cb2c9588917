/**
 * What the page offers to programs that drive it.
 */
export interface PageDriver {
  /** The bytes of one of the files that `build` writes. @throws Error where no map is, or no file of this name */
  readonly file: (name: string) => Promise<Uint8Array>;
}

declare global {
  interface Window {
    paperweave?: PageDriver;
  }
}
