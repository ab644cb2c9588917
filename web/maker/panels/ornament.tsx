/**
 * A map in small, in the colours of the types of terms: what will stand here.
 */
const LANDS = [
  { path: "M30 62c-14-16-6-42 18-48s46 2 50 20-10 40-32 44-26-6-36-16Z", type: "concept" },
  { path: "M104 70c-10-14 2-36 22-40s40 8 40 26-16 30-34 30-22-6-28-16Z", type: "task" },
  { path: "M176 52c-8-16 6-38 28-40s42 14 40 34-20 34-40 32-22-12-28-26Z", type: "method" },
] as const;

const DOTS = [
  [46, 34, "concept"],
  [62, 28, "concept"],
  [70, 46, "method"],
  [52, 54, "concept"],
  [84, 36, "dataset"],
  [124, 48, "task"],
  [140, 44, "task"],
  [148, 60, "metric"],
  [130, 66, "task"],
  [200, 30, "method"],
  [216, 44, "method"],
  [228, 34, "concept"],
  [206, 56, "method"],
  [192, 46, "dataset"],
] as const;

export function Ornament() {
  return (
    <svg class="ornament" viewBox="16 4 240 88" aria-hidden="true" focusable="false">
      {LANDS.map(({ path, type }) => (
        <g key={type} class={`land type-${type}`}>
          <path d={path} />
        </g>
      ))}
      <path class="ribbon" d="M84 42C100 36 112 40 126 48M148 56C166 52 178 48 196 46" />
      {DOTS.map(([x, y, type]) => (
        <circle key={`${x}-${y}`} class={`type-${type}`} cx={x} cy={y} r={3.4} />
      ))}
    </svg>
  );
}
