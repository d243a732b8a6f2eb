import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText, fromBytes, toBytes } from '../../../kernel/index.ts';
import { busyboxTree, runIn } from '../../../testing/machine.ts';
import { bytesBody, ROOT, readBody, type Tree, TreeEdit } from '../../../tree/index.ts';
import { programs } from '../../index.ts';

interface Recorded {
  argv: string[];
  /** Name of a file of the table, or the bytes themselves. */
  stdin?: string;
  out: string;
  err: string;
  code: number;
  files?: Record<string, string | null>;
}

const base = busyboxTree();
const meta = { mode: 0o644, uid: 0, gid: 0, mtime: 0 };

function treeWith(files: Record<string, string>): Tree {
  const edit = new TreeEdit(base);
  const dirs = new Map([['', edit.create(ROOT, 'w', { kind: 'dir', ...meta, mode: 0o755 })]]);
  for (const [path, content] of Object.entries(files)) {
    const names = path.split('/');
    let parent = '';
    for (const name of names.slice(0, -1)) {
      const dir = `${parent}${name}/`;
      if (!dirs.has(dir)) dirs.set(dir, edit.create(dirs.get(parent)!, name, { kind: 'dir', ...meta, mode: 0o755 }));
      parent = dir;
    }
    edit.create(dirs.get(parent)!, names.at(-1)!, { kind: 'file', body: bytesBody(toBytes(content)), ...meta });
  }
  return edit.tree();
}

function contentOf(tree: Tree, path: string): string | null {
  const inode = tree.at(`/w/${path}`);
  return inode?.kind === 'file' ? fromBytes(readBody(inode.body)) : null;
}

const folder = new URL('./testdata/', import.meta.url);
const tables = readdirSync(folder).filter((name) => name.endsWith('.oracle'));

test.each(tables)('APT-1 every command of %s does what the recorded busybox did', (name) => {
  const [head, ...rows] = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  const { files } = JSON.parse(head!) as { files: Record<string, string> };
  const tree = treeWith(files);
  const wrong: string[] = [];
  for (const row of rows) {
    const recorded = JSON.parse(row) as Recorded;
    const stdin = recorded.stdin === undefined ? {} : { stdin: decodeText(files[recorded.stdin] ?? recorded.stdin) };
    let got: Recorded;
    try {
      const ran = runIn(programs, recorded.argv.map(decodeText), { tree, cwd: '/w', env: { TZ: 'UTC' }, maxTurns: 200_000, ...stdin });
      const changed = Object.fromEntries(Object.keys(recorded.files ?? {}).map((path) => [path, contentOf(ran.tree, path)]));
      got = { argv: recorded.argv, out: ran.stdout, err: ran.stderr, code: ran.code, files: changed };
    } catch (error) {
      got = { argv: recorded.argv, out: '', err: String((error as Error).stack), code: -1, files: {} };
    }
    const want = { argv: recorded.argv, out: recorded.out, err: recorded.err, code: recorded.code, files: recorded.files ?? {} };
    const [was, is] = [JSON.stringify(want), JSON.stringify(got)];
    if (was !== is) wrong.push(`want ${was}\ngot  ${is}`);
  }
  expect(wrong.join('\n')).toBe('');
});
