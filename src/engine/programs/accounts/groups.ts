import type { Process, Step } from '../../kernel/index.ts';
import { exists } from '../package-data/index.ts';
import { AccountError } from './failure.ts';
import { addLine, freeId, idsOf, readFields, writeFields } from './files.ts';
import { getopt } from './getopt.ts';

const NAME = /^[a-z_][a-z0-9_-]*\$?$/;

/** The highest number that `groupadd -r` and `useradd -r` give; they go down from there (login.defs). */
export const SYSTEM_MAX = 999;

export function findGroup(p: Process, name: string): readonly string[] | undefined {
  const groups = readFields(p, '/etc/group');
  return groups.find(([other]) => other === name) ?? (/^\d+$/.test(name) ? groups.find((fields) => fields[2] === name) : undefined);
}

/** Adds a line for a group; without a number the next free one, from above for system groups. Gives the number. */
export function addGroup(p: Process, name: string, options: { gid?: number | undefined; system?: boolean; members?: string } = {}): number {
  const groups = readFields(p, '/etc/group');
  const system = options.system ?? false;
  const gid = options.gid ?? (system ? freeId(idsOf(groups), 101, SYSTEM_MAX, true) : freeId(idsOf(groups), 1000, 60_000, false));
  if (gid === undefined) throw new AccountError("Can't get unique GID (no more available GIDs)", 4);
  addLine(p, '/etc/group', [name, 'x', String(gid), options.members ?? '']);
  if (exists(p, '/etc/gshadow')) addLine(p, '/etc/gshadow', [name, '!', '', options.members ?? '']);
  return gid;
}

/** groupadd(8). */
export function* groupadd(p: Process, args: readonly string[]): Step<number> {
  const o = getopt(args, 'fg:hK:op:rR:P:U:', {
    force: 'f',
    gid: 'g',
    help: 'h',
    key: 'K',
    'non-unique': 'o',
    password: 'p',
    system: 'r',
    root: 'R',
    prefix: 'P',
    users: 'U',
  });
  const [name, extra] = o.operands;
  if (name === undefined || extra !== undefined) throw new AccountError('', 2, true);
  if (!NAME.test(name) || name.length > 32) throw new AccountError(`'${name}' is not a valid group name`, 3);
  const wanted = o.get('g');
  if (wanted !== undefined && !/^\d+$/.test(wanted)) throw new AccountError(`invalid group ID '${wanted}'`, 3);
  if (readFields(p, '/etc/group').some(([other]) => other === name)) {
    if (o.has('f')) return 0;
    throw new AccountError(`group '${name}' already exists`, 9);
  }
  let gid = wanted === undefined ? undefined : Number(wanted);
  if (gid !== undefined && !o.has('o') && idsOf(readFields(p, '/etc/group')).has(gid)) {
    if (!o.has('f')) throw new AccountError(`GID '${gid}' already exists`, 4);
    gid = undefined;
  }
  addGroup(p, name, { gid, system: o.has('r'), members: o.get('U') ?? '' });
  yield* p.sleep(0.005);
  return 0;
}

/** groupmod(8): -n and -g. */
export function* groupmod(p: Process, args: readonly string[]): Step<number> {
  const o = getopt(args, 'g:n:op:hR:', { gid: 'g', 'new-name': 'n', 'non-unique': 'o', password: 'p', help: 'h', root: 'R' });
  const [name] = o.operands;
  if (name === undefined) throw new AccountError('', 2, true);
  if (findGroup(p, name) === undefined) throw new AccountError(`group '${name}' does not exist`, 6);
  const [fresh, gid] = [o.get('n'), o.get('g')];
  if (fresh !== undefined && readFields(p, '/etc/group').some(([other]) => other === fresh))
    throw new AccountError(`group '${fresh}' already exists`, 9);
  if (gid !== undefined && !o.has('o') && idsOf(readFields(p, '/etc/group')).has(Number(gid)))
    throw new AccountError(`GID '${gid}' already exists`, 4);
  writeFields(
    p,
    '/etc/group',
    readFields(p, '/etc/group').map((fields) =>
      fields[0] === name ? [fresh ?? name, fields[1]!, gid ?? fields[2]!, fields[3] ?? ''] : fields,
    ),
  );
  yield* p.sleep(0.005);
  return 0;
}

/** groupdel(8). */
export function* groupdel(p: Process, args: readonly string[]): Step<number> {
  const [name] = getopt(args, 'fhR:P:', { force: 'f', help: 'h', root: 'R', prefix: 'P' }).operands;
  if (name === undefined) throw new AccountError('', 2, true);
  const group = readFields(p, '/etc/group').find(([other]) => other === name);
  if (group === undefined) throw new AccountError(`group '${name}' does not exist`, 6);
  const user = readFields(p, '/etc/passwd').find((fields) => fields[3] === group[2]);
  if (user !== undefined) throw new AccountError(`cannot remove the primary group of user '${user[0]}'`, 8);
  removeGroup(p, name);
  yield* p.sleep(0.005);
  return 0;
}

export function removeGroup(p: Process, name: string): void {
  writeFields(
    p,
    '/etc/group',
    readFields(p, '/etc/group').filter(([other]) => other !== name),
  );
  if (exists(p, '/etc/gshadow'))
    writeFields(
      p,
      '/etc/gshadow',
      readFields(p, '/etc/gshadow').filter(([other]) => other !== name),
    );
}

/** Puts a user among the members of a group; false when it was there. */
export function addMember(p: Process, user: string, group: string): boolean {
  let added = false;
  const change = (lines: string[][]): string[][] =>
    lines.map((fields) => {
      const members = (fields[3] ?? '').split(',').filter((member) => member !== '');
      if (fields[0] !== group || members.includes(user)) return fields;
      added = true;
      return [...fields.slice(0, 3), [...members, user].join(',')];
    });
  writeFields(p, '/etc/group', change(readFields(p, '/etc/group')));
  if (exists(p, '/etc/gshadow')) writeFields(p, '/etc/gshadow', change(readFields(p, '/etc/gshadow')));
  return added;
}

/** Takes a user out of every group but these. */
export function leaveGroups(p: Process, user: string, keep: ReadonlySet<string>): void {
  const change = (lines: string[][]): string[][] =>
    lines.map((fields) =>
      keep.has(fields[0]!)
        ? fields
        : [
            ...fields.slice(0, 3),
            (fields[3] ?? '')
              .split(',')
              .filter((member) => member !== user)
              .join(','),
          ],
    );
  writeFields(p, '/etc/group', change(readFields(p, '/etc/group')));
  if (exists(p, '/etc/gshadow')) writeFields(p, '/etc/gshadow', change(readFields(p, '/etc/gshadow')));
}
