import type { Credentials, Process } from '../../kernel/index.ts';
import { groupByName, groupsOf, userByName } from '../busybox/accounts.ts';

/** The credentials that a server takes on when it becomes this user; undefined when there is none of this name. */
export function accountNamed(p: Process, name: string): Credentials | undefined {
  const user = userByName(p, name);
  return user === undefined ? undefined : { uid: user.uid, gid: user.gid, groups: groupsOf(p, user) };
}
export const groupNamed = (p: Process, name: string): number | undefined => groupByName(p, name)?.gid;
