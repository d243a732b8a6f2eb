import '../testing/preload.ts';
import { expect, test } from 'vitest';
import type { Programs, Run } from '../kernel/index.ts';
import { programs } from '../programs/index.ts';
import { runIn } from '../testing/machine.ts';
import { createShell, type SessionOptions, type ShellSession } from './index.ts';

/** Runs a session inside a process of the base image. */
function inSession(use: (session: ShellSession) => Generator<never, void> | Run, options: SessionOptions = {}) {
  const machine: Programs = new Map([
    ...programs,
    [
      'busybox',
      function* (p) {
        if (p.argv[0] !== 'sh') return yield* programs.get('busybox')!(p);
        yield* use(createShell(p, options)) as Run;
        return 0;
      },
    ],
  ]);
  return runIn(machine, ['sh'], { cwd: '/tmp' });
}

test('SHL-33 a session keeps variables, functions, directory and aliases from text to text', () => {
  const ran = inSession(function* (session) {
    yield* session.runSource('x=1; f() { echo "f $1"; }; cd /etc; alias e=echo\n');
    yield* session.runSource('f $x; pwd; e aliased; false\n');
    yield* session.runSource('echo $?');
    return 0;
  });
  expect(ran.stdout).toBe('f 1\n/etc\naliased\n1\n');
});

test('SHL-33 a session says whether a text is complete', () => {
  const seen: boolean[] = [];
  inSession(function* (session) {
    const texts = [
      'echo a',
      'if true',
      'for i in 1; do\necho',
      "echo 'a",
      'echo "a',
      'echo $(a',
      'cat <<E\na',
      'a &&',
      'a |',
      '{ a',
      'f() {',
      'echo \\',
      'fi',
      '',
    ];
    for (const text of texts) seen.push(session.isIncomplete(text));
    return 0;
  });
  expect(seen).toEqual([false, true, true, true, true, true, true, true, true, true, true, true, false, false]);
});

test('SHL-33 an error ends a script but, if asked, only a line of a person', () => {
  const ran = inSession(function* (session) {
    yield* session.runSource('echo ${x?gone}; echo no\necho no\n', undefined, { keepGoing: true });
    yield* session.runSource('echo "$? goes on"\n');
    yield* session.runSource('if\n', 's.sh', { keepGoing: true });
    yield* session.runSource('exit 7; echo no\n', undefined, { keepGoing: true });
    yield* session.runSource(`echo exited ${session.exited}\n`);
    return 0;
  });
  expect(ran.stdout).toBe('2 goes on\nexited 7\n');
  expect(ran.stderr).toBe('sh: x: gone\ns.sh: line 2: syntax error: unexpected end of file (expecting "then")\n');
});

test('SHL-33 commands dropped in the middle leave no redirection behind', () => {
  const ran = inSession(function* (session) {
    const dropped = session.runSource('while :; do sleep 1; done >f');
    for (let i = 0; i < 20; i++) yield dropped.next('ready').value as never;
    yield* session.runSource('echo back\n');
    return 0;
  });
  expect(ran.stdout).toBe('back\n');
});

test('SHL-33 a session tells names for completion', () => {
  let names: ReturnType<ShellSession['completions']> | undefined;
  inSession(function* (session) {
    yield* session.runSource('zeta=1; fun() { :; }');
    names = session.completions();
    return 0;
  });
  expect(names?.variables).toContain('zeta');
  expect(names?.functions).toEqual(['fun']);
  expect(names?.builtins).toContain('getopts');
});

test.each([
  ['nosuch', 'sh: 1: nosuch: not found\n'],
  ['\ncd /nodir', "sh: 2: cd: can't cd to /nodir\n"],
  ['cat </nodir/x', 'sh: 1: cannot open /nodir/x: No such file\n'],
  ['echo >/nodir/x', 'sh: 1: cannot create /nodir/x: Directory nonexistent\n'],
  ['. ./none', 'sh: 1: .: cannot open ./none: No such file\n'],
  ['fi', 'sh: 1: Syntax error: "fi" unexpected\n'],
  ['echo $((1/0))', 'sh: 1: arithmetic expression: division by zero: "1/0"\n'],
  ['readonly x=1; x=2', 'sh: 1: x: is read only\n'],
  ['let a=1', 'sh: 1: let: not found\n'],
  ['set -o pipefail; echo on', 'sh: 1: set: Illegal option -o pipefail\n'],
  ['set -q; echo on', 'sh: 1: set: Illegal option -q\n'],
  ['source ./none', 'sh: 1: source: not found\n'],
])('SHL-34 dash words its message for %j', (text, message) => {
  const ran = inSession(
    function* (session) {
      yield* session.runSource(text);
      return 0;
    },
    { dialect: 'dash' },
  );
  expect(ran.stderr).toBe(message);
});

test('SHL-34 the echo of dash reads backslashes', () => {
  const ran = inSession(
    function* (session) {
      yield* session.runSource("echo 'a\\tb'; echo -n x; echo -e y");
      return 0;
    },
    { dialect: 'dash' },
  );
  expect(ran.stdout).toBe('a\tb\nx-e y\n');
});
