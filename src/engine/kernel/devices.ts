import { type Content, ROOT, Tree, TreeEdit } from '../tree/index.ts';

type Special = readonly [name: string, mode: number, content: Exclude<Content, { kind: 'dir' }>];
const device = (major: number, minor: number): Exclude<Content, { kind: 'dir' }> => ({ kind: 'char', major, minor });
const alias = (target: string): Exclude<Content, { kind: 'dir' }> => ({ kind: 'symlink', target });

const NODES: readonly Special[] = [
  ['null', 0o666, device(1, 3)],
  ['zero', 0o666, device(1, 5)],
  ['full', 0o666, device(1, 7)],
  ['random', 0o666, device(1, 8)],
  ['urandom', 0o666, device(1, 9)],
  ['tty', 0o666, device(5, 0)],
  ['console', 0o620, device(5, 1)],
  ['fd', 0o777, alias('/proc/self/fd')],
  ['stdin', 0o777, alias('/proc/self/fd/0')],
  ['stdout', 0o777, alias('/proc/self/fd/1')],
  ['stderr', 0o777, alias('/proc/self/fd/2')],
  ['ptmx', 0o777, alias('pts/ptmx')],
];

/** What runc puts into a container's /dev (runtime-spec config-linux.md, "Default Devices"). */
export function deviceTree(now: number, options: { console?: boolean } = {}): Tree {
  const edit = new TreeEdit(Tree.empty(now));
  for (const [name, mode, content] of NODES) {
    if (name === 'console' && options.console !== true) continue;
    edit.create(ROOT, name, { ...content, mode, uid: 0, gid: 0, mtime: now });
  }
  for (const name of ['pts', 'mqueue', 'shm'])
    edit.create(ROOT, name, { kind: 'dir', mode: name === 'pts' ? 0o755 : 0o1777, uid: 0, gid: 0, mtime: now });
  return edit.tree();
}
