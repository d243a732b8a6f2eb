import { describe, expect, test } from 'vitest';
import { debianTree } from '../../testing/debian-machine.ts';
import { runOn } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const debian = (script: string, options: { offline?: boolean; files?: Record<string, string>; uid?: number } = {}) =>
  runOn(debianTree(options.files, options.offline), programs, script, options.uid === undefined ? {} : { uid: options.uid });
const HEAD = 'Reading package lists...\nBuilding dependency tree...\n';

describe('apt-get', () => {
  test('PKG-1 knows no package before update, and ends with 100', () => {
    const ran = debian('apt-get install -y curl');
    expect(ran).toMatchObject({ code: 100, stdout: HEAD, stderr: 'E: Unable to locate package curl\n' });
  });

  test('PKG-2 update fetches lists of about 20 MB, and a second one finds them unchanged', () => {
    const ran = debian('apt-get update -qq; du -s /var/lib/apt/lists; apt-get update');
    expect(Number(ran.stdout.split('\t')[0])).toBeGreaterThan(19_000);
    expect(ran.stdout).toContain('Hit:3 http://deb.debian.org/debian-security bookworm-security InRelease\nReading package lists...\n');
  });

  test('PKG-3 asks before it installs more than was named, and takes an end of input for no', () => {
    const ran = debian('apt-get update -qq; apt-get install --no-install-recommends jq');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe(`${HEAD}The following additional packages will be installed:
  libjq1 libonig5
The following NEW packages will be installed:
  jq libjq1 libonig5
0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.
Need to get 389 kB of archives.
After this operation, 1170 kB of additional disk space will be used.
Do you want to continue? [Y/n] Abort.
`);
  });

  test('PKG-4 recommended packages come too unless told otherwise', () => {
    const ran = debian('apt-get update -qq; apt-get install -s curl; apt-get install -s --no-install-recommends curl');
    const [all, few] = ran.stdout.split(HEAD).slice(1);
    expect(all).toContain('0 upgraded, 22 newly installed, 0 to remove');
    expect(few).toContain('Recommended packages:\n  ca-certificates krb5-locales libldap-common libsasl2-modules publicsuffix\n');
    expect(few).toContain('0 upgraded, 16 newly installed, 0 to remove');
  });

  test('PKG-5 an installed package is files, a list, a stanza and log lines; its archive goes where Docker says so', () => {
    const script =
      'apt-get update -qq; apt-get install -y tree >/dev/null 2>&1; ls -l /usr/bin/tree /var/cache/apt/archives; cat /var/lib/dpkg/info/tree.list; grep Status /var/lib/dpkg/status; tail -n 1 /var/log/dpkg.log; grep Commandline /var/log/apt/history.log';
    const { stdout } = debian(script);
    expect(stdout).toMatch(/-rwxr-xr-x +1 root +root +\d+ .* \/usr\/bin\/tree\n/);
    expect(stdout).not.toContain('.deb');
    expect(stdout).toContain('/usr/share/doc/tree/copyright\n');
    expect(stdout).toContain('Status: install ok installed\n');
    expect(stdout).toContain('status installed tree:amd64 2.1.0-1\nCommandline: apt-get install -y tree\n');
  });

  test('PKG-6 without docker-clean the archives and apt’s caches stay until clean', () => {
    const files = { '/etc/apt/apt.conf.d/docker-clean': '' };
    const { stdout } = debian(
      'apt-get update -qq; apt-get install -qq tree >/dev/null 2>&1; ls /var/cache/apt /var/cache/apt/archives; apt-get clean; echo; ls /var/cache/apt/archives',
      { files },
    );
    expect(stdout).toContain('pkgcache.bin');
    expect(stdout).toContain('tree_2.1.0-1_amd64.deb');
    expect(stdout.split('\n\n').at(-1)).toBe('lock\npartial\n');
  });

  test('PKG-7 purge with --auto-remove takes away what came in only for it', () => {
    const { stdout } = debian(
      'apt-get update -qq; apt-get install -qq jq >/dev/null 2>&1; apt-get purge -y --auto-remove jq; ls /usr/bin/jq /usr/lib/x86_64-linux-gnu',
    );
    expect(stdout).toContain(
      'The following packages will be REMOVED:\n  jq* libjq1* libonig5*\n0 upgraded, 0 newly installed, 3 to remove',
    );
    expect(stdout).not.toMatch(/^libjq/m);
  });

  test('PKG-8 remove leaves configuration files, which purge takes', () => {
    const { stdout } = debian(
      'apt-get update -qq; apt-get install -qq nginx >/dev/null 2>&1; apt-get remove -qq nginx-common >/dev/null 2>&1; ls /etc/nginx; apt-get purge -qq nginx-common; ls /etc/nginx',
    );
    expect(stdout).toContain('nginx.conf');
    expect(stdout).toContain('Purging configuration files for nginx-common');
    expect(stdout.split('Purging')[1]).not.toContain('nginx.conf');
  });

  test('SRV-21 an init script of a package can be run, and its settings are text', () => {
    const { stdout } = debian(
      'apt-get update -qq; apt-get install -qq nginx-common >/dev/null 2>&1; stat -c %a /etc/init.d/nginx; grep -c STOP_SCHEDULE= /etc/default/nginx',
    );
    expect(stdout).toBe('755\n1\n');
  });

  test('PKG-9 without a network update warns and ends well, install fails with 100', () => {
    const none = debian('apt-get update', { offline: true });
    expect(none.code).toBe(0);
    expect(none.stdout).toContain(
      "Err:1 http://deb.debian.org/debian bookworm InRelease\n  Temporary failure resolving 'deb.debian.org'\n",
    );
    expect(none.stderr).toContain('W: Some index files failed to download. They have been ignored, or old ones used instead.\n');
    const later = debian('apt-get update -qq; echo > /etc/hosts; apt-get install -y tree');
    expect(later.code).toBe(100);
    expect(later.stderr).toContain('E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n');
  });

  test('PKG-10 releases that left the mirrors answer 404', () => {
    const files = {
      '/etc/apt/sources.list.d/debian.sources': '',
      '/etc/apt/sources.list': 'deb http://deb.debian.org/debian stretch main\n',
    };
    const ran = debian('apt-get update', { files });
    expect(ran).toMatchObject({
      code: 100,
      stderr: "E: The repository 'http://deb.debian.org/debian stretch Release' does not have a Release file.\n",
    });
    expect(ran.stdout).toContain('Err:2 http://deb.debian.org/debian stretch Release\n  404  Not Found [IP: ');
  });

  test('PKG-11 sources rewritten to a mirror by sed work', () => {
    const script =
      "sed -i 's/deb.debian.org/mirrors.aliyun.com/g' /etc/apt/sources.list.d/debian.sources; apt-get update && apt-get install -y tree";
    const ran = debian(script);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Get:1 http://mirrors.aliyun.com/debian bookworm/main amd64 tree amd64 2.1.0-1 [52.5 kB]\n');
  });

  test('PKG-12 a version can be pinned, also with a star; another is not found', () => {
    expect(debian('apt-get update -qq; apt-get install -qq "tree=2.1*"').code).toBe(0);
    expect(debian('apt-get update -qq; apt-get install -y tree=9.9')).toMatchObject({
      code: 100,
      stderr: "E: Version '9.9' for 'tree' was not found\n",
    });
  });

  test('PKG-13 only root may', () => {
    const lists = debian('apt-get update', { uid: 1000 });
    expect(lists).toMatchObject({
      code: 100,
      stderr:
        'E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\nE: Unable to lock directory /var/lib/apt/lists/\n',
    });
    expect(debian('apt-get install tree', { uid: 1000 }).stderr).toContain('are you root?\n');
  });

  test('PKG-14 apt warns that its command line is not stable', () => {
    const ran = debian('apt update; apt list tree');
    expect(ran.stderr).toContain('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
    expect(ran.stdout).toContain('All packages are up to date.\nListing...\ntree/oldstable 2.1.0-1 amd64\n');
  });

  test('PKG-15 dpkg tells what is installed, which files it owns and who owns a file', () => {
    const { stdout, stderr } = debian(
      'apt-get update -qq; apt-get install -qq tree >/dev/null 2>&1; D=/usr/bin/dpkg; $D -S /usr/bin/tree; $D -l tree; $D -L tree | head -n 3; $D -s nosuch; /usr/bin/dpkg-query -W tree; $D --compare-versions 1.2~rc1 lt 1.2; echo $?',
    );
    expect(stdout).toContain('tree: /usr/bin/tree\nDesired=Unknown/Install/Remove/Purge/Hold\n');
    expect(stdout).toContain(
      'ii  tree           2.1.0-1      amd64        displays an indented directory tree, in color\n/.\n/usr\n/usr/bin\ntree\t2.1.0-1\n0\n',
    );
    expect(stderr).toContain("dpkg-query: package 'nosuch' is not installed and no information is available\n");
  });

  test('PKG-16 alternatives give generic names', () => {
    const { stdout } = debian(
      'apt-get update -qq; apt-get install -qq --no-install-recommends vim; ls -l /usr/bin/vi /etc/alternatives/vi',
    );
    expect(stdout).toContain('update-alternatives: using /usr/bin/vim.basic to provide /usr/bin/vi (vi) in auto mode\r\n');
    expect(stdout).toContain('/etc/alternatives/vi -> /usr/bin/vim.basic\n');
  });

  test.each(['12', '13', '11'])('PKG-17 a compiler with its dependencies installs on Debian %s', (release) => {
    const codename = { 11: 'bullseye', 12: 'bookworm', 13: 'trixie' }[release]!;
    const files = {
      '/etc/apt/sources.list.d/debian.sources': '',
      '/etc/apt/sources.list': `deb http://deb.debian.org/debian ${codename} main\n`,
    };
    const ran = debian('apt-get update -qq && apt-get install -y gcc libc6-dev make >/dev/null && ls /usr/bin/gcc /usr/bin/make', {
      files,
    });
    expect(ran).toMatchObject({ code: 0, stdout: '/usr/bin/gcc\n/usr/bin/make\n' });
  });

  test.each([
    ['xenial', 'vim curl'],
    ['bionic', 'build-essential'],
    ['focal', 'git'],
    ['jammy', 'python3-pip'],
    ['noble', 'nginx openssh-server'],
  ])('PKG-18 Ubuntu %s has %s', (codename, names) => {
    const files = {
      '/etc/apt/sources.list.d/debian.sources': '',
      '/etc/apt/sources.list': `deb http://archive.ubuntu.com/ubuntu/ ${codename} main restricted universe\ndeb http://security.ubuntu.com/ubuntu/ ${codename}-security main universe\n`,
    };
    const ran = debian(`apt-get update && apt-get install -y ${names}`, { files });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(new RegExp(`Get:1 http://archive.ubuntu.com/ubuntu ${codename} InRelease`));
  });
});
