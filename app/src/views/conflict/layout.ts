import type { ConflictTold, MoveTold, OptionTold } from '../../../types/protocol';

// Where the states of a conflict are drawn, and how the lines between them run. The same conflict is always drawn alike.
//
// Where states are sets of options, some of the options are laid along the rows and the others along the columns, each in the order
// of a Gray code that begins where things stand: neighbours differ in one option, every line runs along a row or a column, and the
// headings say what a place means. Where states are given as such, they stand in layers by how many moves lead there.

export interface Point {
  x: number;
  y: number;
}

/** A state as it is drawn, by its middle. */
export interface Spot extends Point {
  id: number;
}

/** A heading of a row or a column: which options are made there. */
export interface Heading extends Point {
  made: readonly number[];
}

/** What one mover can do along a line. */
export interface Way {
  by: number;
  /** The options that change on the way from `a` to `b`. */
  options: readonly number[];
  /** From `a` to `b`, and back; null if that cannot be done. */
  there: MoveTold | null;
  back: MoveTold | null;
}

/** A line between two states. Several movers who can go the same way share it. */
export interface Line {
  key: string;
  a: number;
  b: number;
  ways: Way[];
  /** A cubic curve. */
  curve: readonly [Point, Point, Point, Point];
}

export interface Drawing {
  width: number;
  height: number;
  /** Of each state. */
  size: { width: number; height: number };
  /** Whether a state is drawn large enough for words. */
  wordy: boolean;
  spots: Spot[];
  columns: Heading[];
  rows: Heading[];
  lines: Line[];
}

/** Up to so many states each has room for what it is in words. */
const WORDY = 16;
/** The room that a drawing should fit into at its own size. */
const ROOM = { width: 880, height: 720 };
/** Up to so many options every way of dividing them is weighed. */
const MOST_WEIGHED = 12;

interface Measures {
  width: number;
  height: number;
  across: number;
  down: number;
}

export function drawn(conflict: ConflictTold): Drawing {
  const wordy = conflict.states.length <= WORDY;
  const measures: Measures = wordy
    ? { width: 156, height: 82, across: 62, down: 52 }
    : { width: 82, height: 44, across: 36, down: 38 };
  const grid = conflict.options.length > 0 ? inGrid(conflict, measures) : null;
  const placed = grid ?? inLayers(conflict, measures);
  // Whoever hears them hears them by their numbers.
  placed.spots.sort((a, b) => a.id - b.id);
  return { ...placed, size: { width: measures.width, height: measures.height }, wordy };
}

// Lines -----------------------------------------------------------------------------------------------------------------

/** The moves that are drawn, those between the same two states together. */
function bundled(conflict: ConflictTold): Omit<Line, 'curve'>[] {
  const lines = new Map<string, Omit<Line, 'curve'>>();
  for (const move of conflict.moves) {
    if (!move.single) continue;
    const [a, b] = move.from < move.to ? [move.from, move.to] : [move.to, move.from];
    const key = `${a}-${b}`;
    const line = lines.get(key) ?? { key, a, b, ways: [] };
    let way = line.ways.find((way) => way.by === move.by);
    if (!way) {
      way = { by: move.by, options: move.changes.map((change) => change.option), there: null, back: null };
      line.ways.push(way);
    }
    if (move.from === a) way.there = move;
    else way.back = move;
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** A point on a cubic curve. */
export function onCurve([p, q, r, s]: Line['curve'], t: number): Point {
  const u = 1 - t;
  const mix = (a: number, b: number, c: number, d: number) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return { x: mix(p.x, q.x, r.x, s.x), y: mix(p.y, q.y, r.y, s.y) };
}

export const pathOf = ([p, q, r, s]: Line['curve']): string =>
  `M${p.x} ${p.y}C${q.x} ${q.y} ${r.x} ${r.y} ${s.x} ${s.y}`;

/** The tip of an arrow that arrives at the end of a curve, or at its beginning. */
export function tip(curve: Line['curve'], at: 'start' | 'end', size: number): string {
  const [end, before] = at === 'end' ? [curve[3], curve[2]] : [curve[0], curve[1]];
  const long = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [x, y] = [(end.x - before.x) / long, (end.y - before.y) / long];
  const corner = (side: number) => `${end.x - size * x + side * size * 0.45 * y} ${end.y - size * y - side * size * 0.45 * x}`;
  return `M${end.x} ${end.y}L${corner(1)}L${corner(-1)}Z`;
}

/** A bar across a curve near its beginning or end: nobody comes back this way. */
export function bar(curve: Line['curve'], at: 'start' | 'end', size: number): string {
  const [end, before] = at === 'end' ? [curve[3], curve[2]] : [curve[0], curve[1]];
  const long = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [x, y] = [(end.x - before.x) / long, (end.y - before.y) / long];
  const middle = { x: end.x - 5 * x, y: end.y - 5 * y };
  return `M${middle.x + size * y} ${middle.y - size * x}L${middle.x - size * y} ${middle.y + size * x}`;
}

// In rows and columns -------------------------------------------------------------------------------------------------------

/** The place of a code in the order of a Gray code. */
function grayPlace(code: number): number {
  let place = code;
  for (let shift = code >>> 1; shift > 0; shift >>>= 1) place ^= shift;
  return place;
}

/** What an axis shows: the combinations of its options that occur, in their order. */
function axis(codes: readonly number[], options: readonly number[], origin: number): number[] {
  const mask = options.reduce((all, option) => all | (1 << option), 0);
  const packed = (code: number) => options.reduce((all, option, i) => all | (((code >> option) & 1) << i), 0);
  const order = (code: number) => grayPlace(packed(code ^ (origin & mask)));
  return [...new Set(codes.map((code) => code & mask))].sort((a, b) => order(a) - order(b));
}

function codeOf(made: readonly number[]): number {
  return made.reduce((code, option) => code | (1 << option), 0);
}

/** How the options are divided: those along the columns. The drawing should be read at its own size, and no mover be torn apart. */
function divided(options: readonly OptionTold[], codes: readonly number[], measures: Measures): number {
  const all = options.length;
  let best = { columns: 1, worth: -Infinity };
  const masks: number[] = [];
  if (all <= MOST_WEIGHED) for (let mask = 1; mask < 1 << all; mask++) masks.push(mask);
  else masks.push((1 << Math.ceil(all / 2)) - 1);
  for (const columns of masks) {
    const wide = new Set(codes.map((code) => code & columns)).size;
    const high = new Set(codes.map((code) => code & ~columns)).size;
    const sides = new Map<number, Set<boolean>>();
    options.forEach((option, i) => {
      const side = sides.get(option.by) ?? new Set();
      sides.set(option.by, side.add(((columns >> i) & 1) === 1));
    });
    const torn = [...sides.values()].filter((side) => side.size > 1).length;
    const fits = Math.min(
      1,
      ROOM.width / (wide * (measures.width + measures.across) + 90),
      ROOM.height / (high * (measures.height + measures.down) + 60),
    );
    const empty = 1 - codes.length / (wide * high);
    const worth = fits - 0.09 * torn - 0.25 * empty - (wide < high ? 0.01 : 0);
    if (worth > best.worth + 1e-9) best = { columns, worth };
  }
  return best.columns;
}

function inGrid(conflict: ConflictTold, measures: Measures): Omit<Drawing, 'size' | 'wordy'> | null {
  const { options, states } = conflict;
  if (options.length > 30) return null;
  const codes = states.map((state) => codeOf(state.made));
  const quo = states.find((state) => state.id === conflict.answer.stability.status_quo);
  const origin = quo ? codeOf(quo.made) : (codes[0] ?? 0);
  const split = divided(options, codes, measures);
  const each = options.map((_, i) => i);
  const [across, down] = [each.filter((i) => (split >> i) & 1), each.filter((i) => !((split >> i) & 1))];
  const [wide, high] = [axis(codes, across, origin), axis(codes, down, origin)];
  // Bows above the first row need room below the headings.
  const margin = { x: 96, y: 46 + (wide.length > 2 ? measures.down * 0.9 : 10) };
  const x = (column: number) => margin.x + column * (measures.width + measures.across) + measures.width / 2;
  const y = (row: number) => margin.y + row * (measures.height + measures.down) + measures.height / 2;
  const made = (code: number, of: readonly number[]) => of.filter((option) => (code >> option) & 1);
  const maskOf = (of: readonly number[]) => of.reduce((all, option) => all | (1 << option), 0);
  const cells = new Map<number, { column: number; row: number }>();
  const spots = states.map((state, i) => {
    const cell = { column: wide.indexOf(codes[i]! & maskOf(across)), row: high.indexOf(codes[i]! & maskOf(down)) };
    cells.set(state.id, cell);
    return { id: state.id, x: x(cell.column), y: y(cell.row) };
  });
  const lines = bundled(conflict).map((line): Line => {
    const [from, to] = [cells.get(line.a)!, cells.get(line.b)!];
    return { ...line, curve: route(from, to, { x, y }, measures) };
  });
  return {
    width: x(wide.length - 1) + measures.width / 2 + (high.length > 2 ? measures.across : 0) + 16,
    height: y(high.length - 1) + measures.height / 2 + 16,
    spots,
    columns: wide.map((code, i) => ({ x: x(i), y: 22, made: made(code, across) })),
    rows: down.length > 0 ? high.map((code, i) => ({ x: 44, y: y(i), made: made(code, down) })) : [],
    lines,
  };
}

interface Cell {
  column: number;
  row: number;
}

/** Along a row or a column: straight to a neighbour, in a bow above the row or beside the column past those between. */
function route(from: Cell, to: Cell, at: { x: (column: number) => number; y: (row: number) => number }, m: Measures): Line['curve'] {
  const [a, b] = [
    { x: at.x(from.column), y: at.y(from.row) },
    { x: at.x(to.column), y: at.y(to.row) },
  ];
  const columns = to.column - from.column;
  const rows = to.row - from.row;
  if (columns !== 0 && rows !== 0) return straight(a, b, m);
  const far = Math.abs(columns) + Math.abs(rows);
  if (far === 1) return straight(a, b, m);
  const level = Math.min(far - 1, 6);
  const along = columns !== 0;
  const way = Math.sign(columns + rows);
  // Where several bows leave one state they begin side by side: the farther, the nearer to its middle.
  const port = along ? m.width * (0.42 - 0.055 * level) : m.height * (0.42 - 0.055 * level);
  const bow = (along ? m.down : m.across) * (0.24 + 0.105 * level);
  return along
    ? bowed({ x: a.x + way * port, y: a.y - m.height / 2 }, { x: b.x - way * port, y: b.y - m.height / 2 }, { x: 0, y: -bow })
    : bowed({ x: a.x + m.width / 2, y: a.y + way * port }, { x: b.x + m.width / 2, y: b.y - way * port }, { x: bow, y: 0 });
}

function bowed(a: Point, b: Point, by: Point): Line['curve'] {
  const third = (t: number) => ({ x: a.x + (b.x - a.x) * t + by.x * 1.33, y: a.y + (b.y - a.y) * t + by.y * 1.33 });
  return [a, third(0.12), third(0.88), b];
}

/** From edge to edge of the two boxes. */
function straight(a: Point, b: Point, m: Measures, bend = 0): Line['curve'] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = Math.hypot(dx, dy) || 1;
  const out = { x: (-dy / long) * bend, y: (dx / long) * bend };
  const middle = { x: (a.x + b.x) / 2 + out.x, y: (a.y + b.y) / 2 + out.y };
  const edge = (from: Point, to: Point): Point => {
    const [x, y] = [to.x - from.x, to.y - from.y];
    const reach = Math.min(x === 0 ? Infinity : (m.width / 2 + 1) / Math.abs(x), y === 0 ? Infinity : (m.height / 2 + 1) / Math.abs(y));
    return { x: from.x + x * reach, y: from.y + y * reach };
  };
  const [p, s] = [edge(a, middle), edge(b, middle)];
  const towards = (from: Point) => ({ x: from.x + (middle.x - from.x) * 0.66, y: from.y + (middle.y - from.y) * 0.66 });
  return [p, towards(p), towards(s), s];
}

// In layers --------------------------------------------------------------------------------------------------------------------

function inLayers(conflict: ConflictTold, measures: Measures): Omit<Drawing, 'size' | 'wordy'> {
  const ids = conflict.states.map((state) => state.id);
  const start = conflict.answer.stability.status_quo ?? ids[0]!;
  const lines = bundled(conflict);
  const next = new Map<number, number[]>(ids.map((id) => [id, []]));
  for (const move of conflict.moves) next.get(move.from)!.push(move.to);
  const layer = new Map([[start, 0]]);
  for (let front = [start]; front.length > 0; ) {
    const found: number[] = [];
    for (const from of front)
      for (const to of next.get(from)!)
        if (!layer.has(to)) {
          layer.set(to, layer.get(from)! + 1);
          found.push(to);
        }
    front = found;
  }
  // What no move leads to stands last.
  const last = Math.max(...layer.values()) + 1;
  for (const id of ids) if (!layer.has(id)) layer.set(id, last);
  // Where many stand in one layer it is broken into several, so that the drawing is not higher than wide.
  const most = Math.max(3, Math.ceil(Math.sqrt(ids.length * 0.8)));
  const layers: number[][] = [];
  for (let depth = 0; depth <= last; depth++) {
    const here = ids.filter((id) => layer.get(id) === depth);
    for (let i = 0; i < here.length; i += most) layers.push(here.slice(i, i + most));
  }
  ordered(layers, lines);
  const highest = Math.max(...layers.map((here) => here.length));
  const [stepX, stepY] = [measures.width + measures.across, measures.height + measures.down];
  const spots: Spot[] = layers.flatMap((here, column) =>
    here.map((id, row) => ({
      id,
      x: 24 + measures.width / 2 + column * stepX,
      // Odd layers stand a little lower, so that lines between farther layers pass between.
      y: 30 + measures.height / 2 + (row + (highest - here.length) / 2) * stepY + (column % 2) * stepY * 0.22,
    })),
  );
  const place = new Map(spots.map((spot) => [spot.id, spot]));
  return {
    width: Math.max(...spots.map((spot) => spot.x)) + measures.width / 2 + 24,
    height: Math.max(...spots.map((spot) => spot.y)) + measures.height / 2 + 30,
    spots,
    columns: [],
    rows: [],
    lines: lines.map((line): Line => {
      const [a, b] = [place.get(line.a)!, place.get(line.b)!];
      const others = spots.filter((spot) => spot.id !== line.a && spot.id !== line.b);
      return { ...line, curve: around(a, b, others, measures) };
    }),
  };
}

/** Lines cross little where everybody stands near the middle of those it is joined to. */
function ordered(layers: number[][], lines: readonly Pick<Line, 'a' | 'b'>[]): void {
  const near = new Map<number, number[]>();
  for (const { a, b } of lines) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  for (let round = 0; round < 12; round++) {
    const height = new Map(layers.flatMap((here) => here.map((id, i): [number, number] => [id, (i + 0.5) / here.length])));
    for (const here of layers) {
      const wish = (id: number) => {
        const all = (near.get(id) ?? []).map((other) => height.get(other)!);
        return all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : height.get(id)!;
      };
      here.sort((a, b) => wish(a) - wish(b) || a - b);
      here.forEach((id, i) => height.set(id, (i + 0.5) / here.length));
    }
  }
}

/** The least bend at which a line meets no other state. */
function around(a: Point, b: Point, others: readonly Point[], m: Measures): Line['curve'] {
  let best = straight(a, b, m);
  let fewest = Infinity;
  for (const bend of [0, 34, -34, 68, -68, 104, -104, 150, -150]) {
    const tried = straight(a, b, m, bend);
    let met = 0;
    for (let t = 0.04; t < 1; t += 0.04) {
      const at = onCurve(tried, t);
      if (others.some((other) => Math.abs(other.x - at.x) < m.width / 2 + 5 && Math.abs(other.y - at.y) < m.height / 2 + 5)) met++;
    }
    if (met < fewest) [fewest, best] = [met, tried];
    if (met === 0) break;
  }
  return best;
}

/** A line of its own for a move that leads by way of others, so that it can be shown when somebody asks for it. */
export function direct(drawing: Drawing, move: MoveTold): Line {
  const [a, b] = move.from < move.to ? [move.from, move.to] : [move.to, move.from];
  const spot = (id: number) => drawing.spots.find((spot) => spot.id === id)!;
  const others = drawing.spots.filter((spot) => spot.id !== a && spot.id !== b);
  const [there, back] = move.from === a ? [move, null] : [null, move];
  const ways = [{ by: move.by, options: move.changes.map((change) => change.option), there, back }];
  return { key: `${a}-${b}`, a, b, ways, curve: around(spot(a), spot(b), others, { ...drawing.size, across: 0, down: 0 }) };
}

/** How far along its line a label may stand: first in the middle. */
const ALONG = [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75, 0.19, 0.81, 0.14, 0.86];

/** Where labels of these widths stand, so that none lies over a state or another label where that can be. */
export function labelled(drawing: Drawing, labels: readonly { line: Line; width: number }[]): Point[] {
  const { width, height } = drawing.size;
  const taken = drawing.spots.map((spot) => ({ x: spot.x, y: spot.y, width: width + 2, height: height + 2 }));
  // The shortest lines have the least choice.
  const long = ({ curve: [p, , , s] }: Line) => Math.hypot(s.x - p.x, s.y - p.y);
  const order = labels.map((_, i) => i).sort((i, j) => long(labels[i]!.line) - long(labels[j]!.line) || i - j);
  const places = new Array<Point>(labels.length);
  for (const i of order) {
    const { line, width } = labels[i]!;
    const met = (at: Point) =>
      taken.filter((box) => Math.abs(box.x - at.x) < (box.width + width) / 2 && Math.abs(box.y - at.y) < (box.height + LABEL) / 2).length;
    const tried = ALONG.map((t) => onCurve(line.curve, t)).map((at) => ({ at, met: met(at) }));
    const best = tried.reduce((best, one) => (one.met < best.met ? one : best));
    places[i] = best.at;
    taken.push({ ...best.at, width: width + 1, height: LABEL + 1 });
  }
  return places;
}

/** How high a label is. */
export const LABEL = 15;

/** The state that lies next in a direction; null at the edge. */
export function neighbour(spots: readonly Spot[], from: number, key: string): number | null {
  const here = spots.find((spot) => spot.id === from);
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!here || !way) return null;
  let best: { id: number; cost: number } | null = null;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const along = dx * way[0]! + dy * way[1]!;
    const beside = Math.abs(dx * way[1]!) + Math.abs(dy * way[0]!);
    if (along <= 1) continue;
    const cost = along + 2.2 * beside;
    if (!best || cost < best.cost) best = { id: spot.id, cost };
  }
  return best?.id ?? null;
}
