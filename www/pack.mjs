// A WASM module in another order, which brotli and gzip make a tenth smaller. Its code is opcodes and their operands by turns; here
// each kind of operand lies by itself, as numbers of one kind foretell each other best. Nothing is lost: www/build.mjs packs, and
// checks that what comes back is the same to the byte; the page unpacks. docs/performance.md, "First load", has what it gives.
//
// Packed: the lengths of the streams, then the streams. Numbers are as in the module, seven bits a byte, the lowest first.

/** What lies by itself. ALIGNED is one stream for each width of 1, 2, 4, 8 and 16 bytes: an address is nearly always aligned as wide. */
const [OPCODE, LOCALS, TYPE, BRANCH, CALL, LOCAL, GLOBAL, WHOLE, LONG, DECIMAL, OFFSET, OTHER, ALIGNED] = Array(13).keys();
/** What stands before the functions, and after them. */
const [BEFORE, AFTER] = [ALIGNED + 5, ALIGNED + 6];
const CODE = 10; // the section of the functions

/** The opcodes with one number as their operand: of which kind. */
const OPERAND = [];
for (const [kind, ...opcodes] of [
  [BRANCH, 0x0c, 0x0d], [CALL, 0x10], [LOCAL, 0x20, 0x21, 0x22], [GLOBAL, 0x23, 0x24], [WHOLE, 0x41], [LONG, 0x42],
  [OTHER, 0x25, 0x26, 0x3f, 0x40, 0xd0, 0xd2],
]) for (const opcode of opcodes) OPERAND[opcode] = kind;
/** How wide the value is that the opcodes from 0x28 on load or store: 1, 2, 4 or 8 bytes as 0, 1, 2 or 3. */
const WIDTHS = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

function number(next) {
  for (let value = 0, scale = 1; ; scale *= 128) {
    const byte = next();
    value += (byte & 127) * scale;
    if (!(byte >= 128)) return value; // or nothing is left
  }
}

function written(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

/** Goes through one function. `copy` takes its next byte, which is of this kind, over from the one order to the other. */
function pass(copy) {
  let now;
  const next = () => copy(now);
  const operand = (kind) => {
    now = kind;
    return number(next);
  };
  const bytes = (kind, count) => {
    while (count-- > 0) copy(kind);
  };
  const address = (width) => (operand(ALIGNED + width), operand(OFFSET));
  for (let groups = operand(LOCALS); groups > 0; groups--) operand(LOCALS), copy(LOCALS);
  for (let depth = 1; depth > 0; ) {
    const opcode = copy(OPCODE);
    const kind = OPERAND[opcode];
    if (kind !== undefined) operand(kind);
    else if (opcode === 0x0b) depth--; // end
    else if (opcode >= 0x02 && opcode <= 0x04) depth++, operand(TYPE); // block, loop, if
    else if (opcode >= 0x28 && opcode <= 0x3e) address(WIDTHS[opcode - 0x28]);
    else if (opcode === 0x0e) for (let more = operand(OTHER); more >= 0; more--) operand(OTHER); // br_table
    else if (opcode === 0x11) operand(OTHER), operand(OTHER); // call_indirect
    else if (opcode === 0x1c) bytes(OTHER, operand(OTHER)); // select of a type
    else if (opcode === 0x43) bytes(DECIMAL, 4); // f32.const
    else if (opcode === 0x44) bytes(DECIMAL, 8); // f64.const
    else if (opcode === 0xfc) bulk(operand);
    else if (opcode === 0xfd) vector(operand, address, bytes);
  }
}

/** Memory and tables as wholes, and conversions, which have no operand. */
function bulk(operand) {
  const what = operand(OPCODE);
  if (what >= 8) operand(OTHER);
  if ([8, 10, 12, 14].includes(what)) operand(OTHER); // from one place to another
}

/** Values of sixteen bytes. */
function vector(operand, address, bytes) {
  const what = operand(OPCODE);
  const ofLane = what >= 84 && what <= 91;
  if (what <= 11 || ofLane || what === 92 || what === 93) address(4);
  if (what === 12 || what === 13) bytes(DECIMAL, 16);
  if (ofLane || (what >= 21 && what <= 34)) bytes(OTHER, 1);
}

/** Packs a module. */
export function pack(module) {
  const streams = Array.from({ length: AFTER + 1 }, () => []);
  let at = 8;
  const next = () => module[at++];
  const copy = (kind) => {
    const byte = next();
    streams[kind].push(byte);
    return byte;
  };
  while (next() !== CODE) {
    const length = number(next);
    at += length;
    if (at >= module.length) throw new Error("a module without functions");
  }
  streams[BEFORE] = module.subarray(0, at);
  number(next); // the length of the section, and below of each function, come back by themselves
  for (let functions = number(() => copy(OTHER)); functions > 0; functions--) {
    number(next);
    pass(copy);
  }
  streams[AFTER] = module.subarray(at);
  return Uint8Array.from([...streams.flatMap(({ length }) => written(length)), ...streams.flatMap((stream) => [...stream])]);
}

/** The module again. */
export function unpack(packed) {
  let at = 0;
  const lengths = Array.from({ length: AFTER + 1 }, () => number(() => packed[at++]));
  const places = lengths.map((length) => (at += length) - length);
  const stream = (kind) => packed.subarray(places[kind], places[kind] + lengths[kind]);
  const [before, after] = [stream(BEFORE), stream(AFTER)];
  // Lengths of functions come to it, at most five bytes each, and no function is shorter than that.
  const code = new Uint8Array(2 * packed.length);
  const one = new Uint8Array(packed.length);
  let length = 0;
  let end = 0;
  const copy = (kind) => {
    const byte = packed[places[kind]++];
    if (byte === undefined) throw new Error("not a packed module");
    one[length++] = byte;
    return byte;
  };
  const add = (bytes) => {
    code.set(bytes, end);
    end += bytes.length;
  };
  let functions = number(() => copy(OTHER));
  add(one.subarray(0, length));
  for (; functions > 0; functions--) {
    length = 0;
    pass(copy);
    add(written(length));
    add(one.subarray(0, length));
  }
  const size = written(end);
  const module = new Uint8Array(before.length + size.length + end + after.length);
  let filled = 0;
  for (const part of [before, size, code.subarray(0, end), after]) {
    module.set(part, filled);
    filled += part.length;
  }
  return module;
}
