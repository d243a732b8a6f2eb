import type { Process } from '../../kernel/index.ts';
import { putLink } from '../package-data/index.ts';

const LINE = /^update-alternatives: using (\S+) to provide (\S+) \((\S+)\) in auto mode$/;

/** Makes the links that a script's line about alternatives tells of: the generic name by way of /etc/alternatives. Not for what is not there. */
export function provideAlternative(p: Process, line: string): void {
  const [, target, link, name] = LINE.exec(line) ?? [];
  if (target === undefined || link === undefined || name === undefined || !p.fs.exists(target)) return;
  putLink(p, `/etc/alternatives/${name}`, target);
  putLink(p, link, `/etc/alternatives/${name}`);
}

/** Takes away what `provideAlternative` made for this line, when it still points there. */
export function removeAlternative(p: Process, line: string): void {
  const [, target, link, name] = LINE.exec(line) ?? [];
  if (target === undefined || link === undefined || name === undefined) return;
  for (const [path, to] of [
    [`/etc/alternatives/${name}`, target],
    [link, `/etc/alternatives/${name}`],
  ] as const) {
    if (!isLink(p, path) || p.fs.readlink(path) !== to) continue;
    p.fs.unlink(path);
  }
}

function isLink(p: Process, path: string): boolean {
  try {
    return p.fs.lstat(path).kind === 'symlink';
  } catch {
    return false;
  }
}
