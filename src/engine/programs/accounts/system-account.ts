import type { Process } from '../../kernel/index.ts';
import { addLine, freeId, idsOf, readFields, today } from './files.ts';

/** A system group as packages' scripts make it (adduser's range, upwards from 101); nothing when there is one. Gives its number. */
export function addSystemGroup(p: Process, name: string): number {
  const groups = readFields(p, '/etc/group');
  const known = groups.find(([other]) => other === name);
  if (known !== undefined) return Number(known[2]);
  const gid = freeId(idsOf(groups), 101, 999, false) ?? 999;
  addLine(p, '/etc/group', [name, 'x', String(gid), '']);
  if (p.fs.exists('/etc/gshadow')) addLine(p, '/etc/gshadow', [name, '!', '', '']);
  return gid;
}

/** A system user with a group of its own; nothing when there is one. */
export function addSystemUser(p: Process, name: string, home: string): void {
  const users = readFields(p, '/etc/passwd');
  if (users.some(([other]) => other === name)) return;
  const gid = addSystemGroup(p, name);
  const uid = freeId(idsOf(users), 100, 999, false) ?? 999;
  addLine(p, '/etc/passwd', [name, 'x', String(uid), String(gid), '', home, '/usr/sbin/nologin']);
  if (p.fs.exists('/etc/shadow')) addLine(p, '/etc/shadow', [name, '!', String(today(p)), '', '', '', '', '', '']);
}
