// Serves dist/ to this machine only.   PORT=8080 node www/serve.mjs [FOLDER]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};

// Beside a file stand the same bytes packed (www/build.mjs): sent to who says that it takes them.
const packed = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

/** The bytes of a file as the request takes them, and by what they are packed. */
async function read(file, request) {
  const taken = (request.headers["accept-encoding"] ?? "").split(",").map((name) => name.trim());
  for (const [encoding, suffix] of packed) {
    if (!taken.includes(encoding)) continue;
    const body = await readFile(file + suffix).catch(() => undefined);
    if (body) return { body, encoded: { "content-encoding": encoding } };
  }
  return { body: await readFile(file), encoded: {} };
}

/** Answers one request with a file of `root`. */
export async function answer(root, request, response) {
  const say = (status, text) => response.writeHead(status, { "content-type": "text/plain" }).end(text);
  if (request.method !== "GET" && request.method !== "HEAD") return say(405, "only GET and HEAD\n");
  try {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    if (!file.startsWith(root + sep) || path.includes("\0")) return say(404, "not found\n");
    const { body, encoded } = await read(file, request);
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": body.length,
      ...encoded,
      vary: "accept-encoding",
      "cache-control": /-[0-9a-f]{10}\.\w+$/.test(file) ? "max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch (error) {
    say(error instanceof URIError || error.code === "ERR_INVALID_URL" ? 400 : 404, "not found\n");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? "dist");
  const port = Number(process.env.PORT || 8080);
  createServer((request, response) => answer(root, request, response))
    .on("error", (error) => {
      if (error.code !== "EADDRINUSE") throw error;
      console.error(`✗ port ${port} is taken\n  mend it with: make run PORT=${port + 1}`);
      process.exit(1);
    })
    .listen(port, "127.0.0.1", function () {
      console.log(`The page:        http://127.0.0.1:${this.address().port}/    (Ctrl+C ends)`);
      console.log(`The single file: ${join(root, "barkraft.html")}`);
    });
}
