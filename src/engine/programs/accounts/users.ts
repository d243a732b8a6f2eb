import type { Process, Step } from '../../kernel/index.ts';
import { exists, readText, removeTree, writeText } from '../package-data/index.ts';
import { AccountError } from './failure.ts';
import { addLine, freeId, idsOf, readFields, today, writeFields } from './files.ts';
import { getopt } from './getopt.ts';
import { addGroup, addMember, findGroup, leaveGroups, removeGroup, SYSTEM_MAX } from './groups.ts';
import { makeHome } from './home.ts';

const NAME = /^[a-z_][a-z0-9_-]*\$?$/;

const LONG: Readonly<Record<string, string>> = {
  badname: 'B',
  'base-dir': 'b',
  comment: 'c',
  'home-dir': 'd',
  home: 'd',
  defaults: 'D',
  expiredate: 'e',
  inactive: 'f',
  gid: 'g',
  groups: 'G',
  help: 'h',
  skel: 'k',
  key: 'K',
  'no-log-init': 'l',
  'create-home': 'm',
  'no-create-home': 'M',
  'no-user-group': 'N',
  'non-unique': 'o',
  password: 'p',
  system: 'r',
  root: 'R',
  prefix: 'P',
  shell: 's',
  uid: 'u',
  'user-group': 'U',
};

/** The default of a setting of /etc/login.defs or /etc/default/useradd. */
function setting(p: Process, file: string, name: string): string | undefined {
  return new RegExp(`^${name}[ \\t=]+(.*)$`, 'm').exec(readText(p, file) ?? '')?.[1]?.trim();
}

/** useradd(8). */
export function* useradd(p: Process, args: readonly string[]): Step<number> {
  const o = getopt(args, 'Bb:c:d:De:f:g:G:hk:K:lmMNop:rR:P:s:u:UZ:', LONG);
  const [name, extra] = o.operands;
  if (o.has('D') && name === undefined) {
    yield* p.write(1, 'GROUP=100\nHOME=/home\nINACTIVE=-1\nEXPIRE=\nSHELL=/bin/sh\nSKEL=/etc/skel\nCREATE_MAIL_SPOOL=no\nLOG_INIT=yes\n');
    return 0;
  }
  if (name === undefined || extra !== undefined) throw new AccountError('', 2, true);
  if (!o.has('B') && (!NAME.test(name) || name.length > 32))
    throw new AccountError(`invalid user name '${name}': use --badname to ignore`, 3);
  const users = readFields(p, '/etc/passwd');
  if (users.some(([other]) => other === name)) throw new AccountError(`user '${name}' already exists`, 9);
  const system = o.has('r');
  const wanted = o.get('u');
  if (wanted !== undefined && !/^\d+$/.test(wanted)) throw new AccountError(`invalid user ID '${wanted}'`, 3);
  if (wanted !== undefined && !o.has('o') && idsOf(users).has(Number(wanted))) throw new AccountError(`UID ${wanted} is not unique`, 4);
  const primary = o.get('g');
  const given = primary === undefined ? undefined : findGroup(p, primary);
  if (primary !== undefined && given === undefined) throw new AccountError(`group '${primary}' does not exist`, 6);
  const more = (o.get('G') ?? '').split(',').filter((group) => group !== '');
  for (const group of more) if (findGroup(p, group) === undefined) throw new AccountError(`group '${group}' does not exist`, 6);
  const ownGroup = given === undefined && !o.has('N');
  if (ownGroup && findGroup(p, name) !== undefined)
    throw new AccountError(`group ${name} exists - if you want to add this user to that group, use -g.`, 9);
  const taken = new Set([...idsOf(users), ...(ownGroup ? idsOf(readFields(p, '/etc/group')) : [])]);
  const uid =
    wanted !== undefined ? Number(wanted) : system ? freeId(idsOf(users), 101, SYSTEM_MAX, true) : freeId(taken, 1000, 60_000, false);
  if (uid === undefined) throw new AccountError("can't create unique UID (no more available UIDs)", 4);
  const gid = given !== undefined ? Number(given[2]) : ownGroup ? addOwnGroup(p, name, uid, system) : 100;
  const home = o.get('d') ?? `${o.get('b') ?? setting(p, '/etc/default/useradd', 'HOME') ?? '/home'}/${name}`;
  const shell = o.get('s') ?? setting(p, '/etc/default/useradd', 'SHELL') ?? '/bin/sh';
  addLine(p, '/etc/passwd', [name, 'x', String(uid), String(gid), o.get('c') ?? '', home, shell]);
  addShadow(p, name, o.get('p') ?? '!', system);
  for (const group of more) addMember(p, name, findGroup(p, group)![0]!);
  if (!system) addSubordinate(p, name);
  const byDefault = setting(p, '/etc/login.defs', 'CREATE_HOME') === 'yes' && !system;
  if ((o.has('m') || byDefault) && !o.has('M')) yield* createHome(p, name, home, uid, gid, o.get('k'));
  if (exists(p, shell) === false && o.has('s')) yield* p.write(2, `useradd: Warning: missing or non-executable shell '${shell}'\n`);
  yield* p.sleep(0.005);
  return 0;
}

/** The group of the user's name; the user's number if that is free. */
function addOwnGroup(p: Process, name: string, uid: number, system: boolean): number {
  const free = !idsOf(readFields(p, '/etc/group')).has(uid);
  return addGroup(p, name, { gid: free ? uid : undefined, system });
}

export function addShadow(p: Process, name: string, password: string, system: boolean): void {
  if (!exists(p, '/etc/shadow')) return;
  addLine(p, '/etc/shadow', [name, password, String(today(p)), ...(system ? ['', '', ''] : ['0', '99999', '7']), '', '', '']);
}

function addSubordinate(p: Process, name: string): void {
  for (const file of ['/etc/subuid', '/etc/subgid']) {
    const text = readText(p, file);
    if (text === undefined) continue;
    const ends = [...text.matchAll(/:(\d+):(\d+)$/gm)].map((match) => Number(match[1]) + Number(match[2]));
    writeText(p, file, `${text}${name}:${Math.max(100_000, ...ends)}:65536\n`);
  }
}

function* createHome(p: Process, name: string, home: string, uid: number, gid: number, skel: string | undefined): Step<void> {
  const mode = Number.parseInt(setting(p, '/etc/login.defs', 'HOME_MODE') ?? '0755', 8);
  if (makeHome(p, home, uid, gid, mode, skel)) return;
  yield* p.write(
    2,
    `useradd: warning: the home directory ${home} already exists.\nuseradd: Not copying any file from skel directory into it.\n`,
  );
  if (name === '') return;
}

/** usermod(8). */
export function* usermod(p: Process, args: readonly string[]): Step<number> {
  const o = getopt(args, 'ac:d:e:f:g:G:hl:Lmop:R:P:s:u:UrZ:', {
    ...LONG,
    append: 'a',
    login: 'l',
    lock: 'L',
    unlock: 'U',
    'move-home': 'm',
    remove: 'r',
    'create-home': '',
    system: '',
  });
  const [name, extra] = o.operands;
  if (name === undefined || extra !== undefined) throw new AccountError('', 2, true);
  const users = readFields(p, '/etc/passwd');
  const user = users.find(([other]) => other === name);
  if (user === undefined) throw new AccountError(`user '${name}' does not exist`, 6);
  if (o.has('a') && !o.has('G')) throw new AccountError('-a flag is only allowed with the -G flag', 2, true);
  const group = o.get('g') === undefined ? undefined : findGroup(p, o.get('g')!);
  if (o.has('g') && group === undefined) throw new AccountError(`group '${o.get('g')}' does not exist`, 6);
  const uid = o.get('u');
  if (uid !== undefined && !o.has('o') && users.some((fields) => fields[2] === uid && fields[0] !== name))
    throw new AccountError(`UID '${uid}' already exists`, 4);
  const login = o.get('l') ?? name;
  const groups = (o.get('G') ?? '').split(',').filter((each) => each !== '');
  for (const each of groups) if (findGroup(p, each) === undefined) throw new AccountError(`group '${each}' does not exist`, 6);
  const [, , oldUid = '', oldGid = '', gecos = '', oldHome = '', shell = ''] = user;
  const home = o.get('d') ?? oldHome;
  const fresh = [login, 'x', uid ?? oldUid, group?.[2] ?? oldGid, o.get('c') ?? gecos, home, o.get('s') ?? shell];
  writeFields(
    p,
    '/etc/passwd',
    users.map((fields) => (fields === user ? fresh : fields)),
  );
  if (exists(p, '/etc/shadow') && (login !== name || o.has('p') || o.has('L') || o.has('U')))
    writeFields(
      p,
      '/etc/shadow',
      readFields(p, '/etc/shadow').map((fields) => (fields[0] === name ? [login, secret(fields[1] ?? '', o), ...fields.slice(2)] : fields)),
    );
  if (o.has('G')) {
    if (!o.has('a')) leaveGroups(p, name, new Set(groups));
    for (const each of groups) addMember(p, name, findGroup(p, each)![0]!);
  }
  if (o.has('m') && home !== oldHome && exists(p, oldHome) && !exists(p, home)) p.fs.rename(oldHome, home);
  if (uid !== undefined && exists(p, home)) own(p, home, Number(oldUid), Number(uid));
  yield* p.sleep(0.005);
  return 0;
}

const secret = (old: string, o: { has(letter: string): boolean; get(letter: string): string | undefined }): string =>
  o.get('p') ?? (o.has('L') ? `!${old}` : o.has('U') ? old.replace(/^!/, '') : old);

/** Gives what a user has in a directory to its new number. */
function own(p: Process, path: string, from: number, to: number): void {
  const { kind, uid } = p.fs.lstat(path);
  if (uid === from) p.fs.chown(path, to, undefined, false);
  if (kind === 'dir') for (const name of p.fs.readdir(path)) own(p, `${path}/${name}`, from, to);
}

/** userdel(8). */
export function* userdel(p: Process, args: readonly string[]): Step<number> {
  const o = getopt(args, 'fhrR:P:Z', { force: 'f', help: 'h', remove: 'r', root: 'R', prefix: 'P' });
  const [name] = o.operands;
  if (name === undefined) throw new AccountError('', 2, true);
  const user = readFields(p, '/etc/passwd').find(([other]) => other === name);
  if (user === undefined) throw new AccountError(`user '${name}' does not exist`, 6);
  removeUser(p, name);
  if (o.has('r')) {
    yield* p.write(2, `userdel: ${name} mail spool (/var/mail/${name}) not found\n`);
    const home = user[5] ?? '';
    if (home !== '' && home !== '/' && exists(p, home)) removeTree(p, home);
    else yield* p.write(2, `userdel: ${name} home directory (${home}) not found\n`);
  }
  return 0;
}

/** Takes a user out of all files, and its own group when nobody else is in it. */
export function removeUser(p: Process, name: string): void {
  for (const file of ['/etc/passwd', '/etc/shadow'] as const)
    if (exists(p, file))
      writeFields(
        p,
        file,
        readFields(p, file).filter(([other]) => other !== name),
      );
  leaveGroups(p, name, new Set());
  const own = findGroup(p, name);
  if (own !== undefined && !readFields(p, '/etc/passwd').some((fields) => fields[3] === own[2]) && (own[3] ?? '') === '')
    removeGroup(p, name);
  for (const file of ['/etc/subuid', '/etc/subgid']) {
    const text = readText(p, file);
    if (text !== undefined) writeText(p, file, text.replace(new RegExp(`^${name}:.*\n`, 'm'), ''));
  }
}
