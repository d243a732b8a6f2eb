import { expect, test } from 'vitest';
import { executableBody } from '../kernel/index.ts';
import { withPrograms } from '../programs/index.ts';
import { busyboxTree, runIn } from '../testing/machine.ts';
import { TreeEdit } from '../tree/index.ts';
import { bash, dash } from './index.ts';

const tree = (() => {
  const edit = new TreeEdit(busyboxTree());
  edit.create(edit.tree().at('bin')!.ino, 'bash', {
    kind: 'file',
    body: executableBody('bash', 1000),
    mode: 0o755,
    uid: 0,
    gid: 0,
    mtime: 0,
  });
  return edit.tree();
})();
const run = (script: string) => {
  const { stdout, stderr, code } = runIn(withPrograms({ bash }), ['bash', '-c', script], { tree });
  return [stdout, stderr, code];
};

// Each line was asked of bash 5.2.
test.each([
  ['echo {a,b}{1..3} x{,y} {a} {1..} "{a,b}"', 'a1 a2 a3 b1 b2 b3 x xy {a} {1..} {a,b}\n', '', 0],
  ['echo {01..03} {c..a} {1..10..4} a{b,{c,d}}e', '01 02 03 c b a 1 5 9 abe ace ade\n', '', 0],
  ['cat <<< "hi $HOME"; x="a  b"; cat <<< $x', 'hi /root\na  b\n', '', 0],
  ['x=5; ((x>3)) && echo yes; ((x++)); echo $x; ((0)) || echo no', 'yes\n6\nno\n', '', 0],
  ['for ((i=0;i<3;i++)); do echo $i; done', '0\n1\n2\n', '', 0],
  ['function f { declare -r b=2; echo $1 $b; }; f 2', '2 2\n', '', 0],
  ['nosuchcmd', '', 'bash: line 1: nosuchcmd: command not found\n', 127],
  ['./nofile', '', 'bash: line 1: ./nofile: No such file or directory\n', 127],
  ['cd /nope', '', 'bash: line 1: cd: /nope: No such file or directory\n', 1],
  ['echo hi > /nodir/x', '', 'bash: line 1: /nodir/x: No such file or directory\n', 1],
  ['shopt -s nosuch', '', 'bash: line 1: shopt: nosuch: invalid shell option name\n', 1],
])('SHL-90 bash: %s', (script, stdout, stderr, code) => {
  expect(run(script)).toEqual([stdout, stderr, code]);
});

// The process that reads the link is the shell's own one, or its child.
test.each([
  ['sh', 'readlink /proc/self', '1\n'],
  ['bash', 'readlink /proc/self', '1\n'],
  ['dash', 'readlink /proc/self', '2\n'],
  ['sh', 'true && readlink /proc/self', '1\n'],
  ['bash', 'true && readlink /proc/self', '1\n'],
  ['dash', 'true && readlink /proc/self', '2\n'],
  ['sh', 'readlink /proc/self 2> /tmp/log', '1\n'],
  ['bash', 'readlink /proc/self 2> /tmp/log', '2\n'],
  ['dash', 'exec readlink /proc/self', '1\n'],
])('SHL-37 %s -c "%s" is read by process %s', (shell, script, stdout) => {
  const edit = new TreeEdit(tree);
  const file = { kind: 'file', mode: 0o755, uid: 0, gid: 0, mtime: 0 } as const;
  edit.create(edit.tree().at('bin')!.ino, 'dash', { ...file, body: executableBody('dash', 1000) });
  expect(runIn(withPrograms({ bash, dash }), [shell, '-c', script], { tree: edit.tree() }).stdout).toBe(stdout);
});

test('SHL-91 arrays and the matching options of shopt are refused by name; ash and dash know none of the forms', () => {
  expect(run('a=(1 2)')).toEqual(['', 'bash: line 1: strata: arrays of bash are not simulated\n', 2]);
  expect(run('shopt -s nullglob')).toEqual(['', 'bash: line 1: shopt: strata: nullglob is not simulated\n', 1]);
  expect(runIn(withPrograms({}), ['sh', '-c', 'echo {a,b}; declare x']).stdout).toBe('{a,b}\n');
});
