/**
 * Writes a set of files into a folder as a build does, and dies at a chosen call of the file system.
 *
 * Arguments: folder, generation (what all its files say), number of the call before which it is killed (0: none; then the
 * number of calls is printed).
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import process from "node:process";

const [dir, generation, killAt] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const SIZES = [10, 100_000, 3_000_000, 0, 5_000, 1_500_000];
let calls = 0;
const counted = (owner, name) => {
  const real = owner[name];
  owner[name] = function (...args) {
    calls++;
    if (calls === killAt) process.kill(process.pid, "SIGKILL");
    return real.apply(this, args);
  };
};
const handle = await fs.open(import.meta.filename);
const FileHandle = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ["mkdir", "open", "rename", "rm", "readdir", "stat", "readFile"]) counted(fs, name);
for (const name of ["write", "sync", "close"]) counted(FileHandle, name);
syncBuiltinESMExports();

const { writeOutputs } = await import(join(import.meta.dirname, "../../../dist/io/outputs.js"));
const files = Object.fromEntries(
  SIZES.map((size, i) => [
    `file-${i}.txt`,
    [`${generation}\n`, ...Array.from({ length: size / 1000 }, () => "x".repeat(1000))],
  ]),
);
try {
  await writeOutputs(dir, files, {
    seal: (outputs) => ({ "run.json": [JSON.stringify({ generation, outputs })] }),
  });
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
if (killAt === 0) console.log(calls);
