import { expect, test } from 'vitest';
import { executableBody } from '../../../kernel/index.ts';
import { busyboxTree, runIn } from '../../../testing/machine.ts';
import { ROOT, TreeEdit } from '../../../tree/index.ts';
import { programs } from '../../index.ts';

test('NET-23 getent answers from the files and the name servers, and ends with 2 for what is not there', () => {
  const edit = new TreeEdit(busyboxTree());
  const bin = edit.child(ROOT, 'bin')!.ino;
  edit.create(bin, 'getent', { kind: 'file', body: executableBody('host-tools', 35_240), mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  const script =
    'exec 2>&1; printf "127.0.0.1\\tlocalhost me\\n10.0.0.9 other\\n" >/etc/hosts; getent hosts; getent hosts me 10.0.0.9; getent ahosts other; getent hosts nosuch; echo $?; getent passwd 0; getent group nosuch; echo $?; getent foo; echo $?';
  expect(runIn(programs, ['sh', '-c', script], { tree: edit.tree() }).stdout).toBe(
    `127.0.0.1       localhost me
10.0.0.9        other
127.0.0.1       localhost
10.0.0.9        other
10.0.0.9        STREAM other
10.0.0.9        DGRAM  
10.0.0.9        RAW    
2
root:x:0:0:root:/root:/bin/sh
2
Unknown database: foo
Try \`getent --help' or \`getent --usage' for more information.
1
`,
  );
});
