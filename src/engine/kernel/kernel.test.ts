import { expect, test } from 'vitest';
import { runIn } from '../testing/machine.ts';
import { Tree } from '../tree/index.ts';
import { Kernel, Namespace, overlayFileSystem, type Programs, TURN } from './index.ts';

test('KRN-1 process 1 waits for orphans that come to it while it waits', () => {
  const programs: Programs = new Map([
    [
      'busybox',
      function* (p) {
        p.fork(function* (parent) {
          parent.fork(function* (orphan) {
            yield* orphan.sleep(1);
            return 7;
          });
          yield TURN;
          return 0;
        });
        p.fork(function* (other) {
          yield* other.sleep(5);
          return 0;
        });
        for (let count = 0; count < 3; count++) yield* p.write(1, `${JSON.stringify(yield* p.waitpid(-1))} after ${p.now()}\n`);
        return 0;
      },
    ],
  ]);
  const { stdout } = runIn(programs, ['sh', '-c', 'x']);
  expect(stdout.split('\n').map((line) => /"code":(\d)/.exec(line)?.[1])).toEqual(['0', '7', '0', undefined]);
});

test('KRN-1 a program writes through pipes to a child and waits for it', () => {
  const programs: Programs = new Map([
    [
      'busybox',
      function* (p) {
        const [r, w] = p.io.pipe();
        p.fork(function* (child) {
          child.io.close(w);
          const all = yield* child.readAll(r);
          yield* child.write(1, `child ${child.pid} of ${child.ppid} got ${all.length}\n`);
          return 3;
        });
        p.io.close(r);
        yield* p.write(w, 'x'.repeat(200_000));
        p.io.close(w);
        const done = yield* p.waitpid(-1);
        p.fs.writeFile('/tmp/f', new TextEncoder().encode('hi'));
        p.fs.link('/tmp/f', '/tmp/g');
        p.fs.rename('/tmp/g', '/tmp/h');
        yield TURN;
        const left = yield* p.sleep(5);
        yield* p.write(
          1,
          `${JSON.stringify(done)} ${p.fs.readdir('/tmp').join()} ${p.fs.stat('/tmp/h').nlink} ${left} ${p.fs.readlink('/proc/self/cwd')}\n`,
        );
        yield* p.write(1, p.fs.readFile('/proc/self/cmdline'));
        p.io.close(p.fs.open('/dev/null', { write: true }));
        const out = p.fs.open('/dev/stderr', { write: true });
        yield* p.write(out, 'err');
        return 4;
      },
    ],
  ]);
  const ran = runIn(programs, ['sh', '-c', 'x']);
  expect(ran.stdout).toBe('child 2 of 1 got 200000\n{"pid":2,"status":{"kind":"exited","code":3}} f,h 2 0 /\nsh\0-c\0x\0');
  expect(ran.stderr).toBe('err');
  expect(ran.code).toBe(4);
  expect(ran.tree.at('/tmp/f')?.links.length).toBe(2);
});

test('KRN-20 a program that throws ends alone where the caller says so, and lets the error through where not', () => {
  const boom = (onCrash?: () => number) => {
    const kernel = new Kernel({ programs: new Map(), now: 1000, seed: 1, ...(onCrash === undefined ? {} : { onCrash }) });
    const ns = new Namespace({ id: 'x', hostname: 'x', root: overlayFileSystem(Tree.empty()) });
    const process = kernel.start({ ns, argv: ['x'], env: new Map(), credentials: { uid: 0, gid: 0, groups: [] }, files: [] });
    process.run = (function* () {
      throw new Error('boom');
    })();
    kernel.step();
    return process.status;
  };
  expect(boom(() => 134)).toEqual({ kind: 'exited', code: 134 });
  expect(() => boom()).toThrow('boom');
});
