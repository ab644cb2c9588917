/**
 * What the keys do, and how to search by fields.
 */
import { TEXTS } from "../../texts.ts";
import { KEYS, type KeyEntry } from "./keys.ts";
import { usePage } from "./page-state.ts";
import type { Panel } from "./panel.ts";

export const helpPanel: Panel = {
  kind: "dialog",
  title: TEXTS.help.title,
  label: TEXTS.help.open,
  icon: "M9 9a3 3 0 1 1 4.6 2.6c-1 .6-1.6 1.2-1.6 2.4M12 17.5v.5",
  key: "?",
  Content: Help,
};

function Help() {
  const { panels } = usePage();
  const ofPanels = panels.flatMap(({ key, label }): KeyEntry[] => (key ? [{ keys: [key], does: label }] : []));
  return (
    <>
      <dl class="keys">
        {[...KEYS, ...ofPanels].map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3>{TEXTS.help.typed}</h3>
      <p class="quiet">{TEXTS.help.typedHelp}</p>
      <p>
        <code>{TEXTS.help.typedExample}</code>
      </p>
    </>
  );
}
