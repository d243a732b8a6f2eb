import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import { groupByName, userByName } from '../accounts.ts';
import type { Call } from '../applet.ts';
import type { Options } from '../options.ts';
import { walk } from '../walk.ts';

interface Owner {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

const SPEC = 'RhfcvLHP';
const LONG = {
  recursive: { as: 'R' },
  'no-dereference': { as: 'h' },
  changes: { as: 'c' },
  silent: { as: 'f' },
  quiet: { as: 'f' },
  verbose: { as: 'v' },
} as const;

/** chown [-RhLHPcvf] USER[:[GROUP]] FILE…. */
export function* chown(a: Call): Run {
  const o = a.options(SPEC, { min: 2, long: LONG });
  return yield* change(a, o, parseOwner(a, o.rest[0]!));
}

/** chgrp [-RhLHPcvf] GROUP FILE…. */
export function* chgrp(a: Call): Run {
  const o = a.options(SPEC, { min: 2, long: LONG });
  return yield* change(a, o, { uid: undefined, gid: groupId(a, o.rest[0]!) });
}

/** A number taken as an id; ids have 32 bits, and the last of them means none. */
const idOf = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) % 2 ** 32 : undefined);

/** A group's number from its name or number; ends the applet when it is neither. */
export function groupId(a: Call, text: ByteString): number {
  const group = groupByName(a.p, text);
  if (group !== undefined) return group.gid;
  return idOf(text) ?? a.die(`unknown group ${text}`);
}
/** A user's number from its name or number; ends the applet when it is neither. */
export function userId(a: Call, text: ByteString): number {
  const user = userByName(a.p, text);
  if (user !== undefined) return user.uid;
  return idOf(text) ?? a.die(`unknown user ${text}`);
}

/** `USER`, `USER:GROUP`, `USER.GROUP`, `:GROUP`, `USER:` (the user's own group), as parse_chown_usergroup reads them. */
export function parseOwner(a: Call, text: ByteString): Owner {
  let at = text.indexOf(':');
  if (at < 0 && userByName(a.p, text) === undefined) at = text.indexOf('.');
  if (at < 0) return { uid: userId(a, text), gid: undefined };
  const user = text.slice(0, at);
  const group = text.slice(at + 1);
  if (user === '') return { uid: undefined, gid: groupId(a, group) };
  const own = userByName(a.p, user);
  if (group === '') {
    if (own !== undefined) return { uid: own.uid, gid: own.gid };
    return { uid: idOf(user) ?? a.die(`unknown user ${user}`), gid: undefined };
  }
  const uid = own?.uid ?? idOf(user);
  const gid = groupByName(a.p, group)?.gid ?? idOf(group);
  if (uid === undefined || gid === undefined) a.die(`unknown user/group ${user}:${group}`);
  return { uid, gid };
}

const given = (id: number | undefined): number | undefined => (id === 2 ** 32 - 1 ? undefined : id);

function* change(a: Call, o: Options, owner: Owner): Run {
  let status = 0;
  for (const path of o.rest.slice(1)) {
    const good = yield* walk(a, path, {
      recurse: o.has('R'),
      depthFirst: true,
      ...(o.has('L') ? { follow: 'all' } : o.has('H') ? { follow: 'arguments' } : {}),
      *visit(at, stat) {
        const follow = !o.has('h') && (!o.has('R') || o.has('L'));
        // What is not given is taken from the path itself, even when the owner of a link's target is set.
        const uid = given(owner.uid) ?? stat.uid;
        const gid = given(owner.gid) ?? stat.gid;
        try {
          a.p.fs.chown(at, uid, gid, follow);
        } catch (error) {
          if (!(error instanceof SysError)) throw error;
          if (!o.has('f')) yield* a.complainOf(at, error);
          if (!o.has('f') && stat.kind === 'dir' && o.has('R')) yield* a.complainOf(at, error);
          return false;
        }
        const changed = uid !== stat.uid || gid !== stat.gid;
        if (o.has('v') || (o.has('c') && changed)) yield* a.print(`changed ownership of '${at}' to ${uid}:${gid}\n`);
        return true;
      },
    });
    if (!good) status = 1;
  }
  return status;
}
