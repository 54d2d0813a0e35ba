// Puts what `cargo bench` prints into docs/performance.md: `cargo bench | node benches/native.mjs`.
import { publish } from "./publish.mjs";

let printed = "";
for await (const piece of process.stdin) printed += piece;
const from = printed.indexOf("Timer precision");
if (from < 0) throw new Error("cargo bench printed no table");
publish("native", `\`\`\`text\n${printed.slice(from).trim().replace(/ +$/gm, "")}\n\`\`\``);
