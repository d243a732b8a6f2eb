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
  if (which.length === 0) {
    const rest = ids.groups.length > 0 ? ` groups=${ids.groups.map((group) => named(group, groupName(a.p, group))).join(',')}` : '';
    yield* a.line(`uid=${named(uid, userName(a.p, uid))} gid=${named(gid, groupName(a.p, gid))}${rest}`);
    return 0;
  }
  const values = which[0] === 'G' ? allGroups(ids) : [which[0] === 'u' ? uid : gid];
  const names = values.map((value) => (o.has('n') ? (which[0] === 'u' ? userName(a.p, value) : groupName(a.p, value)) : String(value)));
  return yield* listIds(a, values, names);
}

/** The primary group first, then the others as they stand, as often as they do. */
const allGroups = ({ gid, groups: more }: Ids): readonly number[] => [gid, ...more.filter((group) => group !== gid)];

/** Prints names in one line; a number stands for a name that is missing, with a complaint after it. */
function* listIds(a: Call, values: readonly number[], names: readonly (string | undefined)[]): Run {
  let status = 0;
  for (const [i, value] of values.entries()) {
    if (i > 0) yield* a.print(' ');
    yield* a.print(names[i] ?? String(value));
    if (names[i] !== undefined) continue;
    yield* a.complain(`unknown ID ${value}`);
    status = 1;
  }
  yield* a.line('');
  return status;
}

/** groups [USER]. */
export function* groups(a: Call): Run {
  const o = a.options('');
  const all = allGroups(idsOf(a, o.rest[0]));
  return yield* listIds(
    a,
    all,
    all.map((group) => groupName(a.p, group)),
  );
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
