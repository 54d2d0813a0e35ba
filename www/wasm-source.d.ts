// Where the bytes of the core come from. www/build.mjs gives each of its two outputs its own answer:
// the served page fetches its own hashed file, the single file carries the bytes and asks for nothing.
declare module "wasm-source" {
  export function wasmSource(): Promise<Response> | Uint8Array<ArrayBuffer>;
}
