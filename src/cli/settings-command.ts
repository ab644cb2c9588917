/**
 * `paperweave settings`: the table of all settings, as text or JSON.
 */
import { SETTINGS } from "../config.ts";
import { rangeOf, type SettingTable } from "../lib/settings.ts";
import type { Context } from "./context.ts";

export function settingsCommand(options: { readonly json: boolean }, context: Context): number {
  if (options.json) {
    context.stdout.write(`${JSON.stringify(SETTINGS, null, 1)}\n`);
    return 0;
  }
  context.stdout.write(`{ "stage": { "name": value } } in a file for --config; what is left out keeps its default.\n`);
  for (const [stage, table] of Object.entries<SettingTable>(SETTINGS)) {
    context.stdout.write(`\n${stage}\n`);
    for (const [name, setting] of Object.entries(table)) {
      const unit = setting.unit === undefined ? "" : `, in ${setting.unit}`;
      const usual = setting.default === undefined ? "no default" : `default ${String(setting.default)}`;
      context.stdout.write(`  ${name.padEnd(18)} ${rangeOf(setting)}${unit}; ${usual}\n`);
      context.stdout.write(`  ${" ".repeat(18)} ${setting.meaning}\n`);
    }
  }
  return 0;
}
