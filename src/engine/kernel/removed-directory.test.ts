import { expect, test } from 'vitest';
import { runIn } from '../testing/machine.ts';
import type { Programs } from './index.ts';

test('KRN-2 a removed working directory is empty, and its parent is still found', () => {
  const programs: Programs = new Map([
    [
      'busybox',
      function* (p) {
        p.fs.mkdir('/tmp/gone');
        p.chdir('/tmp/gone');
        p.fs.rmdir('/tmp/gone');
        yield* p.write(1, `${p.fs.stat('.').kind} [${p.fs.readdir('.').join()}] ${p.fs.exists('./x')} ${p.fs.realpath('..')} `);
        p.chdir('..');
        yield* p.write(1, p.getcwd());
        return 0;
      },
    ],
  ]);
  expect(runIn(programs, ['sh']).stdout).toBe('dir [] false /tmp /tmp');
});
