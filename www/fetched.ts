// A module of the served page, out of the order that it is served in. The request itself stands in build.mjs.
import { unpack } from "./pack.mjs";

/** The bytes of a module. Rejects where its file cannot be had, or is none. */
export async function fetched(request: Promise<Response>) {
  const answer = await request;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return unpack(new Uint8Array(await answer.arrayBuffer()));
}
