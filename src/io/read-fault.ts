/**
 * Why a file could not be read, in words for the user.
 */

/** Whether the file, or its folder, is not there. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}

export function readFault(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (isMissing(error)) return "no such file";
  if (code === "EACCES") return "no permission to read it";
  if (code === "EISDIR") return "a folder, not a file";
  if (code === "ERR_FS_FILE_TOO_LARGE" || code === "ERR_STRING_TOO_LONG") return "too large to read at once";
  return error instanceof Error ? error.message : String(error);
}
