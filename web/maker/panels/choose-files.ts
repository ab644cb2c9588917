/**
 * Files, folders and text from the browser's own dialogs and the clipboard to the workshop.
 */
import { MAKER_TEXTS } from "../../texts/maker.ts";
import { filesOfFolder } from "../dropped-files.ts";
import type { Workshop } from "../workshop.ts";

/** The one field for files of the page: it stands outside of what is drawn anew. */
export function chooseFiles(): void {
  document.getElementById("files")?.click();
}

export function chooseFolder(workshop: Workshop): void {
  const input = document.createElement("input");
  input.type = "file";
  input.webkitdirectory = true;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) void workshop.add(filesOfFolder(files));
  });
  input.click();
}

export function addText(workshop: Workshop, text: string): void {
  if (text.trim() === "") return;
  void workshop.add({ files: [{ name: MAKER_TEXTS.pasted, blob: new Blob([text]) }], problems: [] });
}
