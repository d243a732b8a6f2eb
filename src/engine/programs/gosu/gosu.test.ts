import { describe, expect, test } from 'vitest';
import { runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const tree = treeWith({
  ...Object.fromEntries(
    ['gosu', 'su-exec', 'setpriv', 'tini', 'dumb-init'].map((name) => [
      `/usr/local/bin/${name}`,
      name.endsWith('i') && name === 'tini' ? '@tini' : name === 'dumb-init' ? '@tini' : '@gosu',
    ]),
  ),
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/sh\n',
  '/etc/group': 'root:x:0:\nextra:x:50:nobody\nnogroup:x:65534:\n',
});
const run = (script: string, uid = 0) => runOn(tree, programs, script.replace(/\bsetpriv\b/g, '/usr/local/bin/setpriv'), { uid });

describe('gosu and init programs', () => {
  test('PKG-40 gosu runs a command as a user with its groups and home, in its own process', () => {
    expect(run("gosu nobody sh -c 'id; echo $HOME'").stdout).toBe(
      'uid=65534(nobody) gid=65534(nogroup) groups=50(extra),65534(nogroup)\n/nonexistent\n',
    );
    expect(run('gosu 1000:50 id').stdout).toBe('uid=1000 gid=50(extra) groups=50(extra)\n');
    expect(run("gosu nobody sh -c 'echo $PPID'; sh -c 'echo $PPID'; true").stdout).toMatch(/^(\d+)\n\1\n$/);
  });

  test('PKG-41 gosu says what it cannot do', () => {
    expect(run('gosu nosuch id')).toMatchObject({
      code: 1,
      stderr: 'error: failed switching to "nosuch": unable to find user nosuch: no matching entries in passwd file\n',
    });
    expect(run('gosu nobody nocmd')).toMatchObject({ code: 1, stderr: 'error: exec: "nocmd": executable file not found in $PATH\n' });
    expect(run('gosu root id', 1000)).toMatchObject({ code: 1, stderr: 'error: failed switching to "root": operation not permitted\n' });
    expect(run('gosu').code).toBe(1);
  });

  test('PKG-42 su-exec and setpriv do the same in their own words', () => {
    expect(run('su-exec nobody id -u').stdout).toBe('65534\n');
    expect(run('setpriv --reuid=65534 --regid=65534 --clear-groups id').stdout).toBe('uid=65534(nobody) gid=65534(nogroup)\n');
  });

  test('PKG-43 tini passes signals on and ends with its child’s status', () => {
    expect(run('tini -s -- sh -c "exit 7"').code).toBe(7);
    expect(run('tini -s -- sleep 100 & sleep 1; kill $!; wait $!; echo $?').stdout).toBe('143\n');
    expect(run('tini -s -- nocmd')).toMatchObject({ code: 127 });
    expect(run('dumb-init echo hi').stdout).toBe('hi\n');
  });
});
