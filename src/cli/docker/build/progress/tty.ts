import type { BuildEvent } from '../../../../engine/build/index.ts';
import { type Printer, warningsText } from './printer.ts';

interface Row {
  readonly name: string;
  readonly started: number;
  ended: number | undefined;
  state: 'running' | 'done' | 'cached' | 'failed';
  readonly parts: string[];
  readonly logs: string[];
}

/** Most lines of a running step's output in its window. */
const WINDOW = 6;

/** `--progress=tty`: a display that is drawn over again with every event. Source: buildkit util/progress/progressui/display.go. */
export class TtyPrinter implements Printer {
  readonly #rows = new Map<number, Row>();
  readonly #width: number;
  readonly #height: number;
  readonly #builder: string;
  #begun: number | undefined;
  #drawn = 0;

  /** `builder` is shown at the right, as `docker:default`; nothing when undefined. */
  constructor(width: number, height: number, builder: { readonly name: string; readonly driver: string } | undefined) {
    this.#builder = builder === undefined ? '' : `${builder.driver}:${builder.name}`;
    this.#width = width;
    this.#height = height;
  }

  print(event: BuildEvent): string {
    this.#take(event);
    if (event.type === 'warning') return '';
    return this.#draw('time' in event ? event.time : this.#latest(), false);
  }

  end(time: number, warnings: readonly string[]): string {
    return this.#draw(time, true) + warningsText(warnings);
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
          logs: [],
        });
        break;
      case 'status':
        row?.parts.push(event.text);
        break;
      case 'log':
        row?.logs.push(
          ...new TextDecoder()
            .decode(event.bytes)
            .split('\n')
            .filter((line) => line !== ''),
        );
        break;
      case 'done':
      case 'failed':
        if (row !== undefined) {
          row.ended = event.time;
          row.state = event.type;
        }
        break;
    }
  }

  #draw(time: number, finished: boolean): string {
    const rows = [...this.#rows.values()];
    const done = rows.filter(({ state }) => state !== 'running').length;
    const failed = rows.some(({ state }) => state === 'failed');
    const title = `[+] Building ${(time - (this.#begun ?? time)).toFixed(1)}s (${done}/${rows.length})${finished && !failed ? ' FINISHED' : ''}`;
    const lines = [this.#builder === '' ? title : this.#aligned(title, this.#builder)];
    for (const row of rows) lines.push(...this.#row(row, time));
    const room = Math.max(3, this.#height - 1);
    const shown = finished || lines.length <= room ? lines : [lines[0]!, ...lines.slice(lines.length - room + 1)];
    const up = '\x1b[1A'.repeat(this.#drawn);
    const left = Math.max(0, this.#drawn - shown.length);
    const blank = ' '.repeat(this.#width);
    this.#drawn = shown.length + left;
    return `${up}\x1b[0G\x1b[?25l${shown.join('\n')}\n${`${blank}\n`.repeat(left)}\x1b[?25h`;
  }

  #row(row: Row, time: number): string[] {
    const seconds = `${((row.ended ?? time) - row.started).toFixed(1)}s`;
    const name = ` => ${row.state === 'cached' ? 'CACHED ' : row.state === 'failed' ? 'ERROR ' : ''}${row.name}`;
    const lines = [this.#aligned(name, seconds), ...row.parts.map((part) => this.#aligned(` => => ${part}`, '0.0s'))];
    if (row.state === 'running') lines.push(...row.logs.slice(-WINDOW).map((line) => this.#aligned(` => => # ${line}`, '')));
    if (row.state === 'running') return lines;
    const color = row.state === 'failed' ? '\x1b[31m' : '\x1b[34m';
    return lines.map((line) => `${color}${line}\x1b[0m`);
  }

  #aligned(left: string, right: string): string {
    const room = this.#width - right.length - 2;
    const text = left.length > room ? left.slice(0, room) : left.padEnd(room);
    return right === '' ? left.slice(0, this.#width - 1) : `${text} ${right}`;
  }
}
