// The core itself, without the page: what the page should show of a sheet.
import { readFileSync } from "node:fs";
import * as figures from "../../www/pkg-figures/barkraft.js";
import * as reading from "../../www/pkg-reading/barkraft.js";
import type { Settings, View } from "../../www/types.ts";

export function viewOf(sheet: string, settings: Settings = {}): View {
  const bytes = (name: string) => readFileSync(new URL(`../../www/pkg-${name}/barkraft_bg.wasm`, import.meta.url));
  figures.initSync({ module: bytes("figures") });
  reading.initSync({ module: bytes("reading") });
  const all = { investment: {}, today: new Date().toISOString().slice(0, 10), ...settings };
  const tables = new reading.Tables();
  tables.begin(0, { columns: [], causes: [] });
  tables.push(new TextEncoder().encode(sheet));
  tables.end();
  const counted = tables.counted(all);
  const shown = new figures.Figures();
  if (counted) shown.take(counted.numbers(), counted.texts());
  return { ...(shown.view(all) as View), ...(tables.told() as Partial<View>) };
}
