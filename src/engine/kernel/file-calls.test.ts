import { expect, test } from 'vitest';
import { diff } from '../layer/index.ts';
import { busyboxTree } from '../testing/machine.ts';
import { type NewInode, ROOT, TreeEdit, textBody } from '../tree/index.ts';
import { encodeText, Kernel, Namespace, nullFile, overlayFileSystem, type Process, SysError, toBytes } from './index.ts';

const tree = (() => {
  const edit = new TreeEdit(busyboxTree());
  const meta = { uid: 0, gid: 0, mtime: 0 };
  const dir = edit.create(ROOT, 'data', { kind: 'dir', mode: 0o755, ...meta } as NewInode);
  const one = edit.create(dir, 'one', { kind: 'file', body: textBody('1'), mode: 0o644, ...meta });
  edit.link(one, dir, 'two');
  return edit.tree();
})();

function start(uid = 0, options: { readonly?: boolean; capabilities?: string[] } = {}): { p: Process; changes: () => string[] } {
  const kernel = new Kernel({ programs: new Map(), now: 1000, seed: 1 });
  const root = overlayFileSystem(tree);
  const ns = new Namespace({ id: 't', hostname: 't', root, readonly: options.readonly ?? false });
  const credentials = {
    uid,
    gid: uid,
    groups: [],
    ...(options.capabilities === undefined ? {} : { capabilities: new Set(options.capabilities) }),
  };
  const p = kernel.start({ ns, argv: ['t'], env: new Map(), credentials, files: [nullFile()] });
  return { p, changes: () => diff(tree, root.tree()).map((change) => `${change.kind[0]} ${change.path}`) };
}

const errno = (action: () => unknown): string => {
  try {
    action();
    return 'none';
  } catch (error) {
    if (error instanceof SysError) return error.errno;
    throw error;
  }
};

test('KRN-2 permission bits hold for everyone but root, and root needs an x bit to execute', () => {
  const user = start(5).p;
  expect(errno(() => user.fs.writeFile('/etc/passwd', toBytes('x')))).toBe('EACCES');
  expect(errno(() => user.fs.mkdir('/new'))).toBe('EACCES');
  expect(errno(() => user.fs.readdir('/root'))).toBe('EACCES');
  user.fs.writeFile('/tmp/mine', toBytes('x'));
  expect(start().p.fs.can('/etc/passwd', 1)).toBe(false);
  expect(errno(() => user.fs.chmod('/etc/passwd', 0o777))).toBe('EPERM');
  expect(errno(() => user.fs.chown('/tmp/mine', 0, undefined))).toBe('EPERM');
});

test('KRN-3 in a sticky directory only the owner removes a name', () => {
  const { p } = start();
  p.fs.writeFile('/tmp/roots', toBytes('x'));
  p.setCredentials({ uid: 7, gid: 7, groups: [] });
  expect(errno(() => p.fs.unlink('/tmp/roots'))).toBe('EPERM');
});

test('KRN-4 a dropped capability is refused to root', () => {
  expect(errno(() => start(0, { capabilities: ['FOWNER'] }).p.fs.chown('/tmp', 1, undefined))).toBe('EPERM');
  expect(errno(() => start(0, { capabilities: [] }).p.fs.readdir('/root'))).toBe('none');
});

test('KRN-5 a read-only root gives EROFS', () => {
  const { p } = start(0, { readonly: true });
  expect(errno(() => p.fs.mkdir('/x'))).toBe('EROFS');
  expect(errno(() => p.fs.chmod('/etc', 0o700))).toBe('EROFS');
  expect(errno(() => p.fs.unlink('/etc/passwd'))).toBe('EROFS');
});

test('KRN-6 opening for writing copies a file up even when nothing is written', () => {
  const { p, changes } = start();
  p.io.close(p.fs.open('/etc/passwd', { write: true, append: true }));
  expect(changes()).toEqual(['m /etc', 'm /etc/passwd']);
});

test('KRN-7 a hard link of the lower tree is its own file once it is changed', () => {
  const { p, changes } = start();
  p.fs.writeFile('/data/one', toBytes('changed'));
  expect(new TextDecoder().decode(p.fs.readFile('/data/two'))).toBe('1');
  expect(p.fs.stat('/data/one').nlink).toBe(1);
  expect(changes()).toEqual(['m /data', 'm /data/one']);
});

test('KRN-8 a directory of the lower tree cannot be renamed, one made above it can', () => {
  const { p, changes } = start();
  expect(errno(() => p.fs.rename('/data', '/moved'))).toBe('EXDEV');
  p.fs.mkdir('/fresh');
  p.fs.rename('/fresh', '/moved');
  p.fs.rename('/data/two', '/two');
  expect(changes()).toEqual(['m /data', 'd /data/two', 'a /moved', 'a /two']);
});

test('KRN-9 a removed file lives on while it is open', () => {
  const { p, changes } = start();
  const fd = p.fs.open('/tmp/f', { read: true, write: true, create: true });
  p.fs.unlink('/tmp/f');
  const file = p.io.at(fd);
  file.write(toBytes('still'), 0);
  file.seek?.(0, 'set');
  expect(file.read(10)).toEqual(toBytes('still'));
  p.io.close(fd);
  expect(changes().filter((change) => change.includes('/tmp/f'))).toEqual([]);
});

test('KRN-10 paths are bytes: a name in UTF-8 is one name for programs and for trees', () => {
  const { p } = start();
  p.fs.mkdir(encodeText('/tmp/目录'));
  expect(p.fs.readdir('/tmp')).toEqual([encodeText('目录')]);
  expect(p.ns.root.fs.tree().at('/tmp/目录')?.kind).toBe('dir');
});

test('KRN-11 lookup errors are those of path_resolution(7)', () => {
  const { p } = start();
  p.fs.symlink('loop', '/tmp/loop');
  expect(errno(() => p.fs.stat('/tmp/loop'))).toBe('ELOOP');
  expect(errno(() => p.fs.stat('/etc/passwd/x'))).toBe('ENOTDIR');
  expect(errno(() => p.fs.stat('/etc/passwd/'))).toBe('ENOTDIR');
  expect(errno(() => p.fs.stat(`/${'n'.repeat(300)}`))).toBe('ENAMETOOLONG');
  expect(errno(() => p.fs.stat(''))).toBe('ENOENT');
  expect(errno(() => p.fs.rmdir('/data'))).toBe('ENOTEMPTY');
  expect(errno(() => p.fs.rename('/data', '/data/in'))).toBe('EINVAL');
});

test('KRN-12 a file system has a limit, and says so as a full disk does', () => {
  const { p } = start();
  const fd = p.fs.open('/tmp/big', { write: true, create: true });
  expect(errno(() => p.io.at(fd).truncate?.(600 * 1024 * 1024, 0))).toBe('ENOSPC');
  expect(p.fs.stat('/tmp/big').size).toBe(0);
});
