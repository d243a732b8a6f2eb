import type { Run } from '../../kernel/index.ts';
import type { Applet, Applets, Call } from '../busybox/applet.ts';
import { exists } from '../package-data/index.ts';
import { addLine, freeId, idsOf, readFields, removeMember, writeFields } from './files.ts';
import { addMember, findGroup, leaveGroups, removeGroup } from './groups.ts';
import { makeHome } from './home.ts';

const LONG_USER = {
  home: { as: 'h', arg: 'required' },
  gecos: { as: 'g', arg: 'required' },
  shell: { as: 's', arg: 'required' },
  ingroup: { as: 'G', arg: 'required' },
  'disabled-password': { as: 'D' },
  'empty-password': { as: 'D' },
  system: { as: 'S' },
  'no-create-home': { as: 'H' },
  uid: { as: 'u', arg: 'required' },
  skel: { as: 'k', arg: 'required' },
} as const;

/** Alpine's busybox has these applets; the build that other images carry has none, and says so. */
const onAlpine = (applet: Applet): Applet =>
  function* only(a: Call): Run {
    if (exists(a.p, '/etc/alpine-release') || exists(a.p, '/etc/apk')) {
      if (a.p.credentials.uid !== 0) return a.die('permission denied (are you root?)');
      return yield* applet(a);
    }
    yield* a.warn(`${a.name}: applet not found\n`);
    return 127;
  };

const idsUp = (taken: ReadonlySet<number>, system: boolean): number => {
  if (!system) return freeId(taken, 1000, 60_000, false) ?? 60_000;
  for (let id = 100; id < 1000; id++) if (!taken.has(id)) return id;
  return 999;
};

function addGroupLine(a: Call, name: string, gid: number): void {
  addLine(a.p, '/etc/group', [name, 'x', String(gid), '']);
  if (exists(a.p, '/etc/gshadow')) addLine(a.p, '/etc/gshadow', [name, '!', '', '']);
}

/** adduser [-h DIR] [-g GECOS] [-s SHELL] [-G GROUP] [-S] [-D] [-H] [-u UID] USER [GROUP] */
function* adduser(a: Call): Run {
  const o = a.options('h:g:s:G:DSHu:k:', { long: LONG_USER, min: 1, max: 2 });
  const [name = '', group] = o.rest;
  const users = readFields(a.p, '/etc/passwd');
  const known = users.some(([other]) => other === name);
  if (group !== undefined) {
    if (findGroup(a.p, group) === undefined) return a.die(`unknown group ${group}`);
    if (!known) return a.die(`unknown user ${name}`);
    addMember(a.p, name, group);
    return 0;
  }
  if (known) return a.die(`user '${name}' in use`);
  if (!/^[A-Za-z_.][A-Za-z0-9_.@-]*\$?$/.test(name)) return a.die('illegal name');
  const system = o.has('S');
  const wanted = o.value('u');
  const uid = wanted === undefined ? idsUp(idsOf(users), system) : Number(wanted);
  if (wanted !== undefined && idsOf(users).has(uid)) return a.die(`uid '${wanted}' in use`);
  const primary = o.value('G');
  const found = primary === undefined ? undefined : findGroup(a.p, primary);
  if (primary !== undefined && found === undefined) return a.die(`unknown group ${primary}`);
  let gid: number;
  if (found !== undefined) gid = Number(found[2]);
  else if (system) gid = Number(findGroup(a.p, 'nogroup')?.[2] ?? 65_533);
  else {
    if (findGroup(a.p, name) !== undefined) return a.die(`group '${name}' in use`);
    const groups = idsOf(readFields(a.p, '/etc/group'));
    gid = groups.has(uid) ? idsUp(groups, false) : uid;
    addGroupLine(a, name, gid);
  }
  const home = o.value('h') ?? `/home/${name}`;
  const shell = o.value('s') ?? (system ? '/sbin/nologin' : '/bin/sh');
  addLine(a.p, '/etc/passwd', [name, 'x', String(uid), String(gid), o.value('g') ?? 'Linux User,,,', home, shell]);
  if (exists(a.p, '/etc/shadow'))
    addLine(a.p, '/etc/shadow', [name, '!', String(Math.floor(a.p.now() / 86_400)), '0', '99999', '7', '', '', '']);
  if (!o.has('H') && !system) makeHome(a.p, home, uid, gid, 0o2755, o.value('k') ?? '/etc/skel');
  if (!o.has('D') && !system && !a.p.isatty(0)) yield* a.warn('passwd: no input, the password stays locked\n');
  return 0;
}

/** addgroup [-g GID] [-S] [USER] GROUP */
function* addgroup(a: Call): Run {
  const o = a.options('g:S', { long: { gid: { as: 'g', arg: 'required' }, system: { as: 'S' } }, min: 1, max: 2 });
  const [first = '', group] = o.rest;
  if (group !== undefined) {
    if (findGroup(a.p, group) === undefined) return a.die(`unknown group ${group}`);
    if (!readFields(a.p, '/etc/passwd').some(([other]) => other === first)) return a.die(`unknown user ${first}`);
    addMember(a.p, first, group);
    return 0;
  }
  const groups = readFields(a.p, '/etc/group');
  if (groups.some(([other]) => other === first)) return a.die(`group '${first}' in use`);
  const wanted = o.value('g');
  if (wanted !== undefined && idsOf(groups).has(Number(wanted))) return a.die(`gid '${wanted}' in use`);
  addGroupLine(a, first, wanted === undefined ? idsUp(idsOf(groups), o.has('S')) : Number(wanted));
  if (a.p.tick()) yield {};
  return 0;
}

/** deluser [--remove-home] USER, delgroup [USER] GROUP */
function* deluser(a: Call): Run {
  const o = a.options('', { long: { 'remove-home': { as: 'r' } }, min: 1, max: 2 });
  const [name = '', group] = o.rest;
  if (a.name === 'delgroup' && group === undefined) {
    if (findGroup(a.p, name) === undefined) return a.die(`unknown group ${name}`);
    removeGroup(a.p, name);
    return 0;
  }
  const users = readFields(a.p, '/etc/passwd');
  if (!users.some(([other]) => other === name)) return a.die(`unknown user ${name}`);
  if (group !== undefined) {
    removeMember(a.p, group, name);
    return 0;
  }
  for (const file of ['/etc/passwd', '/etc/shadow'] as const)
    if (exists(a.p, file))
      writeFields(
        a.p,
        file,
        readFields(a.p, file).filter(([other]) => other !== name),
      );
  leaveGroups(a.p, name, new Set());
  if (findGroup(a.p, name) !== undefined) removeGroup(a.p, name);
  if (a.p.tick()) yield {};
  return 0;
}

export const accountApplets: Applets = {
  adduser: onAlpine(adduser),
  addgroup: onAlpine(addgroup),
  deluser: onAlpine(deluser),
  delgroup: onAlpine(deluser),
};
