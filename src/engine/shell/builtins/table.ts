import { alias, unalias } from './alias.ts';
import { declare, shopt } from './bash.ts';
import { cd, pwd } from './cd.ts';
import { command, hash, help, type } from './command.ts';
import { dot, evalBuiltin, exec, exit, returnBuiltin } from './control.ts';
import { getopts } from './getopts.ts';
import { bg, fg, jobs, wait } from './jobs.ts';
import { kill } from './kill.ts';
import { read } from './read.ts';
import { type Builtin, setBuiltins } from './registry.ts';
import { set, shift } from './set.ts';
import { echo, printf, test } from './shared.ts';
import { breakBuiltin, colon, falseBuiltin, letBuiltin, times } from './small.ts';
import { trap } from './trap.ts';
import { ulimit } from './ulimit.ts';
import { umask } from './umask.ts';
import { exportBuiltin, local, readonly, unset } from './variables.ts';

const history: Builtin = function* () {
  return 0;
};

setBuiltins(
  new Map<string, Builtin>([
    ['.', dot],
    [':', colon],
    ['[', test],
    ['[[', test],
    ['alias', alias],
    ['bg', bg],
    ['break', breakBuiltin],
    ['cd', cd],
    ['chdir', cd],
    ['command', command],
    ['continue', breakBuiltin],
    ['declare', declare],
    ['echo', echo],
    ['eval', evalBuiltin],
    ['exec', exec],
    ['exit', exit],
    ['export', exportBuiltin],
    ['false', falseBuiltin],
    ['fg', fg],
    ['getopts', getopts],
    ['hash', hash],
    ['help', help],
    ['history', history],
    ['jobs', jobs],
    ['kill', kill],
    ['let', letBuiltin],
    ['local', local],
    ['printf', printf],
    ['pwd', pwd],
    ['read', read],
    ['readonly', readonly],
    ['return', returnBuiltin],
    ['set', set],
    ['shift', shift],
    ['shopt', shopt],
    ['source', dot],
    ['test', test],
    ['times', times],
    ['trap', trap],
    ['typeset', declare],
    ['true', colon],
    ['type', type],
    ['ulimit', ulimit],
    ['umask', umask],
    ['unalias', unalias],
    ['unset', unset],
    ['wait', wait],
  ]),
);
