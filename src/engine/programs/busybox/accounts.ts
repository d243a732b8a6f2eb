import { type ByteString, fromBytes, type Process, SysError } from '../../kernel/index.ts';

export interface User {
  readonly name: ByteString;
  readonly password: ByteString;
  readonly uid: number;
  readonly gid: number;
  readonly gecos: ByteString;
  readonly home: ByteString;
  readonly shell: ByteString;
}
export interface Group {
  readonly name: ByteString;
  readonly gid: number;
  readonly members: readonly ByteString[];
}

function lines(p: Process, path: string): string[][] {
  try {
    return fromBytes(p.fs.readFile(path, 1024 * 1024))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(':'));
  } catch (error) {
    if (error instanceof SysError) return [];
    throw error;
  }
}

const isId = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text);

/** Every user of /etc/passwd in file order; lines without all seven fields are left out (passwd(5)). */
export function users(p: Process): User[] {
  return lines(p, '/etc/passwd').flatMap(([name, password, uid, gid, gecos, home, shell]) =>
    name === undefined ||
    password === undefined ||
    !isId(uid) ||
    !isId(gid) ||
    gecos === undefined ||
    home === undefined ||
    shell === undefined
      ? []
      : [{ name, password, uid: Number(uid), gid: Number(gid), gecos, home, shell }],
  );
}
/** Every group of /etc/group in file order (group(5)). */
export function groups(p: Process): Group[] {
  return lines(p, '/etc/group').flatMap(([name, , gid, members]) =>
    name === undefined || !isId(gid)
      ? []
      : [{ name, gid: Number(gid), members: (members ?? '').split(',').filter((member) => member !== '') }],
  );
}

export const userByName = (p: Process, name: ByteString): User | undefined => users(p).find((user) => user.name === name);
export const userById = (p: Process, uid: number): User | undefined => users(p).find((user) => user.uid === uid);
export const groupByName = (p: Process, name: ByteString): Group | undefined => groups(p).find((group) => group.name === name);
export const groupById = (p: Process, gid: number): Group | undefined => groups(p).find((group) => group.gid === gid);

/** The groups a user belongs to, the primary first, as initgroups(3) finds them. */
export function groupsOf(p: Process, user: User): number[] {
  const more = groups(p).filter((group) => group.gid !== user.gid && group.members.includes(user.name));
  return [user.gid, ...new Set(more.map((group) => group.gid))];
}

/** Ids to names with a memory, for listings that ask the same often. */
export class NameCache {
  readonly #users: ReadonlyMap<number, ByteString>;
  readonly #groups: ReadonlyMap<number, ByteString>;
  constructor(p: Process) {
    this.#users = new Map(
      users(p)
        .reverse()
        .map((user) => [user.uid, user.name]),
    );
    this.#groups = new Map(
      groups(p)
        .reverse()
        .map((group) => [group.gid, group.name]),
    );
  }
  user(uid: number): ByteString | undefined {
    return this.#users.get(uid);
  }
  group(gid: number): ByteString | undefined {
    return this.#groups.get(gid);
  }
}
