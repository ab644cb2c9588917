/**
 * Terms that rise, fall, or are new, each with its share of the papers over time.
 */
import type { AnswerOf } from "../../../src/query/questions.ts";
import { answerOf } from "../../data/ask.ts";
import { useStore } from "../../state/store.ts";
import { percent } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";

/** Of each kind. */
const MAX_TRENDS = 20;
const KINDS = ["rising", "fresh", "falling"] as const;

export function AskTrends() {
  const { index } = useStore();
  const trends = answerOf(index, "trends", { limit: MAX_TRENDS });
  if (!trends) return <p role="status">{TEXTS.ask.working}</p>;
  if (trends.periods.length < 2) return <p class="quiet">{TEXTS.ask.noDates}</p>;
  return (
    <div class="ask-columns">
      {KINDS.map((kind) => (
        <section key={kind}>
          <h3>{TEXTS.ask.trends[kind]}</h3>
          {trends[kind].length === 0 && <p class="quiet">{TEXTS.ask.none}</p>}
          <MoreList items={trends[kind]} first={10} className="plain-list trends">
            {(row) => (
              <>
                <NodeLink node={row.node} note={TEXTS.panel.inPapers(row.counts.reduce((sum, n) => sum + n, 0))} />
                <Sparkline row={row} periods={trends.periods} />
              </>
            )}
          </MoreList>
        </section>
      ))}
    </div>
  );
}

function Sparkline({
  row,
  periods,
}: {
  readonly row: AnswerOf<"trends">["rising"][number];
  readonly periods: readonly string[];
}) {
  const most = Math.max(1e-9, ...row.shares);
  const width = 100 / periods.length;
  const name = TEXTS.ask.sparkline(periods[0]!, periods.at(-1)!, row.burst.period);
  return (
    <svg class="sparkline" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label={name}>
      {row.shares.map((share, i) => (
        <rect
          key={periods[i]}
          x={i * width + width * 0.1}
          width={width * 0.8}
          y={20 - Math.max(0.6, (20 * share) / most)}
          height={Math.max(0.6, (20 * share) / most)}
        >
          <title>{`${periods[i]}: ${percent(share)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
