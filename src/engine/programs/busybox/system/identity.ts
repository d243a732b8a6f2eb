import type { Process, Run } from '../../../kernel/index.ts';
import { groupById, groupsOf, userById, userByName } from '../accounts.ts';
import type { Call } from '../applet.ts';

interface Ids {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

function idsOf(a: Call, name: string | undefined): Ids {
  if (name !== undefined) {
    const user = userByName(a.p, name) ?? a.die(`unknown user ${name}`);
    return { uid: user.uid, gid: user.gid, groups: groupsOf(a.p, user) };
  }
  const { uid, gid, groups } = a.p.credentials;
  return { uid, gid, groups };
}

const userName = (p: Process, uid: number): string | undefined => userById(p, uid)?.name;
const groupName = (p: Process, gid: number): string | undefined => groupById(p, gid)?.name;
const named = (id: number, name: string | undefined): string => (name === undefined ? String(id) : `${id}(${name})`);

/** id [-ugGnr] [USER]. */
export function* id(a: Call): Run {
  const o = a.options('ugGrn', { max: 1 });
  const ids = idsOf(a, o.rest[0]);
  const { uid, gid } = ids;
  const which = ['u', 'g', 'G'].filter((key) => o.has(key));
  if (which.length > 1 || ((o.has('n') || o.has('r')) && which.length === 0)) a.showUsage();
  let status = 0;
  if (which.length === 0) {
    const rest = ids.groups.length > 0 ? ` groups=${ids.groups.map((group) => named(group, groupName(a.p, group))).join(',')}` : '';
    yield* a.line(`uid=${named(uid, userName(a.p, uid))} gid=${named(gid, groupName(a.p, gid))}${rest}`);
    return 0;
  }
  const show = function* (kind: 'user' | 'group', value: number): Generator<never, string> {
    if (!o.has('n')) return String(value);
    const name = kind === 'user' ? userName(a.p, value) : groupName(a.p, value);
    if (name === undefined) status = 1;
    return name ?? `${kind === 'user' ? 'unknown ID ' : 'unknown ID '}${value}`;
  };
  if (which[0] === 'G') {
    const all = ids.groups.includes(gid) || ids.groups.length === 0 ? ids.groups : [gid, ...ids.groups];
    const texts: string[] = [];
    for (const group of all.length === 0 ? [gid] : all) texts.push(yield* show('group', group));
    yield* a.line(texts.join(' '));
  } else yield* a.line(yield* show(which[0] === 'u' ? 'user' : 'group', which[0] === 'u' ? uid : gid));
  return status;
}

/** groups [USER]. */
export function* groups(a: Call): Run {
  const o = a.options('');
  const { gid, groups: more } = idsOf(a, o.rest[0]);
  const all = more.includes(gid) ? more : [gid, ...more];
  let status = 0;
  const texts = all.map((group) => {
    const name = groupName(a.p, group);
    if (name === undefined) status = 1;
    return name ?? String(group);
  });
  yield* a.line(texts.join(' '));
  return status;
}

/** whoami. */
export function* whoami(a: Call): Run {
  a.options('', { max: 0 });
  const { uid } = a.p.credentials;
  yield* a.line(userName(a.p, uid) ?? a.die(`unknown uid ${uid}`));
  return 0;
}

/** logname: containers have no login session. */
export function* logname(a: Call): Run {
  a.options('', { max: 0 });
  return a.die('getlogin: No such device or address');
}
