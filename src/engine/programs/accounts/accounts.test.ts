import { describe, expect, test } from 'vitest';
import { runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const tools = ['useradd', 'groupadd', 'usermod', 'userdel', 'groupdel', 'adduser', 'addgroup', 'deluser', 'chpasswd'];
const tree = treeWith({
  ...Object.fromEntries(tools.map((name) => [`/usr/sbin/${name}`, '@accounts'])),
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
  '/etc/group': 'root:x:0:\nusers:x:100:\nnogroup:x:65534:\n',
  '/etc/shadow': 'root:*:20000:0:99999:7:::\n',
  '/etc/gshadow': 'root:*::\n',
  '/etc/subuid': '',
  '/etc/subgid': '',
  '/etc/skel/.profile': 'umask 022\n',
});
// The shell of the test machine has applets of these names; the paths name the tools.
const run = (script: string, uid = 0) =>
  runOn(tree, programs, script.replace(/\b(?:adduser|addgroup|deluser|chpasswd)\b(?= )/g, '/usr/sbin/$&'), { uid });

describe('accounts', () => {
  test('PKG-30 groupadd -r and useradd -r count down from 999 and make no home', () => {
    const { stdout } = run(
      'groupadd -r redis && useradd -r -g redis redis; tail -n 1 /etc/passwd; tail -n 1 /etc/group; tail -n 1 /etc/shadow; ls /home',
    );
    expect(stdout).toBe('redis:x:999:999::/home/redis:/bin/sh\nredis:x:999:\nredis:!:20370::::::\n');
  });

  test('PKG-31 useradd -m makes a home from /etc/skel, with subordinate ids', () => {
    const { stdout } = run('useradd -m app; tail -n 1 /etc/passwd; ls -lA /home/app | tail -n 1; cat /etc/subuid; tail -n 1 /etc/shadow');
    expect(stdout).toMatch(
      /^app:x:1000:1000::\/home\/app:\/bin\/sh\n-rw-r--r-- +1 app +app +10 .* \.profile\napp:100000:65536\napp:!:20370:0:99999:7:::\n$/,
    );
  });

  test.each([
    ['useradd root', 9, "useradd: user 'root' already exists\n"],
    ['groupadd root', 9, "groupadd: group 'root' already exists\n"],
    ['useradd -g nogrp x', 6, "useradd: group 'nogrp' does not exist\n"],
    ['useradd -u 0 y', 4, 'useradd: UID 0 is not unique\n'],
    ['groupadd -g 100 z', 4, "groupadd: GID '100' already exists\n"],
    ['groupadd -g abc q', 3, "groupadd: invalid group ID 'abc'\n"],
    ['useradd "Bad Name"', 3, "useradd: invalid user name 'Bad Name': use --badname to ignore\n"],
    ['userdel nosuch', 6, "userdel: user 'nosuch' does not exist\n"],
    ['groupdel nosuch', 6, "groupdel: group 'nosuch' does not exist\n"],
    ['groupdel root', 8, "groupdel: cannot remove the primary group of user 'root'\n"],
    ['usermod -aG x nobodyx', 6, "usermod: user 'nobodyx' does not exist\n"],
    ['adduser --uid 1234 --gid 9999 k', 1, 'adduser: The GID 9999 does not exist.\n'],
  ])('PKG-32 refusals and their statuses: %s', (command, code, stderr) => {
    expect(run(command)).toMatchObject({ code, stderr });
  });

  test('PKG-33 usermod -aG adds to groups, userdel -r takes the home', () => {
    const { stdout } = run(
      'useradd -m app; usermod -aG users app; id app; userdel -r app 2>/dev/null; ls /home; grep -c app /etc/passwd /etc/group',
    );
    expect(stdout).toBe('uid=1000(app) gid=1000(app) groups=1000(app),100(users)\n/etc/passwd:0\n/etc/group:0\n');
  });

  test('PKG-34 Debian’s adduser tells what it does', () => {
    const { stdout } = run(
      'adduser --system --group --no-create-home svc; adduser --disabled-password --gecos "" bob; adduser bob svc; tail -n 1 /etc/passwd',
    );
    expect(stdout).toBe(`Adding system user \`svc' (UID 100) ...
Adding new group \`svc' (GID 101) ...
Adding new user \`svc' (UID 100) with group \`svc' ...
Not creating \`/nonexistent'.
Adding user \`bob' ...
Adding new group \`bob' (1000) ...
Adding new user \`bob' (1000) with group \`bob (1000)' ...
Creating home directory \`/home/bob' ...
Copying files from \`/etc/skel' ...
Adding new user \`bob' to supplemental / extra groups \`users' ...
Adding user \`bob' to group \`users' ...
Adding user \`bob' to group \`svc' ...
Done.
bob:x:1000:1000:,,,:/home/bob:/bin/sh
`);
  });

  test('PKG-35 only root may change accounts', () => {
    expect(run('useradd x', 1000)).toMatchObject({
      code: 1,
      stderr: 'useradd: Permission denied.\nuseradd: cannot lock /etc/passwd; try again later.\n',
    });
  });
});

test('PKG-36 Alpine’s busybox has adduser and addgroup, others have not', () => {
  const alpine = treeWith({
    '/etc/alpine-release': '3.4.6\n',
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
    '/etc/group': 'root:x:0:\nnogroup:x:65533:\n',
    '/etc/shadow': 'root:*::0:::::\n',
    '/usr/sbin/adduser': '>/bin/busybox',
    '/usr/sbin/addgroup': '>/bin/busybox',
  });
  const script =
    'addgroup -S redis && adduser -S -G redis redis; adduser -D app; addgroup app redis; tail -n 2 /etc/passwd; tail -n 2 /etc/group; ls -ld /home/*; adduser -D app';
  const { stdout, stderr, code } = runOn(alpine, programs, script);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "adduser: user 'app' in use\n" });
  expect(stdout).toMatch(
    /^redis:x:100:100:Linux User,,,:\/home\/redis:\/sbin\/nologin\napp:x:1000:1000:Linux User,,,:\/home\/app:\/bin\/sh\nredis:x:100:app\napp:x:1000:\ndrwxr-sr-x +2 app +app .* \/home\/app\n$/,
  );
  expect(runOn(treeWith({ '/bin/adduser': '>/bin/busybox' }), programs, 'adduser x')).toMatchObject({
    code: 127,
    stderr: 'adduser: applet not found\n',
  });
});
