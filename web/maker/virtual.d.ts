/** Lists that the bundler takes from the code of the workers, so that the page need not carry that code. */
declare module "virtual:formats" {
  /** Endings of files that are read from a folder, without the dot. */
  export const endings: readonly string[];
  /** The same as advice. */
  export const endingsHint: string;
  /** Names of the formats that are read. */
  export const inputs: readonly string[];
  /** Formats that a map is written in. */
  export const outputs: readonly { readonly id: string; readonly title: string; readonly purpose: string }[];
}
