/**
 * The library in Node: all of it, and the models that ship with the package.
 */
export * from "./library.ts";
export { loadResources } from "./io/load-resources.ts";
