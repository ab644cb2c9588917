/**
 * Buttons for the camera, the theme, and every panel.
 */
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { ZOOM_STEP } from "./keys.ts";
import { togglePanel, usePage } from "./page-state.ts";

export function MapTools() {
  const { map, scheme, update } = useStore();
  const page = usePage();
  const { dark } = scheme.value;
  const moves = map.value?.moves;
  return (
    <section class="card tools" aria-label={TEXTS.map.tools} data-covers>
      {page.canDraw.value && (
        <>
          <IconButton icon="plus" label={TEXTS.map.zoomIn} onClick={() => moves?.zoomBy(ZOOM_STEP)} />
          <IconButton icon="minus" label={TEXTS.map.zoomOut} onClick={() => moves?.zoomBy(1 / ZOOM_STEP)} />
          <IconButton icon="fit" label={TEXTS.map.fit} onClick={() => moves?.goHome()} />
          <IconButton
            icon="lasso"
            label={TEXTS.lasso.start}
            pressed={page.lasso.value}
            onClick={() => (page.lasso.value = !page.lasso.value)}
          />
        </>
      )}
      <IconButton
        icon={dark ? "sun" : "moon"}
        label={dark ? TEXTS.theme.light : TEXTS.theme.dark}
        onClick={() => update((state) => ({ ...state, theme: dark ? "light" : "dark" }))}
      />
      {page.panels
        .filter(({ needsMap }) => page.canDraw.value || !needsMap)
        .map((panel) => (
          <IconButton
            key={panel.label}
            icon={{ path: panel.icon }}
            label={panel.label}
            onClick={() => togglePanel(page, panel)}
          />
        ))}
    </section>
  );
}
