import { type Credentials, type Process, type Step, SysError } from '../../kernel/index.ts';
import { groupByName, groupsOf, userById, userByName } from '../busybox/accounts.ts';

/** A user specification that leads nowhere; the message is gosu's. */
export class SpecError extends Error {}

export interface Identity {
  readonly credentials: Credentials;
  readonly home: string;
}

/** `user`, `user:group`, numbers for either: who that is. Throws SpecError for a name that nobody has. */
export function identify(p: Process, spec: string): Identity {
  const [name = '', groupName] = spec.split(':');
  const user = userByName(p, name) ?? (/^\d+$/.test(name) ? userById(p, Number(name)) : undefined);
  if (user === undefined && !/^\d+$/.test(name)) throw new SpecError(`unable to find user ${name}: no matching entries in passwd file`);
  const uid = user?.uid ?? Number(name);
  let gid = user?.gid ?? p.credentials.gid;
  if (groupName !== undefined) {
    const group = groupByName(p, groupName);
    if (group === undefined && !/^\d+$/.test(groupName))
      throw new SpecError(`unable to find group ${groupName}: no matching entries in group file`);
    gid = group?.gid ?? Number(groupName);
  }
  const groups = groupName === undefined && user !== undefined ? groupsOf(p, user) : [gid];
  return { credentials: { ...p.credentials, uid, gid, groups }, home: user?.home ?? '/' };
}

/** Becomes a command looked up in PATH, never a shell for a file without format. Throws SysError when there is none. */
export function* become(p: Process, argv: readonly string[]): Step<never> {
  const [name = ''] = argv;
  if (name.includes('/')) return yield* p.execve(name, argv, p.env);
  let failure = new SysError('ENOENT');
  for (const dir of (p.env.get('PATH') ?? '/usr/local/bin:/bin:/usr/bin').split(':')) {
    try {
      return yield* p.execve(`${dir === '' ? '.' : dir}/${name}`, argv, p.env);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'ENOENT' && error.errno !== 'ENOTDIR') failure = error;
    }
  }
  throw failure;
}
