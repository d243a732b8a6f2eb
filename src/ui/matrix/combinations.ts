// The explorer's values and the combinations they make: rows of ENTRYPOINT, columns of CMD. Pure.
import type { Combination } from '../session/queries/matrix.ts';

export const rows = ['none', 'exec', 'shell', 'flag'] as const;
export type Row = (typeof rows)[number];
export const columns = ['none', 'exec', 'shell', 'parent', 'args'] as const;
export type Column = (typeof columns)[number];

/** What can be edited, as typed. */
export const fields = ['entrypointExec', 'entrypointShell', 'cmdExec', 'cmdShell', 'parentCmd', 'args', 'flag'] as const;
export type Field = (typeof fields)[number];
export type Values = Readonly<Record<Field, string>>;

export interface Preset {
  readonly id: 'echo' | 'signals' | 'wrapper';
  readonly values: Values;
  /** Lines of the Dockerfile that make the programs the values name. */
  readonly setup: readonly string[];
}

const APP = [
  "COPY --chmod=755 <<'EOF' /app",
  '#!/bin/sh',
  `trap 'echo "app: TERM, bye"; exit 0' TERM`,
  'echo "app: $*"',
  'while :; do sleep 1; done',
  'EOF',
];
const ENTRY = ["COPY --chmod=755 <<'EOF' /entry.sh", '#!/bin/sh', 'echo "entry.sh sets up"', 'exec "$@"', 'EOF'];

const echo: Preset = {
  id: 'echo',
  setup: [],
  values: {
    entrypointExec: '["echo","entry"]',
    entrypointShell: 'echo entry',
    cmdExec: '["echo","cmd"]',
    cmdShell: 'echo cmd',
    parentCmd: '["echo","parent"]',
    args: 'Bob',
    flag: 'pwd',
  },
};

export const presets: readonly Preset[] = [
  echo,
  {
    id: 'signals',
    setup: APP,
    values: {
      entrypointExec: '["/app","entry"]',
      entrypointShell: '/app entry; echo end',
      cmdExec: '["/app","cmd"]',
      cmdShell: '/app cmd; echo end',
      parentCmd: '["/app","parent"]',
      args: '/app Bob',
      flag: '/app',
    },
  },
  {
    id: 'wrapper',
    setup: ENTRY,
    values: {
      entrypointExec: '["/entry.sh"]',
      entrypointShell: '/entry.sh',
      cmdExec: '["echo","cmd"]',
      cmdShell: 'echo cmd',
      parentCmd: '["echo","parent"]',
      args: 'echo Bob',
      flag: 'sh',
    },
  },
];
export const first: Preset = echo;

export const cellId = (row: Row, column: Column): string => `${row}/${column}`;

/** The combination of one cell. An empty value is as good as none. */
export function combination(row: Row, column: Column, values: Values, setup: readonly string[]): Combination {
  const given = (field: Field): string | undefined =>
    values[field].trim() === '' ? undefined : values[field].trim().replace(/\s*\n\s*/g, ' ');
  const entrypoint = row === 'none' ? undefined : given(row === 'shell' ? 'entrypointShell' : 'entrypointExec');
  const cmd = column === 'shell' ? given('cmdShell') : column === 'exec' || column === 'args' ? given('cmdExec') : undefined;
  const parentCmd = column === 'parent' ? given('parentCmd') : undefined;
  const args = column === 'args' ? given('args') : undefined;
  const flag = row === 'flag' ? given('flag') : undefined;
  return {
    id: cellId(row, column),
    setup,
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(cmd === undefined ? {} : { cmd }),
    ...(parentCmd === undefined ? {} : { parentCmd }),
    ...(args === undefined ? {} : { args }),
    ...(flag === undefined ? {} : { flag }),
  };
}

/** All of them, row by row. */
export const combinations = (values: Values, setup: readonly string[]): Combination[] =>
  rows.flatMap((row) => columns.map((column) => combination(row, column, values, setup)));

/** A line that builds the image and runs it, for a lab's prompt. */
export function promptLine({ setup, entrypoint, cmd, args, flag }: Combination): string {
  const lines = [
    'FROM scratch',
    'COPY --from=busybox / /',
    ...setup,
    ...(entrypoint === undefined ? [] : [`ENTRYPOINT ${entrypoint}`]),
    ...(cmd === undefined ? [] : [`CMD ${cmd}`]),
  ];
  const quoted = lines.map((line) => `'${line.replace(/'/g, `'\\''`)}'`).join(' ');
  const run = [
    'docker run --rm',
    ...(flag === undefined ? [] : [`--entrypoint ${flag}`]),
    'img',
    ...(args === undefined ? [] : [args]),
  ].join(' ');
  return `printf '%s\\n' ${quoted} | docker build -q -t img - && ${run}`;
}
