/**
 * Folds the legend away, and back.
 */
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { usePage } from "../page/page-state.ts";

export function FoldButton() {
  const { folded } = usePage();
  return (
    <IconButton
      icon={folded.value ? "unfold" : "fold"}
      className="small fold"
      label={folded.value ? TEXTS.rooms.unfold : TEXTS.rooms.fold}
      onClick={() => (folded.value = !folded.value)}
    />
  );
}
