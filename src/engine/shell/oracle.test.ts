import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { programs } from '../programs/index.ts';
import { busyboxTree, runIn } from '../testing/machine.ts';
import { bytesBody, ROOT, TreeEdit } from '../tree/index.ts';

interface Recording {
  readonly rule: string;
  readonly runs: readonly { readonly name: string; readonly stdout: string; readonly stderr: string; readonly exit: number }[];
}

const folder = new URL('./testdata/', import.meta.url);
const base = busyboxTree();

/** The scripts of a table: `#### name`, then the text up to the next. */
function scriptsOf(file: string): Map<string, string> {
  const blocks = readFileSync(new URL(file, folder), 'latin1')
    .split(/^#### /m)
    .slice(1);
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)]));
}

function run(script: string): { stdout: string; stderr: string; code: number } {
  const edit = new TreeEdit(base);
  const dir = edit.create(ROOT, 's', { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  const body = bytesBody(Uint8Array.from(script, (c) => c.charCodeAt(0)));
  edit.create(dir, 'x.sh', { kind: 'file', body, mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  const env = { PWD: '/tmp', OLDPWD: '/', SHLVL: '1' };
  return runIn(programs, ['sh', '/s/x.sh'], { tree: edit.tree(), cwd: '/tmp', stdin: '', env });
}

/** Process numbers differ between machines. */
const plain = (text: string): string => text.replace(/\b\d{4,7}\b/g, '<N>');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.oracle'))) {
  const { rule, runs } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recording;
  const area = file.replace('.oracle', '');
  const scripts = scriptsOf(`${area}.scripts`);
  describe(`${rule} ${area} as the real ash`, () => {
    for (const recorded of runs) {
      test(`${rule} ${recorded.name}`, () => {
        const ran = run(scripts.get(recorded.name)!);
        const actual = { stdout: plain(ran.stdout), stderr: plain(ran.stderr), exit: ran.code };
        expect(actual).toEqual({ stdout: plain(recorded.stdout), stderr: plain(recorded.stderr), exit: recorded.exit });
      });
    }
  });
}
