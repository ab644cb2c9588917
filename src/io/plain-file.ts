/**
 * Opens a file that must be one: nothing that reading could wait for for ever (a pipe, a device, a folder).
 */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** Windows has neither of them, and needs neither. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = constants as Partial<typeof constants> & { O_RDONLY: number };

/**
 * @param options `links`: whether the name may be a link; where a stranger made the folder it may lead anywhere
 * @throws as `open` does; with the code ENOTFILE where there is something else of that name.
 */
export async function openPlainFile(path: string, { links = true } = {}): Promise<FileHandle> {
  const file = await open(path, O_RDONLY | O_NONBLOCK | (links ? 0 : O_NOFOLLOW));
  const isFile = await file.stat().then(
    (info) => info.isFile(),
    () => false,
  );
  if (isFile) return file;
  await file.close();
  throw Object.assign(new Error("a pipe, a device or a folder, not a file"), { code: "ENOTFILE" });
}

/** The whole of it. @throws as `openPlainFile` does. */
export async function readPlainFile(path: string, options: { readonly links?: boolean } = {}): Promise<Buffer> {
  const file = await openPlainFile(path, options);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}
