import { expect, test } from 'vitest';
import { sha256 } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { type Process, type Run, SIGNALS, type Step, SysError } from '../kernel/index.ts';
import { fetchHttp, textOf } from '../programs/http/index.ts';
import { programs } from '../programs/registry/index.ts';
import { TestNetwork } from '../testing/network.ts';
import { bytesBody, readBody, textBody } from '../tree/index.ts';
import { httpRegistry } from './http-registry.ts';

const CONFIG =
  'version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: /var/lib/registry\n  delete:\n    enabled: true\nhttp:\n  addr: :5000\n';

/** A registry on one machine of a wire, and what a client on another does with it. */
function withRegistry(act: (p: Process) => Step<void>, options: { config?: string; env?: Record<string, string> } = {}) {
  const network = new TestNetwork();
  const server = network.machine('server', '10.0.0.1/24');
  const client = network.machine('client', '10.0.0.2/24');
  const run = (argv: string[]): Process =>
    network.run(server, (p) => {
      p.argv = ['registry', ...argv];
      p.env = new Map(Object.entries(options.env ?? {}));
      p.fs.writeFile('/config.yml', new TextEncoder().encode(options.config ?? CONFIG));
      for (const name of ['/in', '/out', '/err']) p.fs.open(name, { read: true, write: true, create: true, append: true });
      return programs.registry!(p);
    });
  const serving = run(['serve', '/config.yml']);
  network.settle();
  let failed: unknown;
  network.run(client, function* (p): Run {
    try {
      yield* act(p);
    } catch (error) {
      failed = error;
    }
    return 0;
  });
  network.settle();
  if (failed !== undefined) throw failed;
  return { network, server, serving, run };
}

const LAYER = bytesBody(new TextEncoder().encode('a layer'));
const IMAGE = textBody('{"architecture":"amd64"}');
const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: IMAGE.size, digest: IMAGE.digest() },
  layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: LAYER.size, digest: LAYER.digest() }],
});
const manifest = { mediaType: 'application/vnd.docker.distribution.manifest.v2+json', text: MANIFEST };

function* pushAll(p: Process, path: string, tag: string): Step<void> {
  const registry = httpRegistry({ kernel: p.kernel, process: () => p }, 'http://10.0.0.1:5000');
  yield* registry.putBlob(path, LAYER.digest(), LAYER);
  yield* registry.putBlob(path, IMAGE.digest(), IMAGE);
  expect(yield* registry.putManifest(path, tag, manifest)).toBe(sha256(MANIFEST));
}

test('REG-20 what is pushed is pulled again, byte for byte; tags and catalogue tell of it', () => {
  withRegistry(function* (p) {
    yield* pushAll(p, 'team/demo', '1');
    const registry = httpRegistry({ kernel: p.kernel, process: () => p }, 'http://10.0.0.1:5000');
    expect(yield* registry.getManifest('team/demo', '1')).toEqual({ digest: sha256(MANIFEST), ...manifest });
    expect((yield* registry.getManifest('team/demo', sha256(MANIFEST)))?.text).toBe(MANIFEST);
    expect(yield* registry.statBlob('team/demo', LAYER.digest())).toBe(LAYER.size);
    expect([...readBody(yield* registry.getBlob('team/demo', LAYER.digest()))]).toEqual([...readBody(LAYER)]);
    expect(yield* registry.listTags('team/demo')).toEqual(['1']);
    const get = function* (path: string): Step<string> {
      return textOf((yield* fetchHttp(p, { url: `http://10.0.0.1:5000${path}` })).body);
    };
    expect(yield* get('/v2/_catalog')).toBe('{"repositories":["team/demo"]}\n');
    expect(yield* get('/v2/team/demo/tags/list')).toBe('{"name":"team/demo","tags":["1"]}\n');
    expect(yield* get('/v2/')).toBe('{}');
    expect(yield* get('/')).toBe('');
  });
});

test('REG-21 what is not there is refused with the errors of the distribution spec', () => {
  withRegistry(function* (p) {
    const registry = httpRegistry({ kernel: p.kernel, process: () => p }, 'http://10.0.0.1:5000');
    expect(yield* registry.getManifest('no/such', 'x')).toBeUndefined();
    expect(yield* registry.listTags('no/such')).toBeUndefined();
    expect(yield* registry.statBlob('no/such', LAYER.digest())).toBeUndefined();
    const answer = function* (method: string, path: string): Step<[number, string]> {
      const { status, body } = yield* fetchHttp(p, { url: `http://10.0.0.1:5000${path}`, method });
      return [status, textOf(body)];
    };
    expect(yield* answer('GET', '/v2/no/such/tags/list')).toEqual([
      404,
      '{"errors":[{"code":"NAME_UNKNOWN","message":"repository name not known to registry","detail":{"name":"no/such"}}]}\n',
    ]);
    expect(yield* answer('GET', '/v2/no/such/manifests/1')).toEqual([
      404,
      '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{"Tag":"1"}}]}\n',
    ]);
    yield* registry.putBlob('a', IMAGE.digest(), IMAGE);
    try {
      yield* registry.putManifest('a', '1', manifest);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      expect(error.message).toBe('manifest blob unknown: blob unknown to registry');
    }
    expect((yield* answer('PUT', `/v2/a/blobs/uploads/x?digest=${LAYER.digest()}`))[0]).toBe(404);
    expect((yield* answer('GET', '/elsewhere'))[0]).toBe(404);
  });
});

test('REG-22 a blob is mounted from another repository, and not sent twice', () => {
  withRegistry(function* (p) {
    yield* pushAll(p, 'a', '1');
    const registry = httpRegistry({ kernel: p.kernel, process: () => p }, 'http://10.0.0.1:5000');
    expect(yield* registry.mountBlob('b', LAYER.digest(), 'a')).toBe(true);
    expect(yield* registry.statBlob('b', LAYER.digest())).toBe(LAYER.size);
    expect(yield* registry.mountBlob('b', sha256('never'), 'a')).toBe(false);
  });
});

test('REG-23 a deleted manifest loses its tags, and garbage collection removes the blobs that nothing names', () => {
  const { network, server, run } = withRegistry(function* (p) {
    yield* pushAll(p, 'a', '1');
    yield* pushAll(p, 'b', '1');
    const { status } = yield* fetchHttp(p, { url: `http://10.0.0.1:5000/v2/a/manifests/${sha256(MANIFEST)}`, method: 'DELETE' });
    expect(status).toBe(202);
    const left = yield* fetchHttp(p, { url: 'http://10.0.0.1:5000/v2/a/tags/list' });
    expect(textOf(left.body)).toBe('{"name":"a","tags":null}\n');
    yield* fetchHttp(p, { url: `http://10.0.0.1:5000/v2/b/manifests/${sha256(MANIFEST)}`, method: 'DELETE' });
  });
  const data = `/var/lib/registry/docker/registry/v2/blobs/sha256/${LAYER.digest().slice(7, 9)}/${LAYER.digest().slice(7)}/data`;
  const stored = (): boolean => server.mounts[0]!.fs.tree().at(data) !== undefined;
  expect(stored()).toBe(true);
  run(['garbage-collect', '--dry-run', '/config.yml']);
  network.settle();
  expect(stored()).toBe(true);
  run(['garbage-collect', '/config.yml']);
  network.settle();
  expect(stored()).toBe(false);
});

test('REG-24 it ends on SIGTERM, refuses a configuration it cannot follow, and lives through nonsense', () => {
  const { network, serving } = withRegistry(function* (p) {
    const fd = yield* p.net.connect('10.0.0.1', 5000);
    yield* p.write(fd, 'nonsense\r\n\r\n');
    expect(new TextDecoder().decode(yield* p.readAll(fd))).toContain('400 Bad Request');
    const answer = yield* fetchHttp(p, { url: 'http://10.0.0.1:5000/v2/' });
    expect(answer.status).toBe(200);
  });
  network.kernel.deliver(serving, SIGNALS.TERM, false);
  network.settle();
  expect(serving.status).toEqual({ kind: 'exited', code: 0 });
  const refused = withRegistryRefused({ REGISTRY_AUTH_HTPASSWD_PATH: '/auth' });
  expect(refused.status).toEqual({ kind: 'exited', code: 1 });
});

function withRegistryRefused(env: Record<string, string>): Process {
  return withRegistry(
    function* (p) {
      try {
        yield* p.net.connect('10.0.0.1', 5000);
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        expect(error.errno).toBe('ECONNREFUSED');
      }
    },
    { env },
  ).serving;
}
