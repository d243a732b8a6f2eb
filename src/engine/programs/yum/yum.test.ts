import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const tools: Files = {
  '/usr/bin/yum': '@yum',
  '/usr/bin/dnf': '@yum',
  '/usr/bin/rpm': '@rpm',
  '/var/lib/rpm/rpmdb.sqlite': 'bash\t4.2.46-35.el7_9\tx86_64\t3678000\nmake\t3.82-24.el7\tx86_64\t1100000\n',
};
const seven: Files = {
  ...tools,
  '/etc/os-release': 'ID="centos"\nVERSION_ID="7"\n',
  '/etc/yum.repos.d/CentOS-Base.repo':
    '[base]\nname=CentOS-$releasever - Base\nmirrorlist=http://mirrorlist.centos.org/?release=$releasever&arch=$basearch&repo=os&infra=$infra\n#baseurl=http://mirror.centos.org/centos/$releasever/os/$basearch/\ngpgcheck=1\n',
};
const fedora: Files = {
  ...tools,
  '/etc/os-release': 'ID=fedora\nVERSION_ID=40\n',
  '/etc/yum.repos.d/fedora.repo':
    '[fedora]\nname=Fedora $releasever - $basearch\nmetalink=https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch\nenabled=1\n',
};
const GONE = { '/etc/hosts': '203.0.113.81 vault.centos.org mirrors.fedoraproject.org\n' };
const VAULT =
  "sed -i -e 's/^mirrorlist/#mirrorlist/' -e 's|#baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/*.repo; ";
const run = (files: Files, script: string, stdin?: string) =>
  runOn(
    treeWith({ ...files, ...GONE }),
    programs,
    script.replaceAll(/\brpm (?=-)/g, '/usr/bin/rpm '),
    stdin === undefined ? {} : { stdin },
  );

describe('yum and dnf', () => {
  test('PKG-100 CentOS 7 fails as its mirror list is gone; the vault works', () => {
    const gone = run(seven, 'yum -y install lrzsz');
    expect(gone.code).toBe(1);
    expect(gone.stderr).toContain(
      'Could not retrieve mirrorlist http://mirrorlist.centos.org/?release=7&arch=x86_64&repo=os&infra=container error was\n14: curl#6 - "Could not resolve host: mirrorlist.centos.org; Unknown error"\n',
    );
    expect(gone.stderr).toMatch(/\nCannot find a valid baseurl for repo: base\/7\/x86_64\n$/);
    const vault = run(seven, `${VAULT}yum -y install lrzsz && ls -l /usr/bin/rz; rpm -q lrzsz`);
    expect(vault.code).toBe(0);
    expect(vault.stdout).toContain('---> Package lrzsz.x86_64 0:0.12.20-36.el7 will be installed\n--> Finished Dependency Resolution\n');
    expect(vault.stdout).toContain('Install  1 Package\n\nTotal download size: 78 k\nInstalled size: 181 k\n');
    expect(vault.stdout).toContain('  Installing : lrzsz-0.12.20-36.el7.x86_64');
    expect(vault.stdout).toMatch(/Complete!\n.*rz\nlrzsz-0\.12\.20-36\.el7\.x86_64\n$/);
  });

  test('PKG-101 asks, and takes the end of input for no', () => {
    expect(run(seven, `${VAULT}yum install tree`)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Is this ok [y/d/N]: Exiting on user command\n') as unknown,
    });
    expect(run(fedora, 'dnf install tree')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Is this ok [y/N]: Operation aborted.\n') as unknown,
    });
  });

  test('PKG-102 what is not there, what is there already', () => {
    expect(run(seven, `${VAULT}yum -y install nosuch`)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('No package nosuch available.\n') as unknown,
      stderr: 'Error: Nothing to do\n',
    });
    expect(run(seven, `${VAULT}yum -y install make`).stdout).toContain(
      'Package make-3.82-24.el7.x86_64 already installed and latest version\nNothing to do\n',
    );
    expect(run(fedora, 'dnf -y install nosuch')).toMatchObject({
      code: 1,
      stderr: 'No match for argument: nosuch\nError: Unable to find a match: nosuch\n',
    });
  });

  test('PKG-103 dependencies come first; remove takes files; clean all empties the cache', () => {
    const script = `${VAULT}yum -y -q install jq; rpm -ql jq; du -s /var/cache/yum; yum clean all; du -s /var/cache/yum; yum -y remove jq; ls /usr/bin/jq`;
    const { stdout, stderr } = run(seven, script);
    expect(stdout).toContain('/usr/bin/jq\n');
    expect(stdout).toMatch(/^3\d{4}\t\/var\/cache\/yum\n/m);
    expect(stdout).toContain('Cleaning repos: base\nCleaning up list of fastest mirrors\n');
    expect(stdout).toContain('Removed:\n  jq-1.6-2.el7.x86_64\n\nComplete!\n');
    expect(stderr).toBe('ls: /usr/bin/jq: No such file or directory\n');
  });

  test('PKG-104 dnf on Fedora', () => {
    const { stdout, code } = run(fedora, 'dnf -y install jq');
    expect(code).toBe(0);
    expect(stdout).toContain('Installing dependencies:\n oniguruma');
    expect(stdout).toContain('Install  2 Packages\n\n');
    expect(stdout).toMatch(/\nInstalled:\n {2}jq-1\.7\.1-11\.fc40\.x86_64 +\n {2}oniguruma-6\.9\.10-2\.fc40\.x86_64 +\n\nComplete!\n$/);
  });

  test('PKG-105 rpm answers from the database', () => {
    expect(run(seven, 'rpm -qa; rpm -q nosuch; echo $?').stdout).toBe(
      'bash-4.2.46-35.el7_9.x86_64\nmake-3.82-24.el7.x86_64\npackage nosuch is not installed\n1\n',
    );
  });
});
