// A module of the served page, out of the order that it is served in.
import { unpack } from "./pack.mjs";

/** The bytes of a module. Rejects where its file cannot be had. */
export async function fetched(name: string) {
  const answer = await fetch(new URL(name, document.baseURI));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return unpack(new Uint8Array(await answer.arrayBuffer()));
}
