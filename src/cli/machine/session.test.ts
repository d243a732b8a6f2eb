import './preload.ts';
import { expect, test } from 'vitest';
import { Session } from './session.ts';
import { newWorld } from './simulation.ts';

const NOW = 1_767_225_600;
const fresh = (): Session => new Session(newWorld({ seed: 1, now: NOW }));

/** Steps until the line is done, waits for input, or `turns` steps were taken. */
function go(session: Session, steps = 1_000_000): { output: string; exit: number | undefined } {
  let output = '';
  for (let taken = 0; taken < steps; taken++) {
    const slice = session.step(() => true);
    output += slice.output;
    if (slice.done !== undefined) return { output, exit: slice.done.exit };
    if (slice.waits === 'stdin') break;
  }
  return { output, exit: undefined };
}

function run(session: Session, line: string): { output: string; exit: number | undefined } {
  session.start(line);
  return go(session);
}

test('SES-1 the shell keeps its variables, functions and directory between lines', () => {
  const session = fresh();
  run(session, 'x=1; f() { echo f$x; }; mkdir -p /tmp/d; cd /tmp/d');
  expect(run(session, 'f; pwd')).toEqual({ output: 'f1\n/tmp/d\n', exit: 0 });
  expect(session.prompt()).toBe('/tmp/d $ ');
  expect(run(session, 'cd; false').exit).toBe(1);
  expect(session.prompt()).toBe('~ $ ');
});

test('SES-1 a shell that is put elsewhere knows where it stands', () => {
  const session = fresh();
  run(session, 'mkdir -p /tmp/d/e');
  session.chdir('/tmp/d');
  expect(run(session, 'pwd; cd e && pwd; cd ..; pwd')).toEqual({ output: '/tmp/d\n/tmp/d/e\n/tmp/d\n', exit: 0 });
});

test('SES-2 an interrupt ends a loop, a pipeline, a sleep and a build, and the shell goes on', () => {
  const lines = [
    'while :; do :; done',
    'yes | cat > /dev/null',
    'sleep 1000 & wait',
    'cat',
    'printf "FROM busybox\\nRUN while :; do :; done\\n" | docker build -',
  ];
  for (const line of lines) {
    const session = fresh();
    session.start(line);
    go(session, 3000);
    session.signal('INT');
    expect(go(session, 20_000).exit, line).toBeGreaterThan(0);
    expect(run(session, 'echo on')).toEqual({ output: 'on\n', exit: 0 });
  }
});

test('SES-3 a command that takes no notice is ended by the third interrupt, which says so', () => {
  for (const line of ["trap '' INT; while :; do :; done", 'docker run --rm -it busybox sh -c "trap : INT; while :; do :; done"']) {
    const session = fresh();
    session.start(line);
    go(session, 3000);
    for (let press = 0; press < 3; press++) session.signal('INT');
    const ended = go(session, 200_000);
    expect(ended.exit, line).toBe(130);
    expect(ended.output).toContain('strata: ended after three interrupts');
    expect(run(session, 'echo on').output).toBe('on\n');
  }
});

test('SES-3 docker ends by itself at the third interrupt, as it says', () => {
  const session = fresh();
  session.start(`docker run --rm busybox sh -c "trap '' INT; while :; do :; done"`);
  go(session, 3000);
  let output = '';
  for (let press = 0; press < 3; press++) {
    session.signal('INT');
    output += go(session, 40).output;
  }
  const ended = go(session, 20_000);
  expect(output + ended.output).toBe('\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
  expect(ended.exit).toBe(1);
  expect(run(session, 'echo on').output).toBe('on\n');
});

test('SES-4 output waits for whoever shows it: a slice is never larger than its limit by more than one write', () => {
  const session = fresh();
  session.start('yes');
  for (let i = 0; i < 50; i++) expect(session.step(() => false).output.length).toBeLessThan(300_000);
  session.signal('INT');
  expect(go(session).exit).toBe(130);
});

test('SES-5 typed lines reach the command that reads, and the end of input ends it', () => {
  const session = fresh();
  session.start('docker run -i --rm busybox sh');
  go(session);
  session.type('echo got $((1+1))\n');
  expect(go(session).output).toBe('got 2\n');
  session.end();
  expect(go(session).exit).toBe(0);
});

test('SES-6 an unfinished command asks for more lines', () => {
  const session = fresh();
  expect(session.isComplete('for i in 1 2; do')).toBe(false);
  expect(session.isComplete('cat <<E\nx')).toBe(false);
  expect(session.isComplete('for i in 1 2; do echo $i; done')).toBe(true);
  expect(session.isComplete('fi')).toBe(true);
});
