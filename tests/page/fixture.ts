// What every page test stands on: `test`, `expect`, and `open(page)`, which goes to the served page or to the single
// file, by project. Each test also watches the network from outside the browser: all of Chromium's traffic goes through
// a proxy of ours, and a request after the page has loaded fails the test, whatever made it. Few are let through: the
// served page may fetch the words of its other language, its examples and its module for workbooks, from its own origin and each once.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";
import { answer } from "../../www/serve.mjs";

// Page or no page, Chromium asks its maker who is signed in and what is new. It is given an address that nobody else
// would ask, so as to tell its requests from the page's.
const browsersOwn = "browser.invalid";

export const dist = resolve(process.env["DIST"] ?? "dist");

interface Network {
  /** The served page's address. */
  origin: string;
  /** Every request that left the browser: method and address. */
  requests: string[];
  /** How many of them had been made when the page was ready; undefined before. */
  loaded: number | undefined;
}

/** What was asked for after the page had loaded. */
export const afterLoad = (network: Network) => network.requests.slice(network.loaded);

/** The words of the other language, as the served page asks for them. */
export const isWords = (network: Network, request: string) =>
  request.startsWith(`GET ${network.origin}/words-en-`) && /\/words-en-[0-9a-f]{10}\.js$/.test(request);

/** A further file of the served page: the words of its other language, the examples, or the two files of the module for workbooks. */
const isOwn = (network: Network, request: string) =>
  isWords(network, request) ||
  (request.startsWith(`GET ${network.origin}/cases-`) && /\/cases-[0-9a-f]{10}\.js$/.test(request)) ||
  (request.startsWith(`GET ${network.origin}/sheets-`) && /\/sheets-(bindings-)?[0-9a-f]{10}\.(js|wasm)$/.test(request));

export const test = base.extend<{ open: (page: Page) => Promise<void> }, { network: Network }>({
  network: [
    async ({}, use) => {
      const network: Network = { origin: "", requests: [], loaded: undefined };
      const server = createServer((request, response) => {
        const own = request.headers.host === new URL(network.origin).host;
        network.requests.push(`${request.method} ${request.url}`);
        if (own) void answer(dist, request, response);
        else response.writeHead(502).end();
      });
      server.on("connect", (request, socket) => {
        if (request.url !== `${browsersOwn}:443`) network.requests.push(`CONNECT ${request.url}`);
        socket.destroy();
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      network.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await use(network);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    { scope: "worker" },
  ],

  launchOptions: [
    async ({ network }, use) =>
      use({
        executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
        proxy: { server: network.origin, bypass: "<-loopback>" }, // this machine's own addresses too
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          // Chromium asks its maker about the kinds of fields on a page (never of what is in them), whatever the page wants.
          `--autofill-server-url=https://${browsersOwn}/`,
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--no-first-run",
          `--gaia-url=https://${browsersOwn}`,
          `--component-updater=url-source=https://${browsersOwn}/`,
        ],
      }),
    { scope: "worker" },
  ],

  open: async ({ network }, use, info) => {
    network.requests.length = 0;
    network.loaded = undefined;
    await use(async (page) => {
      const single = info.project.name === "file";
      await page.goto(single ? pathToFileURL(`${dist}/barkraft.html`).href : `${network.origin}/`);
      // The page says so itself once all of the core runs (or has failed to): <html data-core="ready">.
      // What follows the page has come as well then, where there is a core for it to follow.
      await page.waitForFunction(() => {
        const { core, economics } = document.documentElement.dataset;
        return core === "failed" || (core === "ready" && economics !== undefined);
      });
      network.loaded ??= network.requests.length;
      if (single) expect(network.requests, "the single file makes no request at all").toEqual([]);
    });
    if (network.loaded !== undefined) {
      const requests = afterLoad(network);
      const own = info.project.name === "http" ? [...new Set(requests.filter((request) => isOwn(network, request)))] : [];
      expect(requests, "no request after the page has loaded, but for its own further files, each once").toEqual(own);
    }
  },
});

export { expect };
