import { type Run, SysError } from '../../../kernel/index.ts';
import { groupsOf, userById, userByName } from '../accounts.ts';
import type { Call } from '../applet.ts';

const DEFAULT_SHELL = '/bin/sh';
const USER_PATH = '/bin:/usr/bin';
const ROOT_PATH = '/sbin:/usr/sbin:/bin:/usr/bin';

/** su [-lmp] [-s SH] [-] [USER [FILE ARGS | -c CMD [ARG0 ARGS]]]. Only root may: the executable is not set-user-ID. */
export function* su(a: Call): Run {
  const o = a.options('+mplc:s:');
  const words = [...o.rest];
  let login = o.has('l');
  if (words[0] === '-') {
    login = true;
    words.shift();
  }
  const name = words.shift() ?? 'root';
  // Options may follow the user's name.
  const later = a.options('+mplc:s:', { args: words });
  const both = (key: string): string | undefined => later.value(key) ?? o.value(key);
  const keep = o.has('m') || o.has('p') || later.has('m') || later.has('p');
  login ||= later.has('l');
  const user = userByName(a.p, name) ?? a.die(`unknown user ${name}`);
  const own = keep ? a.p.env.get('SHELL') : undefined;
  const shell = both('s') ?? (own !== undefined && own !== '' ? own : user.shell === '' ? DEFAULT_SHELL : user.shell);
  const environment = login ? new Map<string, string>() : new Map(a.p.env);
  if (login) {
    const term = a.p.env.get('TERM');
    if (term !== undefined) environment.set('TERM', term);
    environment.set('PATH', user.uid === 0 ? ROOT_PATH : USER_PATH);
  }
  if (login || !keep) {
    if (login || user.uid !== 0) {
      environment.set('USER', user.name);
      environment.set('LOGNAME', user.name);
    }
    environment.set('HOME', user.home);
    environment.set('SHELL', shell);
  }
  try {
    a.p.setCredentials({ uid: user.uid, gid: user.gid, groups: groupsOf(a.p, user) });
  } catch (error) {
    a.dieOf('setuid', error);
  }
  if (login) {
    try {
      a.p.chdir(user.home);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* a.complain(`can't chdir to home directory '${user.home}'`);
      a.p.chdir('/');
    }
  }
  const base = shell.slice(shell.lastIndexOf('/') + 1);
  const command = both('c');
  const argv = [login ? `-${base}` : base, ...(command === undefined ? [] : ['-c', command]), ...later.rest];
  yield* a.flush();
  try {
    return yield* a.p.execve(shell, argv, environment);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return a.die(`can't execute '${shell}': ${error.message}`, error.errno === 'ENOENT' ? 127 : 126);
  }
}

/** passwd [USER]: asks for a password and keeps none, since no account here has one. */
export function* passwd(a: Call): Run {
  const o = a.options('a:dlu', { max: 1 });
  const mine = userById(a.p, a.p.credentials.uid) ?? a.die(`unknown uid ${a.p.credentials.uid}`);
  const name = o.rest[0] ?? mine.name;
  if (userByName(a.p, name) === undefined) a.die(`unknown user ${name}`);
  if (o.has('d') || o.has('l') || o.has('u')) return a.die('changing accounts is not simulated by Strata');
  yield* a.warn(`Changing password for ${name}\nNew password: `);
  const typed = yield* a.readLine();
  yield* a.warn('\n');
  if (typed === undefined) return a.die(`password for ${name} is unchanged`);
  return a.die('changing accounts is not simulated by Strata');
}
