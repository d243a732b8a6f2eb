import { expect, test } from 'vitest';
import { withPrograms } from '../programs/index.ts';
import { busyboxTree, runIn } from '../testing/machine.ts';
import { ROOT, TreeEdit, textBody } from '../tree/index.ts';
import { compiledBody, compiledText, recognise } from './program.ts';

const speak = withPrograms({
  *told(p) {
    yield* p.write(1, compiledText(p.fs.readBody(p.executable)));
    return 0;
  },
});

test('PKG-80 a dynamically linked program runs only where its loader is', () => {
  const body = compiledBody({ program: 'told', text: 'hello\n', size: 4096, interpreter: '/lib/ld-x.so' });
  expect(body.size).toBe(4096);
  expect(recognise(body)).toEqual({ kind: 'program', name: 'told', architecture: 'amd64', loader: '/lib/ld-x.so' });
  const edit = new TreeEdit(busyboxTree());
  edit.create(ROOT, 'app', { kind: 'file', body, mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  expect(runIn(speak, ['sh', '-c', '/app'], { tree: edit.tree() })).toMatchObject({ code: 127, stderr: 'sh: /app: not found\n' });
  const lib = edit.child(ROOT, 'lib')?.ino ?? edit.create(ROOT, 'lib', { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  edit.create(lib, 'ld-x.so', { kind: 'file', body: textBody(''), mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  expect(runIn(speak, ['sh', '-c', '/app'], { tree: edit.tree() })).toMatchObject({ code: 0, stdout: 'hello\n' });
});
