// docs/view.schema.json → www/types.ts, the types of all that crosses the border of the core.
//   node tools/types.mjs           writes www/types.ts
//   node tools/types.mjs --check   fails where it is not current
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(await readFile("docs/view.schema.json", "utf8"));
const types = await compile(schema, "Api", {
  bannerComment: "// Generated from docs/view.schema.json by `make types`. Do not edit.",
  additionalProperties: false,
  strictIndexSignatures: true,
  format: true,
});
if (process.argv.includes("--check")) {
  const current = await readFile("www/types.ts", "utf8").catch(() => "");
  if (current !== types) {
    console.error("✗ www/types.ts is not what docs/view.schema.json says\n  mend it with: make types");
    process.exit(1);
  }
} else {
  await writeFile("www/types.ts", types);
}
