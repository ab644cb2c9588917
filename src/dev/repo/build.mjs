/** `npm run build`. */
import { build, ensureInstalled, ensureNode } from "./setup.mjs";

ensureNode();
ensureInstalled();
build();
