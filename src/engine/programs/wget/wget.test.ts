import { expect, test } from 'vitest';
import { executableBody } from '../../kernel/index.ts';
import { busyboxTree, runIn } from '../../testing/machine.ts';
import { ROOT, TreeEdit } from '../../tree/index.ts';
import { withPrograms } from '../index.ts';
import { programs } from './index.ts';
import { dots, humanSize, speed } from './text.ts';

/** Runs a script beside busybox's httpd on port 81, with GNU wget as `gget`. */
function said(script: string): string {
  const edit = new TreeEdit(busyboxTree());
  const bin = edit.child(ROOT, 'bin')!.ino;
  edit.create(bin, 'gget', { kind: 'file', body: executableBody('wget', 500_000), mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  const setup =
    'exec 2>&1; mkdir -p /w/sub /tmp/x; cd /tmp/x; echo foo >/w/a.txt; echo page >/w/sub/index.html; echo "127.0.0.1 localhost" >/etc/hosts; httpd -h /w -p 81';
  const { stdout } = runIn(withPrograms(programs), ['sh', '-c', `${setup}; ${script}`], { tree: edit.tree() });
  return stdout
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'NOW')
    .replaceAll(/[\d.]+ [KM]?B\/s/g, 'RATE')
    .replaceAll(/ [\d. ]{4}[KM ]=\S+/g, ' RATE');
}

test('NET-22 wget tells where it connects, what it gets and where it saves it', () => {
  expect(said('gget http://127.0.0.1:81/a.txt; cat a.txt; gget -q http://127.0.0.1:81/a.txt; ls')).toBe(
    `--NOW--  http://127.0.0.1:81/a.txt
Connecting to 127.0.0.1:81... connected.
HTTP request sent, awaiting response... 200 OK
Length: 4 [text/plain]
Saving to: 'a.txt'

     0K${' '.repeat(55)}100% RATE

NOW (RATE) - 'a.txt' saved [4/4]

foo
a.txt
a.txt.1
`,
  );
});

test('NET-22 wget follows, spiders, writes to standard output and is quiet', () => {
  expect(said('gget -qO- http://localhost:81/a.txt; gget -nv -O o http://localhost:81/sub; gget --spider http://localhost:81/a.txt')).toBe(
    `foo
NOW URL:http://localhost:81/sub/ [5/5] -> "o" [1]
Spider mode enabled. Check if remote file exists.
--NOW--  http://localhost:81/a.txt
Resolving localhost (localhost)... 127.0.0.1
Connecting to localhost (localhost)|127.0.0.1|:81... connected.
HTTP request sent, awaiting response... 200 OK
Length: 4 [text/plain]
Remote file exists.

`,
  );
});

test('NET-22 wget fails with its words and exit codes', () => {
  expect(
    said(
      'gget -q http://127.0.0.1:81/nope; echo $?; gget http://127.0.0.1:81/nope; gget http://127.0.0.1:9/; echo $?; gget http://nosuch/; echo $?; gget; gget --foo x; echo $?; gget https://127.0.0.1:81/; echo $?',
    ),
  ).toBe(
    `8
--NOW--  http://127.0.0.1:81/nope
Connecting to 127.0.0.1:81... connected.
HTTP request sent, awaiting response... 404 Not Found
NOW ERROR 404: Not Found.

--NOW--  http://127.0.0.1:9/
Connecting to 127.0.0.1:9... failed: Connection refused.
4
--NOW--  http://nosuch/
Resolving nosuch (nosuch)... failed: Temporary failure in name resolution.
wget: unable to resolve host address 'nosuch'
4
wget: missing URL
Usage: wget [OPTION]... [URL]...

Try \`wget --help' for more options.
wget: unrecognized option '--foo'
Usage: wget [OPTION]... [URL]...

Try \`wget --help' for more options.
2
--NOW--  https://127.0.0.1:81/
Connecting to 127.0.0.1:81... connected.
GnuTLS: An unexpected TLS packet was received.
Unable to establish SSL connection.
4
`,
  );
});

test('NET-22 wget draws a dot for each KiB, and rounds sizes and speeds', () => {
  const rows = dots(60_000, 60_000, 1).split('\n');
  expect(rows[1]).toBe('     0K .......... .......... .......... .......... .......... 85% 58.6K 0s');
  expect(rows[2]).toBe(`    50K ........${' '.repeat(46)}100% 58.6K=1.0s`);
  expect([humanSize(3_000_000), humanSize(615), humanSize(20_000)]).toEqual(['2.9M', '615', '20K']);
  expect([speed(4, 4e-6), speed(1_070_000, 1), speed(964_608, 1)]).toEqual(['39.1 KB/s', '1.02 MB/s', '942 KB/s']);
});
