import { type Process, type Program, type Run, SIGNALS, type Step, SysError, statusCode } from '../../kernel/index.ts';
import { become } from './run-as.ts';

const TINI_USAGE = `tini (tini version 0.19.0)
Usage: tini [OPTIONS] PROGRAM -- [ARGS] | --version

Execute a program under the supervision of a valid init process (tini)

Command line options:

  --version: Show version and exit.
  -h: Show this help message and exit.
  -s: Register as a process subreaper (requires Linux >= 3.4).
  -p SIGNAL: Trigger SIGNAL when parent dies, e.g. "-p SIGKILL".
  -v: Generate more verbose output. Repeat up to 3 times.
  -w: Print a warning when processes are getting reaped.
  -g: Send signals to the child's process group.
  -e EXIT_CODE: Remap EXIT_CODE (from 0 to 255) to 0.
  -l: Show license and exit.

Environment variables:

  TINI_SUBREAPER: Register as a process subreaper (requires Linux >= 3.4).
  TINI_VERBOSITY: Set the verbosity level (default: 1).
  TINI_KILL_PROCESS_GROUP: Send signals to the child's process group.

`;

const FORWARDED = [
  SIGNALS.HUP,
  SIGNALS.INT,
  SIGNALS.QUIT,
  SIGNALS.USR1,
  SIGNALS.USR2,
  SIGNALS.TERM,
  SIGNALS.ALRM,
  SIGNALS.WINCH,
  SIGNALS.CONT,
];

/** tini and dumb-init: run a command as a child, pass signals on, reap, and end with the child's status. */
export const tini: Program = function* main(p: Process): Run {
  const name = (p.argv[0] ?? 'tini').split('/').at(-1)!;
  const dumb = name === 'dumb-init';
  const remapped = new Set<number>();
  let group = dumb;
  let subreaper = p.env.has('TINI_SUBREAPER');
  let at = 1;
  for (; at < p.argv.length; at++) {
    const word = p.argv[at]!;
    if (word === '--') {
      at++;
      break;
    }
    if (!word.startsWith('-') || word === '-') break;
    if (word === '--version' || word === '-V') {
      yield* p.write(dumb ? 2 : 1, dumb ? 'dumb-init v1.2.5\n' : 'tini version 0.19.0\n');
      return 0;
    }
    if (word === '-h' || word === '--help') {
      yield* p.write(dumb ? 2 : 1, dumb ? 'Usage: dumb-init [option] program [args]\n' : TINI_USAGE);
      return 0;
    }
    if (word === '-g') group = true;
    else if (word === '-s') subreaper = true;
    else if (word === '-e' || word === '-p') {
      const value = p.argv[++at] ?? '';
      if (word === '-e') remapped.add(Number(value));
    } else if (dumb && (word === '-c' || word === '--single-child')) group = false;
    else if (!/^-[vw]+$|^-r$|^--rewrite$|^--verbose$/.test(word)) {
      yield* p.write(2, dumb ? `Unknown option: ${word}\n` : TINI_USAGE);
      return 1;
    } else if (word === '-r' || word === '--rewrite') at++;
  }
  const command = p.argv.slice(at);
  if (command.length === 0) {
    yield* p.write(2, dumb ? 'Usage: dumb-init [option] program [args]\nTry dumb-init --help for full usage.\n' : TINI_USAGE);
    return 1;
  }
  if (!dumb && p.pid !== 1 && !subreaper) yield* p.write(2, notFirst(p.pid));
  for (const signal of FORWARDED) p.setDisposition(signal, 'catch');
  const child = p.fork(function* run(self) {
    for (const signal of FORWARDED) self.setDisposition(signal, 'default');
    self.group = self.id;
    try {
      return yield* become(self, command);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const missing = error.errno === 'ENOENT';
      yield* self.write(
        2,
        dumb ? `[dumb-init] ${command[0]}: ${error.message}\n` : `[FATAL tini (${self.pid})] exec ${command[0]} failed: ${error.message}\n`,
      );
      return dumb ? 2 : missing ? 127 : 126;
    }
  });
  return yield* supervise(p, child, group, remapped);
};

function* supervise(p: Process, child: Process, group: boolean, remapped: ReadonlySet<number>): Step<number> {
  for (;;) {
    try {
      const ended = yield* p.waitpid(-1);
      if (ended?.pid !== child.pid) continue;
      const code = statusCode(ended.status);
      return remapped.has(code) ? 0 : code;
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      for (const signal of p.caught.splice(0)) {
        if (group) p.kernel.signalGroup(child.group, signal, p);
        else if (child.status === undefined) yield* p.kill(child.pid, signal);
      }
    }
  }
}

const notFirst = (pid: number): string => `[WARN  tini (${pid})] Tini is not running as PID 1 and isn't registered as a child subreaper.
Zombie processes will not be re-parented to Tini, so zombie reaping won't work.
To fix the problem, use the -s option or set the environment variable TINI_SUBREAPER to register Tini as a child subreaper, or run Tini as PID 1.
`;
