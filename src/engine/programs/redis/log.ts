import { encodeText, type Process, SysError } from '../../kernel/index.ts';
import { civilFrom, MONTHS } from '../busybox/dates/index.ts';
import { openLog } from '../service/index.ts';

/** Levels: `.` debug, `-` verbose, `*` notice, `#` warning. */
export type Mark = '.' | '-' | '*' | '#';
const ORDER = ['.', '-', '*', '#'];
const LEVELS: Readonly<Record<string, number>> = { debug: 0, verbose: 1, notice: 2, warning: 3, nothing: 4 };

/** The server's log (serverLogRaw): on standard output, or in a file that is opened for each line. */
export class RedisLog {
  readonly #p: Process;
  file = '';
  level = 'notice';
  role: 'C' | 'M' = 'C';
  constructor(p: Process) {
    this.#p = p;
  }
  say(mark: Mark, message: string, by: { pid: number; role: string } = { pid: this.#p.pid, role: this.role }): void {
    if (ORDER.indexOf(mark) < (LEVELS[this.level] ?? 2)) return;
    const c = civilFrom(this.#p.now());
    const two = (value: number): string => String(value).padStart(2, '0');
    const ms = String(Math.floor((this.#p.now() % 1) * 1000)).padStart(3, '0');
    const time = `${two(c.day)} ${MONTHS[c.month]!.slice(0, 3)} ${c.year} ${two(c.hour)}:${two(c.minute)}:${two(c.second)}.${ms}`;
    this.raw(`${by.pid}:${by.role} ${time} ${mark} ${message}\n`);
  }
  raw(text: string): void {
    const bytes = new TextEncoder().encode(text);
    try {
      if (this.file === '') {
        this.#p.io.at(1).write(bytes, this.#p.now());
        return;
      }
      const fd = openLog(this.#p, encodeText(this.file));
      this.#p.io.at(fd).write(bytes, this.#p.now());
      this.#p.io.close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
}
