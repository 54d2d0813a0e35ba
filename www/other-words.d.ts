// The words of the language that the page does not begin with, in the order of the keys of sv.json. www/build.mjs gives each of its
// two outputs its own answer: the served page fetches its own hashed file when they are asked for, the single file carries them.
declare module "other-words" {
  export function otherWords(): Promise<string[]> | string[];
}
