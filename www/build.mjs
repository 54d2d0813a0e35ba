// Builds dist/ from www/: the served page (index.html with hashed script, styles and module) and barkraft.html, one
// file with everything in it. Beside each served file stand the same bytes packed by brotli and gzip. `make dist` builds
// the modules (www/pkg-*) first.
//   node www/build.mjs [--from FOLDER] [--to FOLDER]
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const { values: options } = parseArgs({
  options: { from: { type: "string", default: "www" }, to: { type: "string", default: "dist" } },
});
const from = resolve(options.from);
const to = resolve(options.to);
const modulePath = (name) => join(from, `pkg-${name}`, "barkraft_bg.wasm");

// No inline style, no eval, no frame, no form, no HTML from a string; requests to nowhere but the page's own origin,
// and from the single file to nowhere at all. 'wasm-unsafe-eval' lets the module be compiled, and no script be made.
const policy = (script, style, connect = "") =>
  `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src ${style}; ${connect}img-src data:; ` +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const sha256 = (data, encoding) => createHash("sha256").update(data).digest(encoding);
const hashed = (name, data) => name.replace(/(?=\.\w+$)/, `-${sha256(data, "hex").slice(0, 10)}`);
const source = (data) => `'sha256-${sha256(data, "base64")}'`;

// Bundles one entry; `answers` is the code of the modules whose answer each output has of its own (www/*.d.ts). With `splitting` what is
// imported by `import()` is a file of its own, and what both need a third: nothing is there twice, least of all what keeps a state.
async function bundled(entry, answers = {}, splitting = false) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(from, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    splitting,
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    outdir: to,
    external: ["./words-*.js", "./cases-*.js", "./reading-*.js", "./sheets-*.js"],
    loader: { ".wasm": "binary" },
    logLevel: "warning",
    plugins: [
      {
        name: "answers",
        setup(build) {
          build.onResolve({ filter: /^(figures-source|reading-source|economics-source|other-words|cases-source|sheets-source)$/ }, ({ path }) => ({ path, namespace: "answers" }));
          build.onLoad({ filter: /.*/, namespace: "answers" }, ({ path }) => ({ contents: answers[path], resolveDir: from }));
        },
      },
    ],
  });
  return outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
}

const bundle = async (entry, answers) => (await bundled(entry, answers))[0].text;

// The English words in the order of the Swedish keys: the page has the keys once.
async function englishWords() {
  const [sv, en] = await Promise.all(["sv", "en"].map(async (name) => JSON.parse(await readFile(join(from, "words", `${name}.json`), "utf8"))));
  return JSON.stringify(Object.keys(sv).map((key) => en[key]));
}

// The built-in examples by name.
async function examples() {
  const names = ["spells", "monthly"];
  const tables = await Promise.all(names.map((name) => readFile(join(from, "cases", `${name}.tsv`), "utf8")));
  return JSON.stringify(Object.fromEntries(names.map((name, at) => [name, tables[at]])));
}

// Fills the three places of the template; each must be there once.
function fill(template, places) {
  let html = template;
  for (const [name, content] of Object.entries(places)) {
    const parts = html.split(`<!-- build:${name} -->`);
    if (parts.length !== 2) throw new Error(`index.html must hold <!-- build:${name} --> once; found ${parts.length - 1}`);
    html = parts.join(content);
  }
  return html;
}

const meta = (content) => `<meta http-equiv="Content-Security-Policy" content="${content}">`;

// Loads a module that does not come with the page: once, and again if that failed.
const loads = (call, bindings, bytes) =>
  `let loaded; const load = async () => { const found = await ${bindings}; ` +
  `await found.default({ module_or_path: ${bytes} }); return found; }; ` +
  `export const ${call} = () => (loaded ??= load().catch((error) => { loaded = undefined; throw error; }));`;

const fetched = (name) => `fetch(new URL("${name}", document.baseURI))`;

// Has the files of a bundle served, those first that others name, as a name holds the hash of what is in the file. Gives their names.
function servePieces(pieces, serve) {
  const names = [];
  for (let left = pieces; left.length > 0; ) {
    const next = left.find(({ text }) => left.every(({ name }) => !text.includes(`"./${name}"`)));
    if (!next) throw new Error(`the files of the bundle name each other: ${left.map(({ name }) => name).join(", ")}`);
    const name = serve(next.name.replace(/(-[0-9A-Z]{8})?\.js$/, ".js"), next.text);
    names.push(name);
    left = left.filter((piece) => piece !== next).map((piece) => ({ ...piece, text: piece.text.replaceAll(`"./${next.name}"`, `"./${name}"`) }));
  }
  return names;
}

// The module that shows figures comes with the page. The one that reads tables follows when the page is there, and then what is of
// economics: script, styles and module. The words of the other language, the examples and the module for workbooks are fetched when they
// are asked for, and not before.
async function servedPage(template, css, furtherCss, words, cases) {
  const files = {};
  const serve = (name, content) => {
    const unique = hashed(name, content);
    files[unique] = content;
    return unique;
  };
  async function follows(name) {
    const bytes = serve(`${name}.wasm`, await readFile(modulePath(name)));
    return [`import("./${serve(`${name}-bindings.js`, await bundle(`pkg-${name}/barkraft.js`))}")`, fetched(bytes)];
  }
  const [figures, englishName, casesName] = [
    serve("figures.wasm", await readFile(modulePath("figures"))),
    serve("words-en.js", `export default ${words}`),
    serve("cases.js", `export default ${cases}`),
  ];
  const pieces = await bundled("main.ts", {
    "figures-source": `export const figuresSource = () => ${fetched(figures)}`,
    "reading-source": loads("loadReading", ...(await follows("reading"))),
    "economics-source": `export const economicsSource = () => ${fetched(serve("economics.wasm", await readFile(modulePath("economics"))))}; ` +
      `export const economicsStyles = "${serve("economics.css", furtherCss)}"`,
    "other-words": `export const otherWords = async () => (await import("./${englishName}")).default`,
    "cases-source": `export const cases = async () => (await import("./${casesName}")).default`,
    "sheets-source": loads("loadSheets", ...(await follows("sheets"))),
  }, true);
  const scripts = servePieces(pieces, serve);
  const [main, shared] = ["main-", "chunk-"].map((begins) => scripts.find((name) => name.startsWith(begins)));
  const html = fill(template, {
    policy: meta(policy("'self'", "'self'", "connect-src 'self'; ")),
    styles: `<link rel="stylesheet" href="${serve("main.css", css)}">`,
    // The module is asked for at once, not only when the script has been read, and so is what the script shares with what follows.
    script: `<link rel="preload" href="${figures}" as="fetch" type="application/wasm" crossorigin>` +
      `<link rel="modulepreload" href="${shared}"><script type="module" src="${main}"></script>`,
  });
  return { "index.html": html, ...files };
}

async function singleFile(template, css, words, cases) {
  const carried = (call, name) =>
    `import * as bindings from "./pkg-${name}/barkraft.js"; import bytes from "${modulePath(name)}"; ` + loads(call, "bindings", "bytes");
  const js = await bundle("main.ts", {
    "figures-source": `import bytes from "${modulePath("figures")}"; export const figuresSource = () => bytes`,
    "reading-source": carried("loadReading", "reading"),
    "economics-source": `import bytes from "${modulePath("economics")}"; export const economicsSource = () => bytes; export const economicsStyles = null`,
    "other-words": `const words = ${words}; export const otherWords = () => words`,
    "cases-source": `const tables = ${cases}; export const cases = () => tables`,
    "sheets-source": carried("loadSheets", "sheets"),
  });
  if (/<\/script|<!--/i.test(js)) throw new Error("the script holds </script or <!--, and cannot stand in a page");
  if (/<\/style/i.test(css)) throw new Error("the styles hold </style, and cannot stand in a page");
  const html = fill(template, {
    policy: meta(policy(source(js), source(css))),
    styles: `<style>${css}</style>`,
    script: `<script type="module">${js}</script>`,
  });
  return { "barkraft.html": html };
}

const [template, css, furtherCss, words, cases] = await Promise.all([
  readFile(join(from, "index.html"), "utf8"),
  bundle("styles/main.css"),
  bundle("styles/economics.css"),
  englishWords(),
  examples(),
]);
const served = await servedPage(template, css, furtherCss, words, cases);
const files = { ...served, ...(await singleFile(template, css + furtherCss, words, cases)) };

await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
// Packed once and as small as can be, so that a host need not do it at each visit. The single file is opened, not served.
const packings = {
  br: (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }),
  gz: (content) => gzipSync(content, { level: 9 }),
};
const columns = (name, sizes) => console.log(`  ${name.padEnd(28)}${sizes.map((size) => `${(size / 1000).toFixed(1)} kB`.padStart(12)).join("")}`);
const firstLoad = [0, 0, 0];
console.log(`  ${"".padEnd(28)}${["", "brotli", "gzip"].map((way) => way.padStart(12)).join("")}`);
for (const [name, content] of Object.entries(files)) {
  await writeFile(join(to, name), content);
  const sizes = [Buffer.byteLength(content)];
  for (const [suffix, pack] of Object.entries(name in served ? packings : {})) {
    const bytes = pack(content);
    await writeFile(join(to, `${name}.${suffix}`), bytes);
    sizes.push(bytes.length);
  }
  columns(name, sizes);
  if (name in served && !/^(reading|economics|words|cases|sheets)[-.]/.test(name)) sizes.forEach((size, index) => (firstLoad[index] += size));
}
// What tests/page/smoke.test.ts holds to a budget.
columns("first load", firstLoad);
