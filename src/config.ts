/**
 * All settings by stage, their defaults, and the one place where outside values are checked.
 */
import { DEFAULT_EXTRACT_CONFIG, type ExtractConfig } from "./extract/config.ts";
import { DEFAULT_GRAPH_CONFIG, type GraphConfig } from "./graph/config.ts";
import { DEFAULT_INGEST_CONFIG, type IngestConfig } from "./ingest.ts";
import { UsageError } from "./lib/errors.ts";

export interface Config {
  readonly ingest: IngestConfig;
  readonly extract: ExtractConfig;
  readonly graph: GraphConfig;
}

export const DEFAULT_CONFIG: Config = {
  ingest: DEFAULT_INGEST_CONFIG,
  extract: DEFAULT_EXTRACT_CONFIG,
  graph: DEFAULT_GRAPH_CONFIG,
};

/** Settings that have no default value and so cannot be checked against one. */
const OPTIONAL: Readonly<Record<string, string>> = { "ingest.pageYear": "number" };

/**
 * Defaults with `partial` on top: `{"graph": {"resolution": 1.5}}`.
 *
 * @throws UsageError naming the setting, when it is unknown or of another type than its default.
 */
export function resolveConfig(partial: unknown, from = "settings"): Config {
  if (!isRecord(partial))
    throw new UsageError(`${from}: expected an object of stages`, `stages: ${Object.keys(DEFAULT_CONFIG).join(", ")}`);
  const resolved: Record<string, Record<string, unknown>> = {};
  for (const [stage, defaults] of Object.entries<object>({ ...DEFAULT_CONFIG })) resolved[stage] = { ...defaults };
  for (const [stage, values] of Object.entries(partial)) {
    const target = resolved[stage];
    if (!target)
      throw new UsageError(`${from}: unknown stage "${stage}"`, `stages: ${Object.keys(DEFAULT_CONFIG).join(", ")}`);
    if (!isRecord(values)) throw new UsageError(`${from}: "${stage}" must be an object`);
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const expected = OPTIONAL[`${stage}.${name}`] ?? (name in target ? typeof target[name] : undefined);
      if (expected === undefined)
        throw new UsageError(
          `${from}: unknown setting "${stage}.${name}"`,
          `settings: ${Object.keys(target).join(", ")}`,
        );
      if (typeof value !== expected || (typeof value === "number" && !Number.isFinite(value)))
        throw new UsageError(`${from}: "${stage}.${name}" must be a ${expected}, not ${JSON.stringify(value)}`);
      target[name] = value;
    }
  }
  return resolved as unknown as Config;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
