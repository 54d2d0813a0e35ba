// A page in Chromium that has the contestants, and a server for it that answers this machine only.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { chromium } from "@playwright/test";
import * as esbuild from "esbuild";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
const FILES = {
  "/figures.wasm": "www/pkg-figures/barkraft_bg.wasm",
  "/reading.wasm": "www/pkg-reading/barkraft_bg.wasm",
  "/bench.wasm": "benches/pkg/barkraft_bg.wasm",
};
const PEERS = "benches/node_modules/@duckdb/duckdb-wasm/dist/";

const script = await esbuild.build({
  entryPoints: ["benches/contestants.mjs"],
  bundle: true,
  write: false,
  format: "esm",
  target: "es2022",
  plugins: [{ name: "sources", setup: sources }],
});

/** Where the page's modules come from here. */
function sources(build) {
  const answers = {
    "figures-source": 'export const figuresSource = () => fetch("/figures.wasm")',
    "reading-source":
      'import * as bindings from "./www/pkg-reading/barkraft.js"; let there; ' +
      'export const loadReading = async () => ((there ??= await bindings.default({ module_or_path: "/reading.wasm" })), bindings); ' +
      "export const memory = () => there.memory",
  };
  build.onResolve({ filter: /^(figures|reading)-source$/ }, ({ path }) => ({ path, namespace: "sources" }));
  build.onLoad({ filter: /.*/, namespace: "sources" }, ({ path }) => ({ contents: answers[path], resolveDir: "." }));
}

/** Serves the page; threads need the two headers. */
export async function serve() {
  const server = createServer(({ url }, response) => {
    response.setHeader("cross-origin-opener-policy", "same-origin").setHeader("cross-origin-embedder-policy", "require-corp");
    response.setHeader("content-type", TYPES[extname(url)] ?? "text/html");
    if (url === "/") return response.end("<!doctype html><title>bench</title><link rel=icon href=data:,><input type=file>");
    if (url === "/contestants.js") return response.end(script.outputFiles[0].text);
    const path = FILES[url] ?? (url.startsWith("/duckdb/") ? PEERS + url.slice("/duckdb/".length) : "");
    if (!existsSync(path)) return response.writeHead(404).end();
    response.setHeader("content-length", readFileSync(path).length);
    return createReadStream(path).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A browser of its own with one page, the file chosen in it; `peak` tells its renderer's peak memory above a blank page. */
export async function open(address, file) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const session = await browser.newBrowserCDPSession();
  const highest = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo
      .filter((process) => process.type === "renderer")
      .map((process) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process.id}/status`, "utf8"))?.[1] ?? 0);
    return Math.max(...peaks.map(Number)) * 1024;
  };
  const page = await browser.newPage();
  await page.goto(address);
  const blank = await highest();
  await page.locator("input").setInputFiles(file);
  return { page, version: browser.version(), peak: async () => (await highest()) - blank, close: () => browser.close() };
}
