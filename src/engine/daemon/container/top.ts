import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { COLUMNS, type Column, columnNamed } from './ps-columns.ts';

const titled = (title: string, name: string): Column => ({ title, value: COLUMNS[name]!.value });
const named = (...names: readonly string[]): Column[] => names.map((name) => COLUMNS[name]!);

/** `ps -ef`. */
const FULL: readonly Column[] = [
  titled('UID', 'user'),
  ...named('pid', 'ppid', 'c', 'stime'),
  titled('TTY', 'tname'),
  COLUMNS.time!,
  titled('CMD', 'args'),
];
/** `ps -e`. */
const SHORT: readonly Column[] = [...named('pid', 'tname', 'time'), titled('CMD', 'comm')];
/** `ps aux`. */
const USERS: readonly Column[] = [
  ...named('user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'tname', 'stat'),
  titled('START', 'stime'),
  ...named('bsdtime', 'args'),
];
/** `ps ax`. */
const BRIEF: readonly Column[] = named('pid', 'tname', 'stat', 'bsdtime', 'args');

export interface TopTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The processes of a running container as `ps` on the engine's host lists them. `args` are ps arguments, `-ef` when there are none. Throws
 * DockerError. Source: moby daemon/top_unix.go.
 */
export function containerTop(daemon: Daemon, container: Container, args: readonly string[]): TopTable {
  const live = daemon.live.get(container.id);
  if (container.state.status === 'restarting')
    throw new DockerError('Conflict', `Container ${container.id} is restarting, wait until the container is running`);
  if (live === undefined) throw new DockerError('Conflict', `container ${container.id} is not running`);
  const columns = columnsAsked(args);
  if (!columns.some(({ title }) => title === 'PID')) throw new DockerError('System', "Couldn't find PID field in ps output");
  const processes = daemon.kernel.inNamespace(live.ns);
  containerEvent(daemon, container, 'top');
  return {
    titles: columns.map(({ title }) => title),
    rows: processes.map((process: Process) => columns.map(({ value }) => value(process))),
  };
}

/** Columns that ps arguments ask for; which processes they choose does not matter, those of the container are shown. */
function columnsAsked(args: readonly string[]): readonly Column[] {
  let style: readonly Column[] | undefined;
  const own: Column[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    const output = /^-?[efaxAw]*o(.*)$/.exec(arg);
    if (output !== null) {
      own.push(...outputColumns(output[1] === '' ? (args[++at] ?? '') : output[1]!));
    } else if (/^-?[auxw]+$/.test(arg) && /[ux]/.test(arg)) style = arg.includes('u') ? USERS : BRIEF;
    else if (/^-[eAfw]+$/.test(arg)) style = arg.includes('f') || style === FULL ? FULL : SHORT;
    else throw new DockerError('NotSimulated', `ps ${arg}: of ps only -e, -f, -o, ax and aux are simulated`);
  }
  return own.length > 0 ? own : (style ?? FULL);
}

function outputColumns(list: string): Column[] {
  return list
    .split(/[ ,]+/)
    .filter((part) => part !== '')
    .map((typed) => {
      const [name = '', title] = typed.split('=', 2);
      const column = columnNamed(name);
      if (column === undefined)
        throw new DockerError('System', `ps: exit status 1: error: unknown user-defined format specifier "${name}"`);
      return title === undefined ? column : { ...column, title };
    });
}
