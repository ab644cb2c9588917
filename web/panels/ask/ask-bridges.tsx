/**
 * Papers and terms that tie communities together, with the communities they tie.
 */
import { answerOf } from "../../data/ask.ts";
import { useStore } from "../../state/store.ts";
import { percent } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";

const MAX_BRIDGES = 40;

export function AskBridges() {
  const { index } = useStore();
  const rows = answerOf(index, "bridges", { limit: MAX_BRIDGES });
  if (!rows) return <p role="status">{TEXTS.ask.working}</p>;
  if (rows.length === 0) return <p class="quiet">{TEXTS.ask.none}</p>;
  const communities = (row: (typeof rows)[number]) =>
    row.communities.flatMap(({ id, share }) => {
      const entry = index.communities.get(id);
      return entry ? [{ share, entry }] : [];
    });
  return (
    <MoreList items={rows} first={24} className="plain-list bridges">
      {(row) => (
        <>
          <NodeLink node={row.node} note={row.score.toFixed(2)} />
          <div
            class="shares"
            role="img"
            aria-label={communities(row)
              .map(({ entry, share }) => `${entry.label} ${percent(share)}`)
              .join(", ")}
          >
            {communities(row).map(({ entry, share }) => (
              <span
                key={entry.id}
                style={{ flexGrow: share, backgroundColor: entry.color }}
                title={`${entry.label} ${percent(share)}`}
              />
            ))}
          </div>
          <p class="quiet">
            {communities(row)
              .slice(0, 3)
              .map(({ entry, share }) => `${entry.label} ${percent(share)}`)
              .join(" · ")}
          </p>
        </>
      )}
    </MoreList>
  );
}
