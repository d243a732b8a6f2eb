import type { Process, Step } from '../../kernel/index.ts';
import { exists, readText } from '../package-data/index.ts';
import { AccountError } from './failure.ts';
import { addLine, freeId, idsOf, readFields, removeMember, writeFields } from './files.ts';
import { addGroup, addMember, findGroup, removeGroup } from './groups.ts';
import { makeHome } from './home.ts';
import { addShadow, removeUser } from './users.ts';

/** Options of adduser and addgroup, long ones only; the rest are operands. */
interface Words {
  readonly operands: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
}

const VALUED = new Set([
  'home',
  'shell',
  'uid',
  'firstuid',
  'lastuid',
  'gid',
  'firstgid',
  'lastgid',
  'ingroup',
  'gecos',
  'comment',
  'conf',
]);
const FLAGS = new Set([
  'system',
  'group',
  'disabled-password',
  'disabled-login',
  'no-create-home',
  'quiet',
  'debug',
  'force-badname',
  'allow-badname',
  'add_extra_groups',
  'add-extra-groups',
  'encrypt-home',
  'remove-home',
  'remove-all-files',
  'only-if-empty',
  'allow-bad-names',
  'allow-all-names',
]);

function read(args: readonly string[]): Words {
  const operands: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const at = word.indexOf('=');
    const name = word.replace(/^--?/, '').replace(/=.*$/, '');
    if (VALUED.has(name)) flags.set(name, at < 0 ? (args[++i] ?? '') : word.slice(at + 1));
    else if (FLAGS.has(name)) flags.set(name, '');
    else if (name === 'q') flags.set('quiet', '');
    else throw new AccountError(`Unknown option: ${name}`, 1);
  }
  return { operands, flags };
}

/** Debian's adduser 3.134, and addgroup, which is the same program by another name. */
export function* adduser(p: Process, called: string, args: readonly string[]): Step<number> {
  const { operands, flags } = read(args);
  const say = function* (text: string): Step<void> {
    if (!flags.has('quiet')) yield* p.write(1, text);
  };
  const [name, group] = operands;
  if (name === undefined) throw new AccountError('Only one or two names allowed.', 1);
  if (called === 'addgroup' || (flags.has('group') && !flags.has('system'))) {
    if (group !== undefined) return yield* join(p, name, group, say);
    return yield* newGroup(p, name, flags, say);
  }
  if (group !== undefined) return yield* join(p, name, group, say);
  return yield* newUser(p, name, flags, say);
}

type Say = (text: string) => Step<void>;

function* join(p: Process, user: string, group: string, say: Say): Step<number> {
  if (!readFields(p, '/etc/passwd').some(([other]) => other === user)) throw new AccountError(`The user \`${user}' does not exist.`, 1);
  if (findGroup(p, group) === undefined) throw new AccountError(`The group \`${group}' does not exist.`, 1);
  if (!addMember(p, user, group)) {
    yield* p.write(2, `adduser: The user \`${user}' is already a member of \`${group}'.\n`);
    return 0;
  }
  yield* say(`Adding user \`${user}' to group \`${group}' ...\nDone.\n`);
  return 0;
}

const firstFree = (taken: ReadonlySet<number>, system: boolean): number =>
  (system ? upFrom(taken, 100, 999) : freeId(taken, 1000, 59_999, false)) ?? 999;
function upFrom(taken: ReadonlySet<number>, low: number, high: number): number | undefined {
  for (let id = low; id <= high; id++) if (!taken.has(id)) return id;
  return undefined;
}

function* newGroup(p: Process, name: string, flags: ReadonlyMap<string, string>, say: Say): Step<number> {
  const system = flags.has('system');
  const known = readFields(p, '/etc/group').find(([other]) => other === name);
  if (known !== undefined) {
    if (!system) throw new AccountError(`The group \`${name}' already exists.`, 1);
    yield* p.write(2, `addgroup: The group \`${name}' already exists as a system group. Exiting.\n`);
    return 0;
  }
  const gid = flags.get('gid') === undefined ? firstFree(idsOf(readFields(p, '/etc/group')), system) : Number(flags.get('gid'));
  if (flags.has('gid') && idsOf(readFields(p, '/etc/group')).has(gid)) throw new AccountError(`The GID \`${gid}' is already in use.`, 1);
  yield* say(`Adding group \`${name}' (GID ${gid}) ...\n`);
  addGroup(p, name, { gid, system });
  yield* say('Done.\n');
  return 0;
}

function* newUser(p: Process, name: string, flags: ReadonlyMap<string, string>, say: Say): Step<number> {
  const system = flags.has('system');
  const users = readFields(p, '/etc/passwd');
  const known = users.find(([other]) => other === name);
  if (known !== undefined) {
    if (!system || Number(known[2]) >= 1000) throw new AccountError(`The user \`${name}' already exists.`, 1);
    yield* p.write(2, `adduser: The system user \`${name}' already exists. Exiting.\n`);
    return 0;
  }
  const ingroup = flags.get('ingroup') ?? flags.get('gid');
  const given = ingroup === undefined ? undefined : findGroup(p, ingroup);
  if (ingroup !== undefined && given === undefined)
    throw new AccountError(flags.has('gid') ? `The GID ${ingroup} does not exist.` : `The group \`${ingroup}' does not exist.`, 1);
  const uid = flags.get('uid') === undefined ? firstFree(idsOf(users), system) : Number(flags.get('uid'));
  if (flags.has('uid') && idsOf(users).has(uid)) throw new AccountError(`The UID ${uid} is already in use.`, 1);
  const comment = flags.get('gecos') ?? flags.get('comment');
  if (!system && comment === undefined && !p.isatty(0)) yield* p.write(2, '');
  yield* say(system ? `Adding system user \`${name}' (UID ${uid}) ...\n` : `Adding user \`${name}' ...\n`);
  let gid: number;
  let group: string;
  if (given !== undefined) [gid, group] = [Number(given[2]), given[0]!];
  else if (system && !flags.has('group')) [gid, group] = [Number(findGroup(p, 'nogroup')?.[2] ?? 65_534), 'nogroup'];
  else {
    gid = firstFree(new Set([...idsOf(readFields(p, '/etc/group')), ...(system ? [] : [])]), system);
    if (!system && !idsOf(readFields(p, '/etc/group')).has(uid)) gid = uid;
    group = name;
    yield* say(system ? `Adding new group \`${name}' (GID ${gid}) ...\n` : `Adding new group \`${name}' (${gid}) ...\n`);
    addGroup(p, name, { gid, system });
  }
  yield* say(
    system
      ? `Adding new user \`${name}' (UID ${uid}) with group \`${group}' ...\n`
      : `Adding new user \`${name}' (${uid}) with group \`${group} (${gid})' ...\n`,
  );
  const home = flags.get('home') ?? (system ? '/nonexistent' : `/home/${name}`);
  const shell = flags.get('shell') ?? (system ? '/usr/sbin/nologin' : exists(p, '/bin/bash') ? '/bin/bash' : '/bin/sh');
  addLine(p, '/etc/passwd', [name, 'x', String(uid), String(gid), system ? (comment ?? '') : `${comment ?? ''},,,`, home, shell]);
  addShadow(p, name, system || !flags.has('disabled-password') ? '!' : '*', system);
  if (flags.has('no-create-home') || home === '/nonexistent') yield* say(`Not creating \`${home}'.\n`);
  else {
    yield* say(`Creating home directory \`${home}' ...\n`);
    if (makeHome(p, home, uid, gid, 0o755, system ? '/nonexistent' : '/etc/skel')) {
      if (!system) yield* say("Copying files from `/etc/skel' ...\n");
    }
  }
  if (!system && findGroup(p, 'users') !== undefined) {
    yield* say(`Adding new user \`${name}' to supplemental / extra groups \`users' ...\nAdding user \`${name}' to group \`users' ...\n`);
    addMember(p, name, 'users');
  }
  return 0;
}

/** deluser and delgroup. */
export function* deluser(p: Process, called: string, args: readonly string[]): Step<number> {
  const { operands, flags } = read(args);
  const [name, group] = operands;
  if (name === undefined) throw new AccountError('Only one or two names allowed.', 1);
  const quiet = flags.has('quiet');
  if (called === 'delgroup' || flags.has('group')) {
    if (findGroup(p, name) === undefined) throw new AccountError(`The group \`${name}' does not exist.`, 3);
    if (!quiet) yield* p.write(1, `Removing group \`${name}' ...\nDone.\n`);
    removeGroup(p, name);
    return 0;
  }
  const user = readFields(p, '/etc/passwd').find(([other]) => other === name);
  if (user === undefined) throw new AccountError(`The user \`${name}' does not exist.`, 2);
  if (group !== undefined) {
    if (!quiet) yield* p.write(1, `Removing user \`${name}' from group \`${group}' ...\nDone.\n`);
    removeMember(p, group, name);
    return 0;
  }
  if (!quiet) yield* p.write(1, `Removing user \`${name}' ...\nDone.\n`);
  removeUser(p, name);
  return 0;
}

/** chpasswd(8): `user:password` lines. The password is kept as a mark, not as a hash. */
export function* chpasswd(p: Process): Step<number> {
  const text = String.fromCharCode(...(yield* p.readAll(0, 1024 * 1024)));
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [name = '', password] = line.split(':');
    if (password === undefined) throw new AccountError(`line ${at + 1}: missing new password`, 1);
    if (!(readText(p, '/etc/passwd') ?? '').split('\n').some((each) => each.startsWith(`${name}:`))) {
      yield* p.write(2, `chpasswd: line ${at + 1}: user '${name}' does not exist\nchpasswd: error detected, changes ignored\n`);
      return 1;
    }
    writeFields(
      p,
      '/etc/shadow',
      readFields(p, '/etc/shadow').map((fields) => (fields[0] === name ? [name, '$strata$', ...fields.slice(2)] : fields)),
    );
  }
  return 0;
}
