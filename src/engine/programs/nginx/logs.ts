import { encodeText, errnoNumber, type Process, SysError } from '../../kernel/index.ts';
import { openLog, timestamp } from '../service/index.ts';
import { ConfigProblem } from './problem.ts';

const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

export const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);

/** Log files by path, opened once by the master and kept by the workers. */
export class Logs {
  readonly #fds = new Map<string, number>();
  /** Where errors go, and from which level on. */
  error: { readonly fd: number; readonly level: Level } = { fd: 2, level: 'error' };
  /** Whether the start is over, after which standard error gets nothing more. */
  quiet = false;

  /** The descriptor of a log. Throws ConfigProblem with nginx's words. */
  open(p: Process, path: string): number {
    if (path === 'stderr') return 2;
    const known = this.#fds.get(path);
    if (known !== undefined) return known;
    try {
      const fd = openLog(p, encodeText(path));
      this.#fds.set(path, fd);
      return fd;
    } catch (error) {
      if (error instanceof SysError) throw new ConfigProblem(`open() "${path}" failed (${errnoNumber(error.errno)}: ${error.message})`);
      throw error;
    }
  }
  /** Opens every log anew, as USR1 asks: files that were moved away are made again. */
  reopen(p: Process): void {
    for (const [path, fd] of this.#fds) {
      const fresh = openLog(p, encodeText(path));
      p.io.dup2(fresh, fd);
      p.io.close(fresh);
    }
  }

  /** Writes a line of the error log; a log that cannot be written is no reason to stop. */
  say(p: Process, level: Level, message: string): void {
    if (LEVELS.indexOf(level) > LEVELS.indexOf(this.error.level)) return;
    this.line(p, this.error.fd, `${timestamp(p.now())} [${level}] ${p.pid}#${p.pid}: ${message}`);
  }
  /** The same, and on standard error too until the start is over, as long as the log is not that itself. */
  loud(p: Process, level: Level, message: string): void {
    this.say(p, level, message);
    if (!this.quiet && this.error.fd !== 2 && LEVELS.indexOf(level) <= LEVELS.indexOf('warn'))
      this.line(p, 2, `nginx: [${level}] ${message}`);
  }
  /** Writes a line to a log now; what does not fit a full pipe is lost, as nginx loses it. */
  line(p: Process, fd: number, text: string): void {
    try {
      if (p.io.has(fd)) p.io.at(fd).write(new TextEncoder().encode(`${text}\n`), p.now());
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
}
