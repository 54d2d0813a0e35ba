// The table that everything in benches/ reads: spells over 200 units and 36 months, about twelve a person, one in
// twenty up to 90 days long; seven columns, 70 bytes a row. Always the same for the same number of rows and order.

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";

const MILLISECONDS = 86_400_000;
const HEADING = "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak;Anställningsform\n";
const EXTENTS = [100, 100, 100, 50, 25];
const LAST_DAY = 1080;
const UNITS = Array.from({ length: 200 }, (_, unit) => Buffer.from(`;Äldreboende ${String(unit).padStart(3, "0")};`));
const DAYS = Array.from({ length: LAST_DAY + 100 }, (_, day) =>
  Buffer.from(new Date(Date.UTC(2022, 0, 1) + day * MILLISECONDS).toISOString().slice(0, 10)),
);
const ENDS = EXTENTS.map((extent) => Buffer.from(`;${extent};Sjukdom;Tillsvidare\n`));

/** Whole numbers below a bound, always the same ones. */
function numbers() {
  let state = 0x2545f491;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The table as a sequence of buffers of whole rows; by person, as HR systems write it, or in no order at all. */
export function* spells({ rows, shuffled }) {
  const random = numbers();
  const columns = { person: new Int32Array(rows), from: new Int16Array(rows), days: new Int8Array(rows), extent: new Int8Array(rows) };
  let person = 0;
  let from = 0;
  for (let row = 0; row < rows; row++) {
    const days = random(20) === 0 ? random(90) : random(8);
    columns.person[row] = person;
    columns.from[row] = from;
    columns.days[row] = days;
    columns.extent[row] = random(EXTENTS.length);
    from += days + 1 + random(160);
    if (from >= LAST_DAY) [person, from] = [person + 1, random(160)];
  }
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let last = shuffled ? rows - 1 : 0; last > 0; last--) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  yield Buffer.from(HEADING);
  const SIZE = 1 << 22;
  let buffer = Buffer.allocUnsafe(SIZE);
  let at = 0;
  for (const row of order) {
    if (at > SIZE - 128) {
      yield buffer.subarray(0, at);
      [buffer, at] = [Buffer.allocUnsafe(SIZE), 0];
    }
    at = digits(buffer, at, 1_000_000 + columns.person[row]);
    at += UNITS[columns.person[row] % 200].copy(buffer, at);
    at += DAYS[columns.from[row]].copy(buffer, at);
    buffer[at++] = 0x3b;
    at += DAYS[columns.from[row] + columns.days[row]].copy(buffer, at);
    at += ENDS[columns.extent[row]].copy(buffer, at);
  }
  yield buffer.subarray(0, at);
}

/** Writes a number of seven digits. */
function digits(buffer, at, number) {
  for (let place = at + 6, rest = number; place >= at; place--, rest = Math.floor(rest / 10)) buffer[place] = 0x30 + (rest % 10);
  return at + 7;
}

/** Writes the table to a file below target/, and tells where. */
export function written({ rows, order }) {
  mkdirSync("target/bench", { recursive: true });
  const path = `target/bench/spells-${rows}-${order}.csv`;
  const file = openSync(path, "w");
  for (const piece of spells({ rows, shuffled: order === "none" })) writeSync(file, piece);
  closeSync(file);
  return path;
}
