import type { Call } from '../../applet.ts';
import type { Splitter } from './fields.ts';
import type { Pattern } from './node.ts';
import { numberText } from './number.ts';
import { compilePattern } from './parse.ts';
import { GlibcRandom } from './random.ts';
import { CurrentRecord } from './record.ts';
import { type RecordSplitter, Streams } from './streams.ts';
import { Cell, isTrue, toNumber, UserText, type Value } from './value.ts';

/** Most patterns made from strings that are kept compiled. */
const MAX_CACHED = 200;

const INITIAL: readonly (readonly [string, Value])[] = [
  ['CONVFMT', '%.6g'],
  ['OFMT', '%.6g'],
  ['FS', ' '],
  ['OFS', ' '],
  ['ORS', '\n'],
  ['RS', '\n'],
  ['RT', ''],
  ['FILENAME', ''],
  ['SUBSEP', '\x1c'],
  ['ARGIND', 0],
  ['ARGC', 0],
  ['ARGV', undefined],
  ['ERRNO', 0],
  ['FNR', 0],
  ['NR', 0],
  ['IGNORECASE', 0],
  ['ENVIRON', undefined],
  ['NF', 0],
];

/** Everything a running program changes: variables, the current record, open streams, random numbers. */
export class State {
  readonly a: Call;
  readonly variables = new Map<string, Cell>();
  readonly record: CurrentRecord;
  readonly streams: Streams;
  readonly random = new GlibcRandom();
  seed = 1;
  ignoreCase = false;
  /** Source line of what runs now. */
  line = 1;
  recordSplitter: RecordSplitter = (text) => byChar(text, '\n');
  paragraphs = false;
  #splitter: Splitter = { kind: 'char', char: ' ' };
  readonly #patterns = new Map<string, Pattern>();
  readonly #convfmt: Cell;
  readonly #ofs: Cell;
  readonly #special: ReadonlyMap<Cell, 'NF' | 'FS' | 'RS' | 'IGNORECASE'>;

  constructor(a: Call) {
    this.a = a;
    this.streams = new Streams(a);
    for (const [name, value] of INITIAL) {
      const cell = new Cell();
      cell.value = value;
      this.variables.set(name, cell);
    }
    this.#convfmt = this.cell('CONVFMT');
    this.#ofs = this.cell('OFS');
    this.#special = new Map((['NF', 'FS', 'RS', 'IGNORECASE'] as const).map((name) => [this.cell(name), name]));
    const state = this;
    this.record = new CurrentRecord({
      get splitter() {
        return state.#splitter;
      },
      get paragraphs() {
        return state.paragraphs;
      },
      get ignoreCase() {
        return state.ignoreCase;
      },
      outputSeparator: () => state.text(state.#ofs.value),
      text: (value) => state.text(value),
    });
  }

  /** A variable by name; it is made when it is new. */
  cell(name: string): Cell {
    let cell = this.variables.get(name);
    if (cell === undefined) {
      cell = new Cell();
      this.variables.set(name, cell);
    }
    return cell;
  }
  get(cell: Cell): Value {
    return this.#special.get(cell) === 'NF' ? this.record.count : cell.value;
  }
  /** Sets a variable, with what that does to others. A value that was never set becomes an empty string. */
  set(cell: Cell, value: Value): void {
    const special = this.#special.get(cell);
    if (special === 'FS') this.record.split();
    cell.value = value === undefined ? '' : value;
    switch (special) {
      case 'NF':
        this.record.count = Math.trunc(toNumber(value));
        break;
      case 'FS':
        this.#splitter = this.splitterFor(this.text(value));
        break;
      case 'RS':
        this.#setRecordSplitter(this.text(value));
        break;
      case 'IGNORECASE':
        this.ignoreCase = isTrue(value);
        break;
    }
  }

  text(value: Value): string {
    if (typeof value === 'string') return value;
    if (value === undefined) return '';
    if (typeof value === 'number') return numberText(value, Number.isInteger(value) ? '' : this.#format(this.#convfmt));
    return value.text;
  }
  #format(cell: Cell): string {
    return typeof cell.value === 'string' ? cell.value : cell.value instanceof UserText ? cell.value.text : '%.6g';
  }
  /** A value as print shows it: numbers by OFMT. */
  printed(value: Value): string {
    return typeof value === 'number' ? numberText(value, this.#format(this.cell('OFMT'))) : this.text(value);
  }

  splitterFor(separator: string): Splitter {
    return separator.length > 1 ? { kind: 'pattern', pattern: this.pattern(separator) } : { kind: 'char', char: separator };
  }
  get splitter(): Splitter {
    return this.#splitter;
  }

  /** A pattern made from a string. */
  pattern(text: string): Pattern {
    let pattern = this.#patterns.get(text);
    if (pattern === undefined) {
      pattern = compilePattern(text);
      if (this.#patterns.size >= MAX_CACHED) this.#patterns.clear();
      this.#patterns.set(text, pattern);
    }
    return pattern;
  }

  #setRecordSplitter(separator: string): void {
    this.paragraphs = separator === '';
    if (separator === '') this.recordSplitter = byParagraph;
    else if (separator.length === 1) this.recordSplitter = (text) => byChar(text, separator);
    else {
      const pattern = this.pattern(separator);
      this.recordSplitter = (text, ended) => {
        const match = (this.ignoreCase ? pattern.folded : pattern.plain).find(text);
        if (match === undefined || match.end === 0) return undefined;
        return match.end < text.length || ended ? { end: match.start, next: match.end } : undefined;
      };
    }
  }
}

function byChar(text: string, char: string): { end: number; next: number } | undefined {
  const end = text.indexOf(char);
  const nul = text.indexOf('\0');
  const at = end < 0 ? nul : nul < 0 ? end : Math.min(end, nul);
  return at < 0 ? undefined : { end: at, next: at + 1 };
}

function byParagraph(text: string, ended: boolean): { end: number; next: number } | undefined {
  const end = text.indexOf('\n\n');
  if (end < 0) return undefined;
  let next = end;
  while (text[next] === '\n') next++;
  return next < text.length || ended ? { end, next } : undefined;
}
