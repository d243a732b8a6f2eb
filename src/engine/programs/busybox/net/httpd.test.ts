import { expect, test } from 'vitest';
import { runIn } from '../../../testing/machine.ts';
import { programs } from '../../index.ts';

const served = (script: string): string =>
  runIn(programs, [
    'sh',
    '-c',
    `exec 2>&1; mkdir -p /w/sub /w/cgi-bin; cd /w; echo text >a.txt; echo page >sub/index.html; touch -d '2020-01-02 03:04:05' a.txt
printf '#!/bin/sh\\necho Content-type: text/plain\\necho\\necho "$REQUEST_METHOD $QUERY_STRING $PATH_INFO"\\ncat\\n' >cgi-bin/x; chmod +x cgi-bin/x
httpd -h /w -p 81; ${script}`,
  ]).stdout.replace(/^(Date:).*$/gm, '$1 D');

const ask = (line: string): string => `printf '${line}\\r\\n\\r\\n' | nc 127.0.0.1 81;`;

test('NET-21 httpd serves files with their types and dates, parts of them, and the index of a directory', () => {
  expect(served(ask('GET /a.txt HTTP/1.1\\r\\nRange: bytes=1-2')).replaceAll('\r', '')).toBe(
    'HTTP/1.1 206 Partial Content\nDate: D\nConnection: close\nContent-type: text/html\nContent-Range: bytes 1-2/5\nAccept-Ranges: bytes\nLast-Modified: Thu, 02 Jan 2020 03:04:05 GMT\nETag: "5e0d5da5-5"\nContent-Length: 2\n\nex',
  );
  expect(served('wget -qO- 127.0.0.1:81/a.txt 127.0.0.1:81/sub/ 127.0.0.1:81/sub')).toBe('text\npage\npage\n');
});

test('NET-21 httpd answers what is not there, what it does not know, and what is no request', () => {
  expect(
    served(`${ask('GET /nope HTTP/1.1')} ${ask('PUT /a.txt HTTP/1.1')} ${ask('nonsense')} ${ask('GET /../etc/passwd HTTP/1.1')}`).match(
      /HTTP\/1.1 .*(?=\r)/g,
    ),
  ).toEqual(['HTTP/1.1 404 Not Found', 'HTTP/1.1 501 Not Implemented', 'HTTP/1.1 400 Bad Request', 'HTTP/1.1 400 Bad Request']);
});

test('NET-21 httpd runs programs below cgi-bin with the request in their variables', () => {
  expect(served("wget -qO- --post-data a=b '127.0.0.1:81/cgi-bin/x/more?q=1'")).toBe('POST q=1 /more\na=b');
});
