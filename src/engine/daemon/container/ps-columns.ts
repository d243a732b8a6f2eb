import { memoryOf, type Process, TURN_COST } from '../../kernel/index.ts';
import { MACHINE } from '../../runtime/index.ts';
import { rfc3339 } from '../daemon.ts';

/** A column of procps' `ps`: its heading and what it says of a process. */
export interface Column {
  readonly title: string;
  readonly value: (process: Process) => string;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
const age = (process: Process): number => Math.max(0, process.now() - process.started);
const worked = (process: Process): number => process.turns * TURN_COST;
const resident = (process: Process): number => Math.round(memoryOf(process) / 1024);
const perMille = (part: number): string => (Math.min(part, 1) * 100).toFixed(1);
/** Users of the engine's host. */
const userName = (uid: number): string => (uid === 0 ? 'root' : uid === 65_534 ? 'nobody' : String(uid));

/** `MM:SS`, with hours and days where there are any. */
function elapsed(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const rest = `${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${days > 0 ? `${days}-` : ''}${days > 0 || hours > 0 ? `${two(hours)}:` : ''}${rest}`;
}

function state(process: Process): string {
  if (process.status !== undefined) return 'Z';
  if (process.frozen) return 'D';
  if (process.stopped) return 'T';
  return process.wait.ready === undefined && process.wait.deadline === undefined ? 'R' : 'S';
}
const states = (process: Process): string => `${state(process)}${process.session === process.id ? 's' : ''}`;

/** Columns by the names that `ps -o` takes. Source: procps ps(1), STANDARD FORMAT SPECIFIERS. */
export const COLUMNS: Readonly<Record<string, Column>> = {
  user: { title: 'USER', value: (process) => userName(process.credentials.uid) },
  uid: { title: 'UID', value: (process) => String(process.credentials.uid) },
  group: { title: 'GROUP', value: (process) => userName(process.credentials.gid) },
  gid: { title: 'GID', value: (process) => String(process.credentials.gid) },
  pid: { title: 'PID', value: (process) => String(process.id) },
  ppid: { title: 'PPID', value: (process) => String(process.parent?.id ?? process.id - 1) },
  pgid: { title: 'PGID', value: (process) => String(process.group) },
  sid: { title: 'SID', value: (process) => String(process.session) },
  c: { title: 'C', value: (process) => String(Math.floor((age(process) === 0 ? 0 : worked(process) / age(process)) * 100)) },
  pcpu: { title: '%CPU', value: (process) => perMille(age(process) === 0 ? 0 : worked(process) / age(process)) },
  pmem: { title: '%MEM', value: (process) => perMille(resident(process) / MACHINE.memoryKB) },
  vsz: { title: 'VSZ', value: (process) => String(resident(process) * 3) },
  rss: { title: 'RSS', value: (process) => String(resident(process)) },
  stat: { title: 'STAT', value: states },
  s: { title: 'S', value: state },
  stime: { title: 'STIME', value: (process) => rfc3339(process.started).slice(11, 16) },
  start: { title: 'STARTED', value: (process) => rfc3339(process.started).slice(11, 19) },
  etime: { title: 'ELAPSED', value: (process) => elapsed(age(process)) },
  etimes: { title: 'ELAPSED', value: (process) => String(Math.floor(age(process))) },
  time: {
    title: 'TIME',
    value: (process) => `${two(worked(process) / 3600)}:${two((worked(process) / 60) % 60)}:${two(worked(process) % 60)}`,
  },
  bsdtime: { title: 'TIME', value: (process) => `${Math.floor(worked(process) / 60)}:${two(worked(process) % 60)}` },
  ni: { title: 'NI', value: () => '0' },
  pri: { title: 'PRI', value: () => '19' },
  tty: { title: 'TT', value: () => '?' },
  tname: { title: 'TTY', value: () => '?' },
  comm: { title: 'COMMAND', value: (process) => (process.status === undefined ? process.command : `${process.command} <defunct>`) },
  args: {
    title: 'COMMAND',
    value: (process) => (process.status === undefined ? process.argv.join(' ') : `[${process.command}] <defunct>`),
  },
};

const ALIASES: Readonly<Record<string, string>> = {
  cmd: 'args',
  command: 'args',
  tt: 'tty',
  ucmd: 'comm',
  ucomm: 'comm',
  euser: 'user',
  ruser: 'user',
  uname: 'user',
  euid: 'uid',
  egid: 'gid',
  egroup: 'group',
  pgrp: 'pgid',
  sess: 'sid',
  session: 'sid',
  '%cpu': 'pcpu',
  '%mem': 'pmem',
  vsize: 'vsz',
  rssize: 'rss',
  rsz: 'rss',
  state: 's',
  start_time: 'stime',
  bsdstart: 'stime',
  cputime: 'time',
  nice: 'ni',
};

/** The column of that name; undefined when there is none. */
export const columnNamed = (name: string): Column | undefined => COLUMNS[ALIASES[name] ?? name];
