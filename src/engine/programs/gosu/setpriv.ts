import { type Credentials, type Process, type Program, type Run, SysError } from '../../kernel/index.ts';
import { groupByName, groupsOf, type User, userById, userByName } from '../busybox/accounts.ts';
import { become } from './run-as.ts';

const VERSION = 'setpriv from util-linux 2.38.1\n';
const HELP = `
Usage:
 setpriv [options] <program> [<argument>...]

Run a program with different privilege settings.

Options:
 -d, --dump                  show current state (and do not exec)
 --nnp, --no-new-privs       disallow granting new privileges
 --ambient-caps <caps,...>   set ambient capabilities
 --inh-caps <caps,...>       set inheritable capabilities
 --bounding-set <caps>       set capability bounding set
 --ruid <uid|user>           set real uid
 --euid <uid|user>           set effective uid
 --rgid <gid|user>           set real gid
 --egid <gid|group>          set effective gid
 --reuid <uid|user>          set real and effective uid
 --regid <gid|group>         set real and effective gid
 --clear-groups              clear supplementary groups
 --keep-groups               keep supplementary groups
 --init-groups               initialize supplementary groups
 --groups <group,...>        set supplementary groups by UID or name
 --securebits <bits>         set securebits
 --pdeathsig keep|clear|<signame>
                             set or clear parent death signal
 --selinux-label <label>     set SELinux label
 --apparmor-profile <pr>     set AppArmor profile
 --reset-env                 clear all environment and initialize
                               HOME, SHELL, USER, LOGNAME and PATH

 -h, --help                  display this help
 -V, --version               display version

 This tool can be dangerous.  Read the manpage, and be careful.

For more details see setpriv(1).
`;

/** Options that take a value. Processes here have one identity, no capabilities and no labels of their own. */
const VALUED = ['reuid', 'regid', 'groups', 'inh-caps', 'ambient-caps', 'bounding-set', 'securebits', 'pdeathsig'];
const FLAGS = ['clear-groups', 'keep-groups', 'init-groups', 'nnp', 'no-new-privs', 'reset-env', 'help', 'version'];
const ELSEWHERE = ['ruid', 'euid', 'rgid', 'egid', 'selinux-label', 'apparmor-profile', 'dump'];
const GROUP_OPTIONS = ['clear-groups', 'keep-groups', 'init-groups', 'groups'];

/** What ends it before anything runs; `hint` points at --help. */
class Refusal extends Error {
  readonly hint: boolean;
  constructor(message: string, hint = false) {
    super(message);
    this.hint = hint;
  }
}

/** util-linux's setpriv: a command as somebody else, in this very process. */
export const setpriv: Program = function* main(p: Process): Run {
  try {
    const { options, command } = read(p.argv.slice(1));
    if (options.has('help') || options.has('version')) {
      yield* p.write(1, options.has('help') ? HELP : VERSION);
      return 0;
    }
    if (command.length === 0) throw new Refusal('No program specified');
    const credentials = credentialsOf(p, options);
    if (options.has('reset-env')) resetEnvironment(p, userById(p, credentials.uid));
    change(p, credentials);
    return yield* run(p, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield* p.write(2, `setpriv: ${error.message}\n${error.hint ? "Try 'setpriv --help' for more information.\n" : ''}`);
    return 1;
  }
};

/** Options until the first argument that is none, as `+` tells getopt_long. */
function read(args: readonly string[]): { readonly options: ReadonlyMap<string, string>; readonly command: readonly string[] } {
  const options = new Map<string, string>();
  let at = 0;
  for (; args[at]?.startsWith('-') && args[at] !== '-'; at++) {
    const arg = args[at]!;
    if (arg === '--') return { options, command: args.slice(at + 1) };
    const short = { '-h': 'help', '-V': 'version', '-d': 'dump' }[arg];
    const [, name = short, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined)
      throw new Refusal(arg.startsWith('--') ? `unrecognized option '${arg}'` : `invalid option -- '${arg[1]}'`, true);
    if (ELSEWHERE.includes(name)) throw new Refusal(`--${name} is not simulated by Strata`);
    if (FLAGS.includes(name)) {
      if (inline !== undefined) throw new Refusal(`option '--${name}' doesn't allow an argument`, true);
      options.set(name, '');
    } else if (VALUED.includes(name)) {
      const value = inline ?? args[++at];
      if (value === undefined) throw new Refusal(`option '--${name}' requires an argument`, true);
      if (options.has(name))
        throw new Refusal(
          name === 'reuid' ? 'duplicate ruid or euid' : name === 'regid' ? 'duplicate rgid or egid' : `duplicate --${name} option`,
        );
      options.set(name, value);
    } else throw new Refusal(`unrecognized option '${arg}'`, true);
  }
  return { options, command: args.slice(at) };
}

function credentialsOf(p: Process, options: ReadonlyMap<string, string>): Credentials {
  const uid = options.has('reuid') ? userID(p, options.get('reuid')!) : undefined;
  const gid = options.has('regid') ? groupID(p, options.get('regid')!) : undefined;
  const groups = options.has('groups')
    ? options
        .get('groups')!
        .split(',')
        .map((name) => supplementaryID(p, name))
    : undefined;
  const given = GROUP_OPTIONS.filter((name) => options.has(name));
  if (given.length > 1) throw new Refusal('mutually exclusive arguments: --clear-groups --keep-groups --init-groups --groups');
  if (gid !== undefined && given.length === 0)
    throw new Refusal('--[re]gid requires --keep-groups, --clear-groups, --init-groups, or --groups');
  const [how] = given;
  if (how === 'init-groups' && uid === undefined) throw new Refusal('--init-groups requires --ruid or --reuid');
  const { credentials } = p;
  const now = { ...credentials, uid: uid ?? credentials.uid, gid: gid ?? credentials.gid };
  if (how === 'clear-groups') return { ...now, groups: [] };
  if (groups !== undefined) return { ...now, groups };
  if (how !== 'init-groups') return now;
  const user = userById(p, now.uid);
  if (user === undefined) throw new Refusal(`uid ${now.uid} not found, --init-groups requires an user that can be found on the system`);
  return { ...now, groups: groupsOf(p, user) };
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

function userID(p: Process, text: string): number {
  const user = userByName(p, text);
  if (user === undefined && !isNumber(text)) throw new Refusal(`failed to parse reuid: '${text}'`);
  return user?.uid ?? Number(text);
}

function groupID(p: Process, text: string): number {
  const group = groupByName(p, text);
  if (group === undefined && !isNumber(text)) throw new Refusal(`failed to parse regid: '${text}'`);
  return group?.gid ?? Number(text);
}

function supplementaryID(p: Process, text: string): number {
  const group = groupByName(p, text);
  if (group === undefined && !isNumber(text)) throw new Refusal(`Invalid supplementary group id: '${text}'`);
  return group?.gid ?? Number(text);
}

function resetEnvironment(p: Process, user: User | undefined): void {
  const kept = p.env.get('TERM');
  p.env.clear();
  if (kept !== undefined) p.env.set('TERM', kept);
  if (user !== undefined) {
    p.env.set('SHELL', user.shell === '' ? '/bin/sh' : user.shell);
    p.env.set('HOME', user.home);
    p.env.set('USER', user.name);
    p.env.set('LOGNAME', user.name);
  }
  const root = user?.uid === 0;
  p.env.set('PATH', root ? '/usr/local/sbin:/usr/local/bin:/sbin:/bin:/usr/sbin:/usr/bin' : '/usr/local/bin:/bin:/usr/bin');
}

/** Only root may become somebody else. */
function change(p: Process, credentials: Credentials): void {
  try {
    p.setCredentials(credentials);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Refusal(`${credentials.uid === p.credentials.uid ? 'setresgid' : 'setresuid'} failed: ${error.message}`);
  }
}

function* run(p: Process, command: readonly string[]): Run {
  try {
    return yield* become(p, command);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `setpriv: failed to execute ${command[0]}: ${error.message}\n`);
    return error.errno === 'ENOENT' ? 127 : 126;
  }
}
