/**
 * Papers over time, as small bars.
 */
import { timeBins } from "../../data/months.ts";
import { count } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";

export function Timeline({ dates }: { readonly dates: readonly (string | undefined)[] }) {
  const bins = timeBins(dates);
  if (bins.length < 2) return null;
  const max = Math.max(...bins.map((bin) => bin.count));
  const width = 100 / bins.length;
  const first = bins[0]!.label;
  const last = bins.at(-1)!.label;
  return (
    <figure class="timeline">
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label={TEXTS.panel.timeline(first, last)}>
        {bins.map((bin, i) => (
          <rect
            key={bin.from}
            x={i * width + width * 0.1}
            width={width * 0.8}
            y={24 - (24 * bin.count) / max}
            height={(24 * bin.count) / max}
          >
            <title>{`${bin.label}: ${count(bin.count, "paper", "papers")}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <span>{first}</span>
        <span>{TEXTS.panel.overTime}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  );
}
