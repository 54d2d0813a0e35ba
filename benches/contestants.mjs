// Who takes part in the comparison. Runs in the page. Each starts, and then makes of the same bytes the same sums:
// extent-weighted calendar days by unit × month, {units, days}, days by unit × MONTHS from January 2000.
import * as duckdb from "@duckdb/duckdb-wasm";
import Papa from "papaparse";
import * as core from "./adapter.mjs";
import init, { Plain, bare_pass } from "./pkg/barkraft.js";

const MONTHS = 50 * 12;

const LENGTHS = Float64Array.from({ length: MONTHS }, (_, month) => new Date(Date.UTC(2000, month + 1, 0)).getUTCDate());

/** Pieces of whole rows, small enough to stay in the processor's cache. */
function* pieces(bytes, size) {
  for (let start = 0; start < bytes.length; ) {
    const end = start + size < bytes.length ? bytes.lastIndexOf(0x0a, start + size) + 1 : bytes.length;
    yield bytes.subarray(start, end);
    start = end;
  }
}

const PIECE = 1 << 18;

const startBench = () => init({ module_or_path: "/bench.wasm" });

function plain(add, size) {
  return {
    start: startBench,
    run(bytes) {
      const sums = new Plain();
      for (const piece of pieces(bytes, size)) sums[add](piece);
      if (sums.misfits() !== 1) throw new Error(`${sums.misfits()} rows are no spells`); // the heading
      const result = { units: sums.units().split("\n"), days: sums.days() };
      sums.free();
      return result;
    },
  };
}

/**
 * The sums as they are collected row by row: a spell gives its extent to the rest of the month in which it begins and to
 * every later one, and takes it from what lies after its last day. So the months between need no loop.
 */
class Sums {
  units = [];
  begun = new Float64Array(MONTHS * 256);
  lasting = new Float64Array(MONTHS * 256);

  add(unit, fromMonth, fromDay, toMonth, toDay, extent) {
    const first = unit * MONTHS + fromMonth;
    const last = unit * MONTHS + toMonth;
    this.begun[first] += extent * (LENGTHS[fromMonth] - fromDay + 1);
    this.lasting[first] += extent;
    this.begun[last] -= extent * (LENGTHS[toMonth] - toDay);
    this.lasting[last] -= extent;
  }

  result() {
    const days = new Float64Array(this.units.length * MONTHS);
    for (let row = 0; row < days.length; row += MONTHS) {
      let through = 0;
      for (let month = 0; month < MONTHS; month++) {
        days[row + month] = (this.begun[row + month] + through * LENGTHS[month]) / 100;
        through += this.lasting[row + month];
      }
    }
    return { units: this.units, days };
  }
}

/** As a careful engineer writes it by hand: over the bytes, and no text but the names of the units. */
function byHand(bytes) {
  const sums = new Sums();
  const keys = new Map();
  const decoder = new TextDecoder();
  const { length } = bytes;
  let at = bytes.indexOf(0x0a) + 1;
  while (at < length) {
    while (bytes[at++] !== 0x3b); // the person
    const name = at;
    let key = 0;
    for (let byte = bytes[at]; byte !== 0x3b; byte = bytes[++at]) key = (Math.imul(key, 31) + byte) | 0;
    let unit = keys.get(key);
    if (unit === undefined) {
      unit = sums.units.push(decoder.decode(bytes.subarray(name, at))) - 1;
      keys.set(key, unit);
    }
    const from = at + 1;
    const to = at + 12;
    at += 23;
    let extent = 0;
    for (let byte = bytes[at]; byte !== 0x3b; byte = bytes[++at]) extent = extent * 10 + byte - 0x30;
    sums.add(unit, month(bytes, from), day(bytes, from), month(bytes, to), day(bytes, to), extent);
    at += 9; // the cause and the form are no shorter together
    while (bytes[at++] !== 0x0a);
  }
  return sums.result();
}

const month = (bytes, at) =>
  ((bytes[at] * 10 + bytes[at + 1]) * 10 + bytes[at + 2]) * 120 + bytes[at + 3] * 12 + bytes[at + 5] * 10 + bytes[at + 6] - 0x30 * (1332 * 10 + 12 + 11) - 24001;
const day = (bytes, at) => bytes[at + 8] * 10 + bytes[at + 9] - 0x30 * 11;

function byPapaParse(bytes) {
  const sums = new Sums();
  const units = new Map();
  const monthOf = (date) => (+date.slice(0, 4) - 2000) * 12 + +date.slice(5, 7) - 1;
  Papa.parse(new TextDecoder().decode(bytes), {
    delimiter: ";",
    newline: "\n",
    fastMode: true, // no cell is quoted
    worker: false,
    skipFirstNLines: 1,
    skipEmptyLines: true,
    chunkSize: 1 << 20,
    chunk({ data }) {
      for (const [, name, from, to, extent] of data) {
        let unit = units.get(name);
        if (unit === undefined) {
          unit = sums.units.push(name) - 1;
          units.set(name, unit);
        }
        sums.add(unit, monthOf(from), +from.slice(8), monthOf(to), +to.slice(8), +extent);
      }
    },
  });
  return sums.result();
}

const TABLE = `read_csv('table.csv', auto_detect = false, header = true, delim = ';', quote = '', escape = '',
  columns = {'person': 'VARCHAR', 'unit': 'VARCHAR', 'first': 'DATE', 'last': 'DATE', 'extent': 'SMALLINT', 'cause': 'VARCHAR', 'form': 'VARCHAR'})`;

// Grouped by unit and the months of first and last day, so that only the few groups, and no row, are laid out over
// months: of six forms of the query that were tried it is the quickest.
const QUERY = `with spans as materialized (
  select unit, year(first) * 12 + month(first) - 24001 as from_month, year(last) * 12 + month(last) - 24001 as to_month,
    sum(extent)::double as extent, sum(extent * day(first))::double as from_day, sum(extent * day(last))::double as to_day
  from ${TABLE} group by all)
select unit, month, sum(case
    when from_month = to_month then to_day - from_day + extent
    when month = from_month then extent * (length + 1) - from_day
    when month = to_month then to_day
    else extent * length end) / 100 as days
from (select *, day(last_day(make_date(2000 + month // 12, month % 12 + 1, 1))) as length
  from (select *, unnest(range(from_month, to_month + 1)) as month from spans))
group by all`;

function byDuckDb(bundle) {
  let database;
  let connection;
  return {
    async start() {
      const worker = new Worker(`/duckdb/duckdb-browser-${bundle}.worker.js`);
      database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
      await database.instantiate(`/duckdb/duckdb-${bundle}.wasm`, bundle === "coi" ? "/duckdb/duckdb-browser-coi.pthread.worker.js" : null);
      if (bundle === "coi") await database.open({ maximumThreads: navigator.hardwareConcurrency });
      connection = await database.connect();
    },
    prepare: (bytes) => bytes.slice(), // its worker takes the buffer away
    async run(bytes) {
      await database.registerFileBuffer("table.csv", bytes);
      const rows = await connection.query(QUERY);
      await database.dropFile("table.csv");
      const units = new Map();
      const days = new Float64Array(MONTHS * 256);
      const [names, months, sums] = ["unit", "month", "days"].map((name) => rows.getChild(name));
      for (let row = 0; row < rows.numRows; row++) {
        const name = names.get(row);
        if (!units.has(name)) units.set(name, units.size);
        days[units.get(name) * MONTHS + Number(months.get(row))] = sums.get(row);
      }
      return { units: [...units.keys()], days };
    },
  };
}

export const contestants = {
  bare: {
    start: startBench,
    run(bytes) {
      let count = 0;
      for (const piece of pieces(bytes, PIECE)) count += bare_pass(piece);
      return count;
    },
  },
  direct: plain("add_direct", PIECE),
  cut: plain("add_cut", PIECE),
  full: {
    start: core.load,
    async run(bytes) {
      const reading = await core.read(bytes);
      reading.core.free();
      return reading.view.reading.used;
    },
  },
  hand: { start() {}, run: byHand },
  papa: { start() {}, run: byPapaParse },
  duckdb: byDuckDb("eh"),
  threads: byDuckDb("coi"),
};

/** The largest difference between two sums of a unit and month. */
export function differ(one, other) {
  if (one.units.length !== other.units.length) return Infinity;
  const places = new Map(other.units.map((name, place) => [name, place]));
  let largest = 0;
  for (const [place, name] of one.units.entries()) {
    if (!places.has(name)) return Infinity;
    for (let month = 0; month < MONTHS; month++) {
      const difference = Math.abs(one.days[place * MONTHS + month] - other.days[places.get(name) * MONTHS + month]);
      if (!(difference <= largest)) largest = difference;
    }
  }
  return largest;
}

export { load, read, show } from "./adapter.mjs";
