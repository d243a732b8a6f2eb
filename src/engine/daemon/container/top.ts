import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { rfc3339 } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';

/** Columns that `ps -o` can be asked for, with their headings and values. */
const COLUMNS: Readonly<Record<string, { readonly title: string; readonly value: (process: Process) => string }>> = {
  user: { title: 'USER', value: (process) => userName(process.credentials.uid) },
  uid: { title: 'UID', value: (process) => String(process.credentials.uid) },
  pid: { title: 'PID', value: (process) => String(process.id) },
  ppid: { title: 'PPID', value: (process) => String(process.parent?.id ?? process.id - 1) },
  tty: { title: 'TT', value: () => '?' },
  stime: { title: 'STIME', value: (process) => rfc3339(process.started).slice(11, 16) },
  time: { title: 'TIME', value: () => '00:00:00' },
  comm: { title: 'COMMAND', value: (process) => process.command },
  args: { title: 'COMMAND', value: (process) => process.argv.join(' ') },
};
const ALIASES: Readonly<Record<string, string>> = {
  cmd: 'args',
  command: 'args',
  tt: 'tty',
  ucmd: 'comm',
  euser: 'user',
  start_time: 'stime',
};

const FULL = ['user', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'args'];

/** Users of the engine's host. */
const userName = (uid: number): string => (uid === 0 ? 'root' : uid === 65_534 ? 'nobody' : String(uid));

export interface TopTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The processes of a running container as `ps` on the engine's host lists them. `args` are ps arguments; only `-e`, `-f` and `-o` are known. Throws
 * DockerError. Source: moby daemon/top_unix.go.
 */
export function containerTop(daemon: Daemon, container: Container, args: readonly string[]): TopTable {
  const live = daemon.live.get(container.id);
  if (container.state.status === 'restarting')
    throw new DockerError('Conflict', `Container ${container.id} is restarting, wait until the container is running`);
  if (live === undefined) throw new DockerError('Conflict', `container ${container.id} is not running`);
  const names = columnsAsked(args);
  containerEvent(daemon, container, 'top');
  const processes = daemon.kernel.inNamespace(live.ns).filter(({ status }) => status === undefined);
  if (names === undefined) {
    const titles = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];
    return { titles, rows: processes.map((process) => FULL.map((name) => (name === 'c' ? '0' : COLUMNS[name]!.value(process)))) };
  }
  if (!names.includes('pid')) throw new DockerError('System', "Couldn't find PID field in ps output");
  return {
    titles: names.map((name) => COLUMNS[name]!.title),
    rows: processes.map((process) => names.map((name) => COLUMNS[name]!.value(process))),
  };
}

/** Columns of `-o`; undefined for `ps -ef`. */
function columnsAsked(args: readonly string[]): string[] | undefined {
  const names: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    const list = /^-?[ef]*o(.*)$/.exec(arg);
    if (list === null) {
      if (!/^-?[efA]+$/.test(arg)) throw new DockerError('NotSimulated', `ps ${arg}: of ps only -e, -f and -o are simulated`);
      continue;
    }
    const value = list[1] === '' ? (args[++at] ?? '') : list[1]!;
    for (const typed of value.split(/[ ,]+/).filter((part) => part !== '')) {
      const name = ALIASES[typed] ?? typed;
      if (COLUMNS[name] === undefined)
        throw new DockerError('System', `ps: exit status 1: error: unknown user-defined format specifier "${typed}"`);
      names.push(name);
    }
  }
  return names.length === 0 ? undefined : names;
}
