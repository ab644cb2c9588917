/** `npm run check`: types, lint, format, import boundaries, tests; stops at the first that fails. */
import { ensureInstalled, ensureNode, run } from "./setup.mjs";

ensureNode();
ensureInstalled();
for (const step of ["types", "lint", "format:check"]) {
  console.error(`\n— ${step}`);
  run("npm", ["run", "--silent", step]);
}
console.error("\n— tests (import boundaries among them)");
run(process.execPath, ["src/dev/repo/test.mjs"]);
