/**
 * All settings by stage, their defaults, and the one place where outside values are checked.
 */
import { EXTRACT_SETTINGS, type ExtractConfig } from "./extract/config.ts";
import { GRAPH_SETTINGS, type GraphConfig } from "./graph/config.ts";
import { INGEST_SETTINGS, type IngestConfig } from "./read/config.ts";
import { UsageError } from "./lib/errors.ts";
import { defaultsOf, isAllowed, rangeOf, type SettingTable } from "./lib/settings.ts";

/** Settings of every stage: the ranges are in `SETTINGS`. */
export interface Config {
  readonly ingest: IngestConfig;
  readonly extract: ExtractConfig;
  readonly graph: GraphConfig;
}

/** Every setting by stage: its type, range, default and meaning. */
export const SETTINGS = {
  ingest: INGEST_SETTINGS,
  extract: EXTRACT_SETTINGS,
  graph: GRAPH_SETTINGS,
} as const satisfies Readonly<Record<keyof Config, SettingTable>>;

export const DEFAULT_CONFIG: Config = {
  ingest: defaultsOf(INGEST_SETTINGS),
  extract: defaultsOf(EXTRACT_SETTINGS),
  graph: defaultsOf(GRAPH_SETTINGS),
};

/**
 * Defaults with `partial` on top: `{"graph": {"resolution": 1.5}}`.
 *
 * @param from what the values were read from, for the message: a file, or "settings".
 * @throws UsageError naming `from`, the setting and its range, when a setting is unknown, of another type or outside.
 */
export function resolveConfig(partial: unknown, from = "settings"): Config {
  const stages = Object.keys(SETTINGS).join(", ");
  if (!isRecord(partial)) throw new UsageError(`${from}: expected an object of stages`, `stages: ${stages}`);
  for (const stage of Object.keys(partial)) {
    if (!Object.hasOwn(SETTINGS, stage))
      throw new UsageError(`${from}: unknown stage ${JSON.stringify(stage)}`, `stages: ${stages}`);
  }
  return {
    ingest: { ...DEFAULT_CONFIG.ingest, ...checkStage("ingest", partial, from) },
    extract: { ...DEFAULT_CONFIG.extract, ...checkStage("extract", partial, from) },
    graph: { ...DEFAULT_CONFIG.graph, ...checkStage("graph", partial, from) },
  };
}

/** The values given for a stage, every one of them inside its range. */
function checkStage<Stage extends keyof Config>(
  stage: Stage,
  partial: Readonly<Record<string, unknown>>,
  from: string,
): Partial<Config[Stage]> {
  const given = partial[stage];
  if (given === undefined) return {};
  if (!isRecord(given)) throw new UsageError(`${from}: "${stage}" must be an object of settings`);
  const table: SettingTable = SETTINGS[stage];
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const setting = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!setting) {
      const renamed = nameToday(table, name);
      throw new UsageError(
        `${from}: unknown setting "${stage}.${name}"`,
        renamed === undefined
          ? `settings of ${stage}: ${Object.keys(table).join(", ")}`
          : `it is called "${stage}.${renamed}"`,
      );
    }
    if (!isAllowed(setting, value))
      throw new UsageError(
        `${from}: "${stage}.${name}" takes ${rangeOf(setting)}, not ${JSON.stringify(value)}`,
        setting.meaning,
      );
    checked[name] = value;
  }
  return checked as Partial<Config[Stage]>;
}

/**
 * Settings that an earlier version has recorded, under their names of today; what is not known stays as it is.
 *
 * @param recorded by stage.
 */
export function renameSettings(recorded: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const stages = Object.entries(recorded).map(([stage, values]) => {
    const table: SettingTable | undefined = Object.hasOwn(SETTINGS, stage)
      ? SETTINGS[stage as keyof Config]
      : undefined;
    if (!table || !isRecord(values)) return [stage, values] as const;
    return [
      stage,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [nameToday(table, name) ?? name, value])),
    ] as const;
  });
  return Object.fromEntries(stages);
}

/** Undefined for a name that no setting had before. */
function nameToday(table: SettingTable, name: string): string | undefined {
  return Object.keys(table).find((today) => table[today]?.formerly === name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
