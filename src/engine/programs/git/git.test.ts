import { describe, expect, test } from 'vitest';
import { type Files, runOn, treeWith } from '../../testing/package-machine.ts';
import { programs } from './index.ts';

const base: Files = { '/usr/bin/git': '@git', '/app/': '', '/etc/ssl/certs/ca-certificates.crt': '' };
const run = (script: string, options: { files?: Files; offline?: boolean } = {}) =>
  runOn(treeWith(options.files ?? base, options.offline), programs, script, { cwd: '/app' });
const ME = 'git config --global user.email a@b.c; git config --global user.name Me; git config --global init.defaultBranch master; ';

describe('git', () => {
  test('PKG-110 clones what the simulated internet has', () => {
    const ran = run(
      'git clone https://github.com/octocat/Hello-World.git; cat Hello-World/README; cd Hello-World; git status; git log --format="%an: %s"',
    );
    expect(ran).toMatchObject({
      code: 0,
      stderr: "Cloning into 'Hello-World'...\n",
      stdout:
        "Hello World!\nOn branch master\nYour branch is up to date with 'origin/master'.\n\nnothing to commit, working tree clean\nThe Octocat: Merge pull request #6 from Spaceghost/patch-1\n",
    });
  });

  test.each([
    ['https://github.com/nobody/nothing', {}, "fatal: could not read Username for 'https://github.com': No such device or address\n"],
    [
      'https://github.com/octocat/Hello-World',
      { offline: true },
      "fatal: unable to access 'https://github.com/octocat/Hello-World/': Could not resolve host: github.com\n",
    ],
    [
      'https://github.com/octocat/Hello-World',
      { files: { '/usr/bin/git': '@git', '/app/': '' } },
      "fatal: unable to access 'https://github.com/octocat/Hello-World/': server certificate verification failed. CAfile: none CRLfile: none\n",
    ],
    ['git@github.com:octocat/Hello-World.git', {}, 'error: cannot run ssh: No such file or directory\nfatal: unable to fork\n'],
  ])('PKG-111 a clone that cannot be ends with 128: %s', (url, options, stderr) => {
    expect(run(`git clone -q ${url}`, options)).toMatchObject({ code: 128, stderr });
  });

  test('PKG-112 objects have git’s own names', () => {
    const script = `${ME}git init -q; printf 'hi\\n' > a; mkdir d; printf x > d/b; git add .; git commit -q -m first; git log --oneline | cut -c 9-; ls .git/objects/45 .git/objects/c1`;
    expect(run(script).stdout).toBe(
      'first\n.git/objects/45:\nb983be36b73c0788dc9cbcb76cbb80fc7bb057\n\n.git/objects/c1:\nb0730e0133447badcfd47fd144e254807b06e1\n',
    );
  });

  test('PKG-113 status, add and commit tell as git does', () => {
    const { stdout, code } = run(
      `${ME}git init; echo hi > a; git status; git add a; git status -s; git commit -m first | cut -d']' -f 2-; echo x >> a; git status; git commit -m x`,
    );
    expect(code).toBe(1);
    expect(stdout).toBe(`Initialized empty Git repository in /app/.git/
On branch master

No commits yet

Untracked files:
  (use "git add <file>..." to include in what will be committed)
	a

nothing added to commit but untracked files present (use "git add" to track)
A  a
 first
 1 file changed
 create mode 100644 a
${'On branch master\nChanges not staged for commit:\n  (use "git add <file>..." to update what will be committed)\n  (use "git restore <file>..." to discard changes in working directory)\n\tmodified:   a\n\nno changes added to commit (use "git add" and/or "git commit -a")\n'.repeat(2)}`);
  });

  test('PKG-114 refuses without identity, outside a repository, and what is not simulated', () => {
    expect(run('git init -q -b main; echo a > a; git add a; git commit -m x')).toMatchObject({
      code: 128,
      stderr: expect.stringContaining('*** Please tell me who you are.') as unknown,
    });
    expect(run('git status')).toMatchObject({
      code: 128,
      stderr: 'fatal: not a git repository (or any of the parent directories): .git\n',
    });
    expect(run('git push')).toMatchObject({ code: 128, stderr: 'strata: git push is not simulated\n' });
    expect(run('git foo')).toMatchObject({ code: 1, stderr: "git: 'foo' is not a git command. See 'git --help'.\n" });
  });
});
