import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const base = (branch: string): Files => ({
  '/sbin/apk': '@apk',
  '/etc/apk/repositories': `https://dl-cdn.alpinelinux.org/alpine/v${branch}/main\nhttps://dl-cdn.alpinelinux.org/alpine/v${branch}/community\n`,
  '/etc/apk/world': 'alpine-base\nbusybox\n',
  '/lib/apk/db/installed':
    'P:musl\nV:1.2.5-r10\nI:663552\n\nP:busybox\nV:1.37.0-r19\nI:950272\nD:musl\n\nP:libcrypto3\nV:3.5.4-r0\nI:4677632\n\n',
  '/var/cache/apk/': '',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
});
const alpine = (script: string, options: { branch?: string; offline?: boolean; uid?: number } = {}) =>
  runOn(
    treeWith(base(options.branch ?? '3.22'), options.offline),
    programs,
    script.replace(/\bapk (?=[a-z-])/g, '/sbin/apk '),
    options.uid === undefined ? {} : { uid: options.uid },
  );

describe('apk', () => {
  test('PKG-50 add fetches indexes, installs dependencies first and runs triggers', () => {
    const ran = alpine('apk add --no-cache jq; ls /var/cache/apk; cat /etc/apk/world; ls /usr/bin/jq');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(`fetch https://dl-cdn.alpinelinux.org/alpine/v3.22/main/x86_64/APKINDEX.tar.gz
fetch https://dl-cdn.alpinelinux.org/alpine/v3.22/community/x86_64/APKINDEX.tar.gz
(1/2) Installing oniguruma (6.9.10-r0)
(2/2) Installing jq (1.8.1-r0)
Executing busybox-1.37.0-r19.trigger
OK: 6 MiB in 5 packages
alpine-base
busybox
jq
/usr/bin/jq
`);
  });

  test('PKG-51 without --no-cache the indexes stay in /var/cache/apk, named by their address', () => {
    expect(alpine('apk add -q tree; ls /var/cache/apk', { branch: '3.9' }).stdout).toMatch(
      /^APKINDEX\.[0-9a-f]{8}\.tar\.gz\nAPKINDEX\.[0-9a-f]{8}\.tar\.gz\n$/,
    );
    const twice = alpine('apk update -q; apk add tree').stdout;
    expect(twice).not.toContain('fetch');
  });

  test('PKG-52 a package that is not there ends with the number of them', () => {
    expect(alpine('apk add --no-cache -q nosuch')).toMatchObject({
      code: 1,
      stderr: 'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n',
    });
    expect(alpine('apk add --no-cache -q nosuch other', { branch: '3.9' })).toMatchObject({
      code: 2,
      stderr:
        'ERROR: unsatisfiable constraints:\n  nosuch (missing):\n    required by: world[nosuch]\n  other (missing):\n    required by: world[other]\n',
    });
  });

  test('PKG-53 before Alpine 3.8 add does not fetch an index by itself', () => {
    const ran = alpine('apk add curl', { branch: '3.4' });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^WARNING: Ignoring APKINDEX\.\w+\.tar\.gz: No such file or directory\n/);
    expect(alpine('apk --no-cache add -q git ca-certificates && apk info -v | grep git', { branch: '3.4' }).stdout).toContain(
      'git-2.8.6-r0\n',
    );
  });

  test('PKG-54 a virtual package goes with everything that only it needed', () => {
    const { stdout } = alpine(
      'apk add --no-cache -q su-exec; apk add --no-cache -q --virtual .build-deps gcc make; ls /usr/bin/make; apk del .build-deps; ls /usr/bin/make /sbin/su-exec',
    );
    expect(stdout).toMatch(/\(1\/\d+\) Purging \.build-deps \(\d{8}\.\d{6}\)\n/);
    expect(stdout).toContain('Purging make (4.4.1-r3)');
    expect(stdout).toMatch(/OK: 6 MiB in 4 packages\n\/sbin\/su-exec\n$/);
  });

  test('PKG-55 without a network repositories are left out with a warning', () => {
    const ran = alpine('apk add --no-cache curl', { offline: true });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      'temporary error (try again later)\nERROR: unable to select packages:\n  curl (no such package):\n    required by: world[curl]\n',
    );
  });

  test('PKG-56 only root may change packages; info tells what is there', () => {
    expect(alpine('apk add curl', { uid: 1000 })).toMatchObject({
      code: 99,
      stderr: 'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
    });
    expect(alpine('apk info -e busybox; apk info -e curl').code).toBe(1);
    expect(alpine('apk add --no-cache -q tree; apk info -L tree 2>/dev/null').stdout).toContain('tree-2.2.1-r0 contains:\nusr/bin/tree\n');
  });

  test('PKG-57 a version may be pinned, exactly or by its beginning', () => {
    expect(alpine('apk add --no-cache -q jq=1.8.1-r0 tree~2.2').code).toBe(0);
    expect(alpine('apk add --no-cache -q jq=9')).toMatchObject({
      code: 1,
      stderr: 'ERROR: unable to select packages:\n  jq-1.8.1-r0:\n    breaks: world[jq=9]\n',
    });
  });

  test('PKG-58 packages bring their users and their scripts’ lines', () => {
    const { stdout } = alpine('apk add --no-cache nginx; grep nginx /etc/passwd');
    expect(stdout).toContain('Executing nginx-1.28.0-r3.pre-install\nExecuting nginx-1.28.0-r3.post-install\n');
    expect(stdout).toContain('nginx:x:100:101:');
  });
});
