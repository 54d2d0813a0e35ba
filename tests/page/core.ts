// The core itself, without the page: what the page should show of a sheet.
import { readFileSync } from "node:fs";
import { Barkraft, initSync } from "../../www/pkg/barkraft.js";
import type { Settings, View } from "../../www/types.ts";

export function viewOf(sheet: string, settings: Settings = {}): View {
  initSync({ module: readFileSync(new URL("../../www/pkg/barkraft_bg.wasm", import.meta.url)) });
  const core = new Barkraft();
  core.begin(0, { columns: [], causes: [] });
  core.push(new TextEncoder().encode(sheet));
  core.end();
  return core.view({ investment: {}, today: new Date().toISOString().slice(0, 10), ...settings }) as View;
}
