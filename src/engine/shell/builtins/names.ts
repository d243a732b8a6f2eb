/** Builtins whose errors end a non-interactive shell and whose assignments stay (ash's BUILTIN_SPECIAL). */
export const SPECIAL_BUILTINS: ReadonlySet<string> = new Set([
  '.',
  ':',
  'break',
  'continue',
  'eval',
  'exec',
  'exit',
  'export',
  'local',
  'readonly',
  'return',
  'set',
  'shift',
  'source',
  'times',
  'trap',
  'unset',
]);

/** Builtins whose arguments of the form NAME=value are expanded as assignments. */
export const ASSIGNING_BUILTINS: ReadonlySet<string> = new Set(['export', 'local', 'readonly']);

export const REGULAR_BUILTINS = [
  '[',
  '[[',
  'alias',
  'bg',
  'cd',
  'chdir',
  'command',
  'echo',
  'false',
  'fg',
  'getopts',
  'hash',
  'help',
  'history',
  'jobs',
  'kill',
  'let',
  'printf',
  'pwd',
  'read',
  'test',
  'true',
  'type',
  'ulimit',
  'umask',
  'unalias',
  'wait',
] as const;

export const BUILTIN_NAMES: ReadonlySet<string> = new Set([...SPECIAL_BUILTINS, ...REGULAR_BUILTINS]);

/** Builtins of ash that dash has not. */
export const NOT_DASH: ReadonlySet<string> = new Set(['[[', 'let', 'source']);

/** Builtins that only bash has. */
export const BASH_BUILTINS: ReadonlySet<string> = new Set(['declare', 'shopt', 'typeset']);
