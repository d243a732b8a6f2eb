import type { BuildEvent } from '../../../../engine/build/index.ts';
import { type Printer, warningsText } from './printer.ts';

interface Row {
  readonly name: string;
  readonly started: number;
  ended: number | undefined;
  state: 'running' | 'done' | 'cached' | 'failed' | 'canceled';
  readonly parts: { readonly text: string; readonly seconds: number }[];
  /** What the step printed; the last line may go on. */
  log: string;
}

/** A line of the display: a step, or a part of one. */
interface Job {
  readonly name: string;
  readonly lead: string;
  readonly seconds: number;
  readonly colour: string | undefined;
  readonly row?: Row;
}

/** Most lines of a running step's output in its window, and columns around them. */
const WINDOW = 6;
const PAD = 10;
/** Virtual seconds between two drawings at least, and after which the display is drawn though nothing happened. */
const REST = 0.07;
export const BEAT = 0.15;

const decoder = new TextDecoder();
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** `--progress=tty`: a display that is drawn over again as time passes. Source: buildkit util/progress/progressui/display.go. */
export class TtyPrinter implements Printer {
  readonly #rows = new Map<number, Row>();
  readonly #width: number;
  readonly #height: number;
  readonly #builder: string;
  #begun: number | undefined;
  /** Lines below the title, once there was a drawing. */
  #lines: number | undefined;
  #drawnAt = Number.NEGATIVE_INFINITY;

  /** `builder` is shown at the right, as `docker:default`; nothing when undefined. */
  constructor(width: number, height: number, builder: { readonly name: string; readonly driver: string } | undefined) {
    this.#builder = builder === undefined ? '' : `${builder.driver}:${builder.name}`;
    this.#width = width;
    this.#height = height;
  }

  print(event: BuildEvent): string {
    this.#take(event);
    if (event.type === 'warning') return '';
    const time = 'time' in event ? event.time : this.#latest();
    return time - this.#drawnAt < REST ? '' : this.#draw(time, false);
  }

  tick(time: number): string {
    return this.#rows.size === 0 ? '' : this.#draw(time, false);
  }

  end(time: number, warnings: readonly string[], failed = ''): string {
    return this.#draw(time, true) + failed + warningsText(warnings);
  }

  #latest(): number {
    let time = this.#begun ?? 0;
    for (const { started, ended } of this.#rows.values()) time = Math.max(time, ended ?? started);
    return time;
  }

  #take(event: BuildEvent): void {
    const row = this.#rows.get(event.vertex);
    switch (event.type) {
      case 'started':
      case 'cached':
        this.#begun ??= event.time;
        this.#rows.set(event.vertex, {
          name: event.name,
          started: event.time,
          ended: event.type === 'cached' ? event.time : undefined,
          state: event.type === 'cached' ? 'cached' : 'running',
          parts: [],
          log: '',
        });
        break;
      case 'status':
        row?.parts.push({ text: event.text, seconds: event.seconds });
        break;
      case 'log':
        if (row !== undefined) row.log = (row.log + decoder.decode(event.bytes)).slice(-WINDOW * this.#width * 2);
        break;
      case 'done':
      case 'failed':
        if (row !== undefined) {
          row.ended = event.time;
          row.state = event.type === 'failed' && event.canceled ? 'canceled' : event.type;
        }
        break;
    }
  }

  #draw(time: number, finished: boolean): string {
    this.#drawnAt = time;
    const rows = [...this.#rows.values()];
    const done = rows.filter(({ state }) => state !== 'running').length;
    const total = rows.length + yetToCome(rows);
    const end = finished && done > 0 && done === total ? 'FINISHED' : '';
    const title = `[+] Building ${seconds(time - (this.#begun ?? time))}s (${done}/${total}) ${end}`;
    const { jobs, windows } = this.#laidOut(
      rows.flatMap((row) => jobsOf(row, time)),
      finished,
    );
    const lines: string[] = [];
    for (const job of jobs) {
      lines.push(this.#line(job));
      if (job.row !== undefined && windows.has(job.row))
        for (const text of this.#window(job.row)) lines.push(`\x1b[2m => => # ${text}\n\x1b[0m`);
    }
    const before = this.#lines;
    const up = '\x1b[1A'.repeat((before ?? 0) + 1) + (before === undefined ? '\x1b[1B' : '');
    const left = Math.max(0, (before ?? 0) - lines.length);
    this.#lines = lines.length;
    const blank = left === 0 ? '' : `${`${' '.repeat(this.#width)}\n`.repeat(left)}\x1b[${left}A\x1b[0G`;
    const room = this.#width - 1;
    // A title that wrapped would be drawn over by the next drawing's lines: in a narrow terminal the builder is left out.
    const named = this.#builder !== '' && title.length + 1 + this.#builder.length <= room;
    const head = `${named ? aligned(title, this.#builder, room) : title.slice(0, room)}\n`;
    return `${up}\x1b[0G\x1b[?25l${head}${lines.join('')}${blank}\x1b[?25h`;
  }

  /** Which lines fit, and which running steps show what they print. */
  #laidOut(jobs: readonly Job[], all: boolean): { readonly jobs: readonly Job[]; readonly windows: ReadonlySet<Row> } {
    const running = jobs.filter(({ colour }) => colour === undefined);
    const windows = new Set<Row>();
    let free = this.#height - 2 - running.length;
    let taken = 0;
    for (const { row } of running) {
      if (row === undefined || row.log === '' || free <= WINDOW + 3) continue;
      windows.add(row);
      taken += this.#window(row).length;
      free -= WINDOW + 3;
    }
    return { jobs: all ? jobs : wrapped(jobs, this.#height - 2 - taken), windows };
  }

  /** The last lines a step printed, as a small terminal of its own shows them. */
  #window(row: Row): string[] {
    const width = this.#width - PAD;
    const text = row.log.replace(/\x1b\[[\d;?]*[A-Za-z]/g, '').replace(/[^\n]*\r(?!\n)/g, '');
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [])
      .slice(-WINDOW)
      .map((line) => line.padEnd(width));
  }

  #line({ name, lead, seconds: dt, colour }: Job): string {
    const timer = ` ${seconds(dt)}s\n`;
    const room = this.#width - lead.length - timer.length - 1;
    const text = `${aligned(`${lead}${cut(name, room < 12 ? 10 : room)}`, timer, this.#width)}`;
    return colour === undefined ? text : `${colour}${text}\x1b[0m`;
  }
}

/** Times below half a tenth are none. */
const seconds = (time: number): string => (time < 0.05 ? 0 : time).toFixed(1);
const cut = (text: string, bytes: number): string =>
  bytesOf(text) <= bytes ? text : decoder.decode(new TextEncoder().encode(text).subarray(0, bytes)).replace(/\uFFFD+$/, '');
const aligned = (left: string, right: string, width: number): string =>
  `${left}${' '.repeat(Math.max(0, width - right.length - 1 - bytesOf(left)))} ${right}`;

const STATES: Readonly<Record<Row['state'], { readonly mark: string; readonly colour: string | undefined }>> = {
  running: { mark: '', colour: undefined },
  done: { mark: '', colour: '\x1b[34m' },
  cached: { mark: 'CACHED ', colour: '\x1b[34m' },
  failed: { mark: 'ERROR ', colour: '\x1b[31m' },
  canceled: { mark: 'CANCELED ', colour: '\x1b[33m' },
};

function jobsOf(row: Row, time: number): Job[] {
  const { mark, colour } = STATES[row.state];
  return [
    { name: `${mark}${row.name}`, lead: ' => ', seconds: (row.ended ?? time) - row.started, colour, row },
    ...row.parts.map(({ text, seconds: dt }) => ({ name: text, lead: ' => => ', seconds: dt, colour: '\x1b[34m' })),
  ];
}

/** Steps of stages that have begun and that are still to come: `[2/5]` tells of three more. */
function yetToCome(rows: readonly Row[]): number {
  const stages = new Map<string, { seen: number; all: number }>();
  for (const { name } of rows) {
    const [, stage = '', , all] = /^\[(?:(.+) )?(\d+)\/(\d+)\] /.exec(name) ?? [];
    if (all === undefined) continue;
    const known = stages.get(stage) ?? { seen: 0, all: Number(all) };
    stages.set(stage, { seen: known.seen + 1, all: known.all });
  }
  let count = 0;
  for (const { seen, all } of stages.values()) count += Math.max(0, all - seen);
  return count;
}

/** The last lines, with those that run above them in place of finished ones. */
function wrapped(jobs: readonly Job[], limit: number): readonly Job[] {
  if (limit < 0) return [];
  if (jobs.length <= limit) return jobs;
  const shown = jobs.slice(jobs.length - limit);
  const hidden = jobs.slice(0, jobs.length - limit).filter(({ colour }) => colour === undefined);
  const kept = shown.filter(({ colour }, index) => colour === undefined || index >= hidden.length);
  return [...hidden.slice(hidden.length - (shown.length - kept.length)), ...kept];
}
