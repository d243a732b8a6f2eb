import '../testing/preload.ts';
import { expect, test } from 'vitest';
import {
  deviceTree,
  fromBytes,
  Kernel,
  Namespace,
  overlayFileSystem,
  type Process,
  plainFileSystem,
  SIGNALS,
  Tty,
  toBytes,
} from '../kernel/index.ts';
import { programs } from '../programs/index.ts';
import { busyboxTree } from '../testing/machine.ts';

/** What a terminal shows while lines are typed half a second apart. `^C`, `^Z` and `^D` are keys. */
function typed(lines: readonly string[]): string {
  const kernel = new Kernel({ programs, now: 1_760_000_000, seed: 1 });
  const ns = new Namespace({ id: 'test', hostname: 'box', root: overlayFileSystem(busyboxTree()) });
  ns.mount({ path: '/dev', fs: plainFileSystem('tmpfs', deviceTree(kernel.now)) });
  let screen = '';
  const tty = new Tty((bytes) => (screen += fromBytes(bytes)));
  const env = new Map(Object.entries({ PATH: '/bin:/usr/bin', HOME: '/root' }));
  const files = [tty.open(), tty.open(), tty.open()];
  const shell: Process = kernel.start({ ns, argv: ['sh'], env, credentials: { uid: 0, gid: 0, groups: [] }, cwd: '/', files });
  kernel.setControllingTty(shell.session, tty);
  shell.run = shell.load('/bin/sh', ['sh'], env);
  const settle = (): void => {
    const until = kernel.now + 0.5;
    while (shell.status === undefined) {
      if (kernel.step()) continue;
      const next = kernel.nextDeadline();
      if (next === undefined || next > until) break;
      kernel.advance(next);
    }
    kernel.advance(until);
  };
  settle();
  screen = '';
  for (const line of lines) {
    if (line === '^D') tty.end();
    else if (line === '^C' || line === '^Z') {
      screen += line;
      kernel.signalGroup(tty.foreground, line === '^C' ? SIGNALS.INT : SIGNALS.TSTP);
    } else {
      screen += `${line}\n`;
      tty.type(toBytes(`${line}\n`));
    }
    settle();
  }
  return screen;
}

// The transcripts are recorded: the real ash at a pseudo-terminal, typed to in the same rhythm.

test('SHL-32 jobs are stopped, continued and interrupted from the keyboard', () => {
  expect(typed(['echo $-', 'sleep 5', '^Z', 'jobs', 'bg', 'fg', '^C', 'echo $?', 'sleep 0.1 & sleep 0.2 | cat &', 'jobs'])).toBe(
    `echo $-
smi
/ # sleep 5
^Z[1]+  Stopped                    sleep 5
/ # jobs
[1]+  Stopped                    sleep 5
/ # bg
[1] sleep 5
/ # fg
sleep 5
^C
/ # echo $?
130
/ # sleep 0.1 & sleep 0.2 | cat &
/ # jobs
[2]+  Done                       sleep 0.2 | cat
[1]+  Done                       sleep 0.1
/ # `,
  );
});

test('SHL-32 an interrupt ends the whole line, a trap for it does not', () => {
  expect(
    typed([
      'if true',
      '^C',
      'f() { echo x; sleep 3; echo y; }; f; echo z',
      '^C',
      'x=$(sleep 3); echo after',
      '^C',
      "trap 'echo INT' INT",
      '^C',
      'sleep 3',
      '^C',
    ]),
  ).toBe(
    `if true
> ^C
/ # f() { echo x; sleep 3; echo y; }; f; echo z
x
^C
/ # x=$(sleep 3); echo after
^C
/ # trap 'echo INT' INT
/ # ^CINT
/ # sleep 3
^CINT
/ # `,
  );
});

test('SHL-32 errors end the line and not the shell; the prompt follows PS1', () => {
  expect(
    typed([
      'x=',
      `echo \${x:?bad}; echo no`,
      'echo $?',
      ')',
      'cd /tmp',
      "PS1='[\\u@\\h \\W]\\$ '",
      'readonly r=1; r=2',
      'read v',
      'typed text',
      'echo "[$v]"',
      '^D',
    ]),
  ).toBe(
    `x=
/ # echo \${x:?bad}; echo no
sh: x: bad
/ # echo $?
2
/ # )
sh: syntax error: unexpected ")"
/ # cd /tmp
/tmp # PS1='[\\u@\\h \\W]\\$ '
[root@box tmp]# readonly r=1; r=2
sh: r: is read only
[root@box tmp]# read v
typed text
[root@box tmp]# echo "[$v]"
[typed text]
[root@box tmp]# 
`,
  );
});
