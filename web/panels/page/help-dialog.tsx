/**
 * What the keys do.
 */
import { TEXTS } from "../../texts.ts";
import { Dialog } from "../parts/dialog.tsx";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={TEXTS.help.title} onClose={onClose}>
      <dl class="keys">
        {TEXTS.help.keys.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>{TEXTS.help.typed}</h3>
      <p class="quiet">{TEXTS.help.typedHelp}</p>
      <p>
        <code>{TEXTS.help.typedExample}</code>
      </p>
    </Dialog>
  );
}
