/**
 * Starts a thread from its TypeScript source, named by its argument: a thread does not inherit the loader of its parent.
 */
import process from "node:process";
import { register } from "tsx/esm/api";

register();
await import(`../../${process.argv[2]}.ts`);
