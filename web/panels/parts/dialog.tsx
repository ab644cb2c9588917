/**
 * A window over the page: focus goes in, Escape and a click beside it lead out.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "./icon-button.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}

export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  // At once, not when the browser gets to its close event: keys pressed next belong to the page again.
  const close = () => {
    element.current?.close();
    onClose();
  };
  return (
    <dialog
      ref={element}
      class={`card${wide ? " wide" : ""}`}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === element.current && close()}
    >
      <div class="bar">
        <h2 id="dialog-title">{title}</h2>
        <IconButton icon="close" label={TEXTS.panel.close} onClick={close} />
      </div>
      <div class="scroll" tabIndex={0}>
        {children}
      </div>
    </dialog>
  );
}
