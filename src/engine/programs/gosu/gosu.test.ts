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

  test('PKG-115 setpriv is util-linux’s, with its groups and its errors', () => {
    const outcome = (line: string, uid = 0) => {
      const { stdout, stderr, code } = run(line, uid);
      return `${stdout}${stderr}[${code}]`;
    };
    // Recorded from setpriv of util-linux 2.38.1.
    const recorded: readonly (readonly [string, string])[] = [
      ['setpriv', 'setpriv: No program specified\n[1]'],
      ['setpriv --reuid=nosuch id', "setpriv: failed to parse reuid: 'nosuch'\n[1]"],
      ['setpriv --regid nosuch --clear-groups id', "setpriv: failed to parse regid: 'nosuch'\n[1]"],
      ['setpriv --regid=65534 id', 'setpriv: --[re]gid requires --keep-groups, --clear-groups, --init-groups, or --groups\n[1]'],
      ['setpriv --init-groups id', 'setpriv: --init-groups requires --ruid or --reuid\n[1]'],
      [
        'setpriv --reuid=0 --clear-groups --init-groups id',
        'setpriv: mutually exclusive arguments: --clear-groups --keep-groups --init-groups --groups\n[1]',
      ],
      [
        'setpriv --reuid=4242 --regid=0 --init-groups id',
        'setpriv: uid 4242 not found, --init-groups requires an user that can be found on the system\n[1]',
      ],
      ['setpriv --regid=0 --groups=nosuch id', "setpriv: Invalid supplementary group id: 'nosuch'\n[1]"],
      ['setpriv --foo id', "setpriv: unrecognized option '--foo'\nTry 'setpriv --help' for more information.\n[1]"],
      ['setpriv -x', "setpriv: invalid option -- 'x'\nTry 'setpriv --help' for more information.\n[1]"],
      ['setpriv --reuid', "setpriv: option '--reuid' requires an argument\nTry 'setpriv --help' for more information.\n[1]"],
      ['setpriv --reuid=1 --reuid=2 id', 'setpriv: duplicate ruid or euid\n[1]'],
      ['setpriv --reuid=0 --regid=0 --clear-groups nosuchcmd', 'setpriv: failed to execute nosuchcmd: No such file or directory\n[127]'],
      ['setpriv --reuid=0 --regid=0 --clear-groups /etc/passwd', 'setpriv: failed to execute /etc/passwd: Permission denied\n[126]'],
      ['setpriv --bounding-set -all --inh-caps=-all -- id -u', '0\n[0]'],
      ['setpriv -V', 'setpriv from util-linux 2.38.1\n[0]'],
    ];
    for (const [line, said] of recorded) expect(outcome(line), line).toBe(said);
    expect(outcome('setpriv --reuid=0 id', 1000)).toBe('setpriv: setresuid failed: Operation not permitted\n[1]');
    expect(outcome('setpriv --reuid=nobody --regid=nogroup --init-groups id')).toBe(
      'uid=65534(nobody) gid=65534(nogroup) groups=50(extra),65534(nogroup)\n[0]',
    );
    expect(outcome('setpriv --nnp --reset-env --reuid=nobody --regid=nogroup --init-groups env')).toBe(
      'SHELL=/bin/sh\nHOME=/nonexistent\nUSER=nobody\nLOGNAME=nobody\nPATH=/usr/local/bin:/bin:/usr/bin\n[0]',
    );
    expect(outcome('setpriv --selinux-label x id')).toBe('setpriv: --selinux-label is not simulated by Strata\n[1]');
  });

  test('PKG-43 tini passes signals on and ends with its child’s status', () => {
    expect(run('tini -s -- sh -c "exit 7"').code).toBe(7);
    expect(run('tini -s -- sleep 100 & sleep 1; kill $!; wait $!; echo $?').stdout).toBe('143\n');
    expect(run('tini -s -- nocmd')).toMatchObject({ code: 127 });
    expect(run('dumb-init echo hi').stdout).toBe('hi\n');
  });
});
