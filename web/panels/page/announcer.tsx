/**
 * Tells screen readers what was selected.
 */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { focusOf } from "../../state/focus.ts";
import { titleOf, useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";

export function Announcer() {
  const { index, selection, shown } = useStore();
  const current = selection.value;
  const before = useRef(current);
  useEffect(() => {
    before.current = current;
  }, [current]);
  const name = current === undefined ? "" : titleOf(index, current);
  // Of what is selected, whatever the mouse is over.
  const lit = useComputed(
    () => focusOf(index, { hover: undefined, selection: selection.value }, shown.value)?.nodes.length ?? 1,
  ).value;
  const cleared = before.current && !current ? TEXTS.live.cleared : "";
  return (
    <p class="sr-only" role="status">
      {name ? TEXTS.live.selected(name, Math.max(0, lit - 1)) : cleared}
    </p>
  );
}
