import { expect, test } from 'vitest';
import { recognise } from '../../kernel/index.ts';
import { bytesBody } from '../../tree/index.ts';
import { packageSites } from './packages.ts';

const github = packageSites.find(({ names }) => names.includes('github.com'))!;
const ask = (target: string) =>
  github.respond({
    target,
    method: 'GET',
    version: 'HTTP/1.1',
    headers: [],
    body: new Uint8Array(0),
    host: 'github.com',
    port: 443,
    scheme: 'https',
    client: '203.0.113.1',
  });

test('PKG-44 releases of gosu, tini and dumb-init on GitHub are programs that run', () => {
  const answer = ask('/tianon/gosu/releases/download/1.7/gosu-amd64');
  expect(answer).toMatchObject({ status: 200 });
  const body = 'status' in answer ? answer.body : undefined;
  expect(recognise(bytesBody(body as Uint8Array))).toMatchObject({ kind: 'program', name: 'gosu' });
  expect(ask('/tianon/gosu/releases/download/1.7/other')).toMatchObject({ status: 404 });
});
