// Reads tables into the core slice by slice, with a rest between, so that the page answers while it reads.
import type { Progress, Table } from "./app";
import type { Core } from "./core";
import type { Settings } from "./types";

/** The user, or something newer, has put an end to it. */
export class Stopped extends Error {}

/** So many bytes are had from the browser at a time, the next ones while these are read. */
const BLOCK = 1 << 22;
/** Bytes of a slice: to begin with, and at most. */
const [FIRST, MOST] = [1 << 17, 1 << 20];
/** Milliseconds that the page may be kept waiting; a slice is measured so as to take no longer. */
const TASK = 10;
/** Milliseconds between two signs of life. */
const TOLD = 80;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets the browser draw and listen before going on. */
export const rested = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

/** How fast one may go: work for some milliseconds, tell, rest. Throws `Stopped` when the signal says so. */
export class Pace {
  /** Bytes that are read within one task. */
  slice = FIRST;
  private task = performance.now();
  private began = this.task;
  private told = 0;
  private phase: Progress["phase"] = "reading";

  constructor(
    private signal: AbortSignal | null,
    private tell: (progress: Progress) => void,
  ) {}

  /** A new stretch of work, whose end is not known from the one before. */
  begin(phase: Progress["phase"]) {
    this.phase = phase;
    this.began = this.task = performance.now();
    this.told = 0;
  }

  /** A task of the browser's own has passed. */
  woken() {
    if (this.signal?.aborted) throw new Stopped();
    this.task = performance.now();
  }

  /** How long a slice took: the next one is measured by it. */
  took(milliseconds: number) {
    const fit = (this.slice * TASK) / Math.max(milliseconds, 0.1);
    this.slice = Math.round(Math.min(MOST, Math.max(FIRST / 8, Math.min(fit, this.slice * 2))));
  }

  /** Rests when it is time to. */
  async rest(done: number) {
    const now = performance.now();
    if (now - this.task < TASK) return;
    if (now - this.told > TOLD) {
      this.told = now;
      const past = (now - this.began) / 1000;
      this.tell({ done, phase: this.phase, left: past > 0.7 && done > 0.02 ? (past / done) * (1 - done) : null });
    }
    await rested();
    this.woken();
  }
}

/** Of a file or a paste, or in memory already. */
type Bytes = Blob | Uint8Array;

// Small tables are kept, so that an answer about one is followed before the next frame.
const small = new WeakMap<Blob, Uint8Array>();

async function block(bytes: Bytes, at: number) {
  if (bytes instanceof Uint8Array) return bytes.subarray(at, at + BLOCK);
  const kept = small.get(bytes);
  if (kept) return at === 0 ? kept : new Uint8Array();
  const read = new Uint8Array(await bytes.slice(at, at + BLOCK).arrayBuffer());
  if (bytes.size <= MOST) small.set(bytes, read);
  return read;
}

/** Hands out all bytes in slices, until they are at their end or `push` needs no more. */
async function pour(bytes: Bytes, push: (slice: Uint8Array) => boolean, pace: Pace) {
  const size = bytes instanceof Uint8Array ? bytes.length : bytes.size;
  let next = block(bytes, 0);
  for (let at = 0; at < size; at += BLOCK) {
    const held = await next;
    pace.woken();
    next = block(bytes, at + BLOCK);
    next.catch(() => undefined); // said where it is waited for, if ever
    for (let from = 0; from < held.length; ) {
      const slice = held.subarray(from, from + pace.slice);
      const start = performance.now();
      const more = push(slice);
      pace.took(performance.now() - start);
      if (!more) return;
      from += slice.length;
      await pace.rest((at + from) / size);
    }
  }
}

/** Reads a table to its end. What was there before stands if it is stopped. */
export async function readTable(core: Core, at: number, { bytes, choices }: Pick<Table, "choices"> & { bytes: Bytes }, pace: Pace) {
  try {
    core.begin(at, choices);
    pace.begin("reading");
    for (;;) {
      await pour(bytes, core.push, pace);
      if (core.end()) return;
      pace.begin("again");
    }
  } catch (error) {
    core.cancel();
    throw error;
  }
}

/** Has all that the view needs worked out. The settings may change meanwhile. */
export async function count(core: Core, settings: () => Settings, pace: Pace) {
  pace.begin("counting");
  for (;;) {
    const done = core.work(settings());
    if (done >= 1) return;
    await pace.rest(done);
  }
}

/** The rows of a table that were set aside, as CSV. */
export async function rowsSetAside(core: Core, at: number, bytes: Blob, labels: string[], pace: Pace) {
  core.beginSetAside(at, labels);
  pace.begin("reading");
  do await pour(bytes, core.push, pace);
  while (!core.end());
  return core.endSetAside();
}

/** How a table begins: enough to see what it is about. */
export const head = async (bytes: Blob) => new Uint8Array(await bytes.slice(0, 1 << 16).arrayBuffer());
