import { readGroups, readPasswd } from '../../runtime/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { Owner } from '../files/scratch-tree.ts';

/** `user[:group]` for file operations. A name that is not in /etc/passwd or /etc/group is 0, as if nothing had been said. Source: buildkit solver/llbsolver/file/user_linux.go. */
export function fileOwner(tree: Tree, spec: string): Owner {
  const colon = spec.indexOf(':');
  const user = colon < 0 ? spec : spec.slice(0, colon);
  const group = colon < 0 ? '' : spec.slice(colon + 1);
  const entry = isNumber(user) ? { uid: Number(user), gid: Number(user) } : readPasswd(tree).find(({ name }) => name === user);
  const { uid, gid } = entry ?? { uid: 0, gid: 0 };
  if (group === '') return { uid, gid };
  return { uid, gid: isNumber(group) ? Number(group) : (readGroups(tree).find(({ name }) => name === group)?.gid ?? gid) };
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);
