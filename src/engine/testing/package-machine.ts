import './preload.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { executableBody, type Program } from '../kernel/index.ts';
import { withPrograms } from '../programs/index.ts';
import { providePackages } from '../programs/package-data/index.ts';
import { ROOT, type Tree, TreeEdit, textBody } from '../tree/index.ts';
import { busyboxTree, type Ran, runIn } from './machine.ts';

const parts = new URL('../../../content/packages/', import.meta.url);
providePackages(
  Object.fromEntries(
    readdirSync(parts)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -5), () => JSON.parse(readFileSync(new URL(name, parts), 'utf8')) as unknown]),
  ),
);

/** Files of a small test machine: text, `@program` for an executable, `>target` for a link. */
export type Files = Readonly<Record<string, string>>;

const HOSTS = `127.0.0.1 localhost
203.0.113.80 deb.debian.org security.debian.org archive.ubuntu.com security.ubuntu.com mirrors.aliyun.com archive.debian.org
203.0.113.81 dl-cdn.alpinelinux.org mirrors.tuna.tsinghua.edu.cn mirrorlist.centos.org vault.centos.org mirrors.fedoraproject.org
203.0.113.82 pypi.org files.pythonhosted.org pypi.tuna.tsinghua.edu.cn registry.npmjs.org registry.npmmirror.com
203.0.113.83 github.com proxy.golang.org sum.golang.org
`;

/** The busybox tree with these files added; names that package managers fetch from resolve unless `offline`. */
export function treeWith(files: Files, offline = false): Tree {
  const edit = new TreeEdit(busyboxTree());
  const all: Files = { '/etc/hosts': offline ? '127.0.0.1 localhost\n' : HOSTS, ...files };
  for (const [path, text] of Object.entries(all)) {
    let dir: number = ROOT;
    const names = path.split('/').slice(1);
    for (const name of names.slice(0, -1)) {
      const below = edit.child(dir, name);
      dir = below?.ino ?? edit.create(dir, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 });
    }
    const name = names.at(-1)!;
    if (name === '') continue;
    if (edit.child(dir, name) !== undefined) edit.unlink(dir, name);
    const meta = { uid: 0, gid: 0, mtime: 0 };
    if (text.startsWith('>')) edit.create(dir, name, { kind: 'symlink', target: text.slice(1), mode: 0o777, ...meta });
    else {
      const body = text.startsWith('@') ? executableBody(text.slice(1), 4096) : textBody(text);
      edit.create(dir, name, { kind: 'file', body, mode: text.startsWith('@') || text.startsWith('#!') ? 0o755 : 0o644, ...meta });
    }
  }
  return edit.tree();
}

/** Runs shell lines on a machine of these files with these programs besides busybox. */
export function runOn(
  tree: Tree,
  programs: Readonly<Record<string, Program>>,
  script: string,
  options: { uid?: number; env?: Record<string, string>; cwd?: string; stdin?: string } = {},
): Ran {
  return runIn(withPrograms(programs), ['sh', '-c', script], { tree, ...options });
}
