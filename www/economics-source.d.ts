// Where the module of economics comes from, and the styles of its parts: the name of a file, or nothing where the page has them already.
// www/build.mjs gives each of its two outputs its own answer: the served page fetches its own hashed files, the single file carries them.
declare module "economics-source" {
  export function economicsSource(): Promise<Response> | Uint8Array<ArrayBuffer>;
  export const economicsStyles: string | null;
}
