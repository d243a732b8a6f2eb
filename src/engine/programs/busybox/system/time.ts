import { type ExitStatus, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { spawn } from '../execute.ts';

const DEFAULT = 'real\t%E\nuser\t%u\nsys\t%T';
const POSIX = 'real %e\nuser %U\nsys %S';
const PAGE = 4096;

/** time [-vpa] [-f FMT] [-o FILE] PROG ARGS. Programs take no processor time of their own here. */
export function* time(a: Call): Run {
  const o = a.options('+vpao:f:', { min: 1 });
  if (o.has('v')) return a.die('-v is not simulated by Strata');
  const format = o.value('f') ?? (o.has('p') ? POSIX : DEFAULT);
  const started = a.p.now();
  yield* a.flush();
  const child = spawn(a.p, o.rest, function* (process, error) {
    yield* process.write(2, `time: can't execute '${o.rest[0]}': ${error.message}\n`);
    return error.errno === 'ENOENT' ? 127 : 126;
  });
  let done: { status: ExitStatus } | undefined;
  while (done === undefined) {
    try {
      done = yield* a.p.waitpid(child.pid);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
  const { status } = done;
  const code = status.kind === 'exited' ? status.code : status.signal + 128;
  let text = '';
  if (status.kind === 'signaled') text += `Command terminated by signal ${status.signal}\n`;
  else if (code !== 0) text += `Command exited with non-zero status ${code}\n`;
  text += `${fill(format, a.p.now() - started, o.rest, code)}\n`;
  const file = o.value('o');
  if (file === undefined) yield* a.warn(text);
  else {
    const fd = a.p.fs.open(file, { write: true, create: true, append: o.has('a'), truncate: !o.has('a') });
    yield* a.p.write(fd, text);
    a.p.io.close(fd);
  }
  return code;
}

function fill(format: string, elapsed: number, argv: readonly string[], code: number): string {
  const whole = Math.floor(elapsed);
  const hundredths = String(Math.floor((elapsed - whole) * 100)).padStart(2, '0');
  const clock = (seconds: number, rest: string): string => {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return hours > 0 ? `${hours}h ${minutes}m ${String(seconds % 60).padStart(2, '0')}s` : `${minutes}m ${seconds % 60}.${rest}s`;
  };
  const zero = clock(0, '00');
  return format.replace(/%(.)|\\(.)/g, (text, letter?: string, backslashed?: string) => {
    if (backslashed !== undefined) return { n: '\n', t: '\t', '\\': '\\' }[backslashed] ?? `?\\${backslashed}`;
    switch (letter) {
      case '%':
        return '%';
      case 'C':
        return argv.join(' ');
      case 'E':
        return clock(whole, hundredths);
      case 'e':
        return `${whole}.${hundredths}`;
      case 'u':
      case 'T':
        return zero;
      case 'U':
      case 'S':
        return '0.00';
      case 'P':
        return elapsed < 0.001 ? '?%' : '0%';
      case 'x':
        return String(code);
      case 'Z':
        return String(PAGE);
      default:
        return text.length === 2 && /[DFIKMORWXckprstw]/.test(letter!) ? '0' : '';
    }
  });
}
