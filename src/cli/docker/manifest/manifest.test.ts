import { expect, test } from 'vitest';
import '../../machine/preload.ts';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

async function machine(): Promise<(line: string) => string> {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600, registries: ['127.0.0.1:5000'] }));
  const run = (line: string): string => {
    session.start(line);
    let output = '';
    for (;;) {
      const slice = session.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) return output;
      if (slice.waits === 'stdin') throw new Error(`waits for input: ${line}`);
    }
  };
  run('r=127.0.0.1:5000; docker tag busybox $r/a:1; docker push -q $r/a:1; docker tag busybox $r/b:1; docker push -q $r/b:1');
  return run;
}

test('MFT-1 a list lies in files of the client until it is pushed with --purge', async () => {
  const run = await machine();
  expect(run('docker manifest create --insecure $r/a:all $r/a:1')).toBe('Created manifest list 127.0.0.1:5000/a:all\n');
  expect(run('ls ~/.docker/manifests/*')).toBe('127.0.0.1-5000_a-1\n');
  expect(run('docker manifest push --insecure --purge $r/a:all')).toMatch(/^sha256:[0-9a-f]{64}\n$/);
  expect(run('ls ~/.docker/manifests')).toBe('');
  expect(run('docker manifest inspect --insecure $r/a:all | grep -c digest')).toBe('1\n');
});

test('MFT-2 a registry without TLS is asked with --insecure only, and a list is no part of a list', async () => {
  const run = await machine();
  expect(run('docker manifest create $r/a:all $r/a:1')).toBe('no such manifest: 127.0.0.1:5000/a:1\n');
  run('docker manifest create --insecure $r/a:all $r/a:1');
  expect(run('docker manifest push $r/a:all')).toContain('http: server gave HTTP response to HTTPS client');
  run('docker manifest push --insecure $r/a:all');
  expect(run('docker manifest create --insecure $r/a:more $r/a:all')).toBe('127.0.0.1:5000/a:all is a manifest list\n');
});

test('MFT-3 only pairs of system and architecture that there are can be annotated', async () => {
  const run = await machine();
  run('docker manifest create --insecure $r/a:all $r/a:1');
  expect(run('docker manifest annotate --arch arm --variant v7 $r/a:all $r/a:1; docker manifest inspect $r/a:all | grep -c v7')).toBe(
    '1\n',
  );
  expect(run('docker manifest annotate --os plan9 --arch arm64 $r/a:all $r/a:1')).toContain('unsupported os/arch combination: plan9/arm64');
});

test('MFT-4 a manifest of another repository is put into the list’s own before the list', async () => {
  const run = await machine();
  run('docker manifest create --insecure $r/c:all $r/a:1 $r/b:1');
  expect(run('docker manifest push --insecure $r/c:all').match(/Pushed ref 127\.0\.0\.1:5000\/c@sha256:/g)).toHaveLength(2);
  expect(run('docker rmi $r/a:1 $r/b:1 > /dev/null; docker pull -q $r/c:all')).toBe('127.0.0.1:5000/c:all\n');
});
