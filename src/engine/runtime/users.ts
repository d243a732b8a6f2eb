import { readBody, resolveIn, type Tree } from '../tree/index.ts';

const decoder = new TextDecoder();

interface Passwd {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}
interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

export interface ResolvedUser {
  readonly uid: number;
  readonly gid: number;
  /** Supplementary groups. */
  readonly groups: readonly number[];
  readonly home: string;
}

/** A user or group that /etc/passwd or /etc/group does not know. `message` is the runtime's text (moby/sys user). */
export class UnknownUser extends Error {}

const isNumber = (text: string): boolean => /^-?\d+$/.test(text);

function lines(root: Tree, path: string): string[] {
  const inode = resolveIn(root, path);
  return inode?.kind === 'file' ? decoder.decode(readBody(inode.body)).split('\n') : [];
}

export function readPasswd(root: Tree): Passwd[] {
  return lines(root, '/etc/passwd').flatMap((line) => {
    const [name, , uid, gid, , home] = line.split(':');
    return name && uid !== undefined && isNumber(uid) ? [{ name, uid: Number(uid), gid: Number(gid) || 0, home: home ?? '' }] : [];
  });
}

export function readGroups(root: Tree): Group[] {
  return lines(root, '/etc/group').flatMap((line) => {
    const [name, , gid, members] = line.split(':');
    return name && gid !== undefined && isNumber(gid)
      ? [{ name, gid: Number(gid), members: (members ?? '').split(',').filter((m) => m !== '') }]
      : [];
  });
}

/**
 * `user[:group]` against a root file system's own /etc/passwd and /etc/group. Numbers need no entry.
 * Source: moby/sys user.GetExecUser.
 */
export function resolveUser(root: Tree, spec: string, groupAdd: readonly string[] = []): ResolvedUser {
  const [userText = '', groupText = ''] = spec.split(':', 2);
  const passwd = readPasswd(root);
  const groups = readGroups(root);
  const wanted = userText === '' ? '0' : userText;
  const entry =
    passwd.find((line) => line.name === wanted) ?? (isNumber(wanted) ? passwd.find((line) => line.uid === Number(wanted)) : undefined);
  if (entry === undefined && !isNumber(wanted))
    throw new UnknownUser(`unable to find user ${userText}: no matching entries in passwd file`);
  const uid = entry?.uid ?? Number(wanted);
  const group = groupText === '' ? undefined : findGroup(groups, groupText);
  if (outOfRange(uid) || outOfRange(group ?? 0)) throw new UnknownUser(RANGE);
  const own =
    groupText === '' && entry !== undefined ? groups.filter((line) => line.members.includes(entry.name)).map((line) => line.gid) : [];
  const extra = groupAdd.map((name) => findGroup(groups, name));
  if (extra.some(outOfRange)) throw new UnknownUser(RANGE);
  return { uid, gid: group ?? entry?.gid ?? 0, groups: [...own, ...new Set(extra)], home: entry?.home || '/' };
}

const RANGE = 'uids and gids must be in range 0-2147483647';
const outOfRange = (id: number): boolean => id < 0 || id > 0x7fffffff;

function findGroup(groups: readonly Group[], text: string): number {
  const entry = groups.find((line) => line.name === text);
  if (entry !== undefined) return entry.gid;
  if (isNumber(text)) return Number(text);
  throw new UnknownUser(`unable to find group ${text}: no matching entries in group file`);
}
