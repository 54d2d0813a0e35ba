// The built-in examples, by name. www/build.mjs gives each of its two outputs its own answer: the served page fetches its own hashed
// file when one of them is asked for, the single file carries them.
declare module "cases-source" {
  export function cases(): Promise<Record<string, string>> | Record<string, string>;
}
