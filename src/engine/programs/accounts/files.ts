import type { Process } from '../../kernel/index.ts';
import { readText, writeText } from '../package-data/index.ts';

/** The four files that accounts live in, as lines of fields. */
export type AccountFile = '/etc/passwd' | '/etc/group' | '/etc/shadow' | '/etc/gshadow';

export function readFields(p: Process, file: AccountFile): string[][] {
  return (readText(p, file) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}

/** Writes the lines back, the old file kept with a dash as the shadow tools do. Throws SysError. */
export function writeFields(p: Process, file: AccountFile, lines: readonly (readonly string[])[]): void {
  const mode = file.includes('shadow') ? 0o640 : 0o644;
  const before = readText(p, file);
  if (before !== undefined) writeText(p, `${file}-`, before, { mode });
  writeText(p, file, lines.map((fields) => `${fields.join(':')}\n`).join(''), { mode });
}

export const addLine = (p: Process, file: AccountFile, fields: readonly string[]): void =>
  writeFields(p, file, [...readFields(p, file), fields]);

/** The first free number: upwards from `low`, or for system accounts downwards from `high` after what is taken. */
export function freeId(taken: ReadonlySet<number>, low: number, high: number, downwards: boolean): number | undefined {
  if (!downwards) {
    let next = low;
    for (const id of taken) if (id >= low && id <= high && id >= next) next = id + 1;
    if (next <= high) return next;
    for (let id = low; id <= high; id++) if (!taken.has(id)) return id;
    return undefined;
  }
  for (let id = high; id >= low; id--) if (!taken.has(id)) return id;
  return undefined;
}

export const idsOf = (lines: readonly (readonly string[])[]): Set<number> => new Set(lines.map((fields) => Number(fields[2])));
/** Days since 1970: the date of a password. */
export const today = (p: Process): number => Math.floor(p.now() / 86_400);

/** Takes a user out of a group's list of members. */
export function removeMember(p: Process, group: string, user: string): void {
  const without = (members: string): string =>
    members
      .split(',')
      .filter((each) => each !== user)
      .join(',');
  const lines = readFields(p, '/etc/group').map((fields) =>
    fields[0] === group ? [...fields.slice(0, 3), without(fields[3] ?? '')] : fields,
  );
  writeFields(p, '/etc/group', lines);
}
