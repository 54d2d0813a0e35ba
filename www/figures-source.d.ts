// Where the bytes of the module that comes with the page come from. www/build.mjs gives each of its two outputs its own answer:
// the served page fetches its own hashed file, the single file carries the bytes and asks for nothing.
declare module "figures-source" {
  export function figuresSource(): Promise<Response> | Uint8Array<ArrayBuffer>;
}
