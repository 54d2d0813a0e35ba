// Where the module that reads tables comes from, as `sheets-source.d.ts` says of that for workbooks.
declare module "reading-source" {
  export function loadReading(): Promise<typeof import("./pkg-reading/barkraft.js")>;
}
