// Where the module for workbooks comes from. www/build.mjs gives each of its two outputs its own answer: the served page fetches its
// own two hashed files when they are first needed, the single file carries them and asks for nothing. Loaded once.
declare module "sheets-source" {
  export function loadSheets(): Promise<typeof import("./pkg-sheets/barkraft.js")>;
}
