/**
 * Tables of settings: name, range, default, unit and meaning stand once; types, defaults, checks and help are made from
 * them. Nothing here knows what is set.
 */

/** What every row of a table has. */
interface Described {
  /** One line for help: what the value does, and in which direction. */
  readonly meaning: string;
  /** Unit of a number, for help; left out where the number is a share, a count said in the meaning, or a code. */
  readonly unit?: string;
  /** Its name in older versions. */
  readonly formerly?: string;
}

/** A number from `min` to `max`, both included. */
export interface NumberSetting extends Described {
  readonly kind: "number" | "integer";
  readonly min: number;
  readonly max: number;
  /** Left out: the setting has no value until someone gives one. */
  readonly default?: number;
}

interface FlagSetting extends Described {
  readonly kind: "flag";
  readonly default: boolean;
}

interface ChoiceSetting extends Described {
  readonly kind: "choice";
  readonly choices: readonly string[];
  readonly default: string;
}

export type Setting = NumberSetting | FlagSetting | ChoiceSetting;
export type SettingTable = Readonly<Record<string, Setting>>;

type ValueOf<S extends Setting> = S extends { readonly kind: "flag" }
  ? boolean
  : S extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : number;
type Given<Table extends SettingTable> = {
  [Name in keyof Table]: Table[Name] extends { readonly default: unknown } ? Name : never;
}[keyof Table];

/** The values that a table describes; a setting without a default may be absent. */
export type ValuesOf<Table extends SettingTable> = {
  readonly [Name in Given<Table>]: ValueOf<Table[Name]>;
} & { readonly [Name in Exclude<keyof Table, Given<Table>>]?: ValueOf<Table[Name]> | undefined };

/** The defaults of a table, in its order. */
export function defaultsOf<Table extends SettingTable>(table: Table): ValuesOf<Table> {
  const values = Object.entries(table).flatMap(([name, setting]) =>
    setting.default === undefined ? [] : [[name, setting.default] as const],
  );
  return Object.fromEntries(values) as ValuesOf<Table>;
}

/** What values a setting takes, in words: "a whole number from 1 to 64". */
export function rangeOf(setting: Setting): string {
  switch (setting.kind) {
    case "flag":
      return "true or false";
    case "choice":
      return `one of ${setting.choices.join(", ")}`;
    case "integer":
      return `a whole number from ${setting.min} to ${setting.max}`;
    case "number":
      return `a number from ${setting.min} to ${setting.max}`;
  }
}

/** Whether a value is of the setting's type and inside its range; NaN and infinities never are. */
export function isAllowed(setting: Setting, value: unknown): boolean {
  switch (setting.kind) {
    case "flag":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && setting.choices.includes(value);
    case "integer":
    case "number": {
      if (typeof value !== "number" || !(value >= setting.min && value <= setting.max)) return false;
      return setting.kind === "number" || Number.isInteger(value);
    }
  }
}
