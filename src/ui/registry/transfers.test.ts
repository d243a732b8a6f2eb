import { describe, expect, it } from 'vitest';
import { Lab, lines } from './testdata/lab.ts';

/** The parts of a request that a recording of the real Docker has too. */
const spoken = (text: readonly string[]): string[] => text.map((line) => line.replace(/ (?:sent|received) \d+/g, ''));

const UPLOAD = (path: string) => [
  `POST /v2/${path}/blobs/uploads/ 202`,
  `PATCH /v2/${path}/blobs/uploads/ID 202`,
  `PUT /v2/${path}/blobs/uploads/ID?digest=DIGEST 201`,
  `HEAD /v2/${path}/blobs/DIGEST 200`,
];

describe('the requests of Docker 28 with a graph driver, as recorded', () => {
  it.each([
    ['a value', 'registry.local:5000', []],
    ['a container', 'localhost:5000', ['docker run -d -p 5000:5000 --name reg registry:2']],
  ])('RGP-1 first push, mount, second push, pull: %s', async (_, host, setUp) => {
    const lab = new Lab();
    await lab.run(...setUp, `docker tag busybox ${host}/app:1`, `docker push ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 200',
      ...UPLOAD('app'),
      'HEAD /v2/app/blobs/DIGEST 404',
      ...UPLOAD('app'),
      'PUT /v2/app/manifests/1 201',
    ]);
    await lab.run(`docker tag busybox ${host}/team/other:1`, `docker push ${host}/team/other:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 200',
      'HEAD /v2/team/other/blobs/DIGEST 404',
      'POST /v2/team/other/blobs/uploads/?from=app&mount=DIGEST 201',
      'HEAD /v2/team/other/blobs/DIGEST 200',
      'HEAD /v2/team/other/blobs/DIGEST 404',
      ...UPLOAD('team/other'),
      'PUT /v2/team/other/manifests/1 201',
    ]);
    await lab.run(`docker push ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 200',
      'HEAD /v2/app/blobs/DIGEST 200',
      'HEAD /v2/app/blobs/DIGEST 200',
      'PUT /v2/app/manifests/1 201',
    ]);
    await lab.run(`docker rmi -f $(docker images -q busybox)`, `docker pull ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 200',
      'HEAD /v2/app/manifests/1 200',
      'GET /v2/app/manifests/DIGEST 200',
      'GET /v2/app/blobs/DIGEST 200',
      'GET /v2/app/blobs/DIGEST 200',
    ]);
    await lab.run(`docker pull ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual(['GET /v2/ 200', 'HEAD /v2/app/manifests/1 200']);
    await lab.run(`docker pull ${host}/nope:1`);
    expect(spoken(lines(lab.last()))).toEqual(['GET /v2/ 200', 'HEAD /v2/nope/manifests/1 404', 'GET /v2/nope/manifests/1 404']);
  });

  it('RGP-2 Docker Hub asks for a token, and an index costs one request more', async () => {
    const lab = new Lab();
    await lab.run('docker pull alpine');
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 401',
      'GET auth.docker.io/token?scope=repository:library/alpine:pull&service=registry.docker.io 200',
      'HEAD /v2/library/alpine/manifests/latest 200',
      'GET /v2/library/alpine/manifests/DIGEST 200',
      'GET /v2/library/alpine/manifests/DIGEST 200',
      'GET /v2/library/alpine/blobs/DIGEST 200',
      'GET /v2/library/alpine/blobs/DIGEST 200',
    ]);
    const { asked, answered } = lab.last().requests[2]!;
    expect(asked.map(([name]) => name)).toEqual(['Accept']);
    expect(answered.map(([name]) => name)).toEqual(['Content-Type', 'Content-Length', 'Docker-Content-Digest']);
    expect(lab.last().requests[0]!.answered).toEqual([
      ['Www-Authenticate', 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"'],
    ]);
  });

  it('RGP-3 a push that is refused ends at the request that was', async () => {
    const lab = new Lab();
    await lab.run('docker push busybox');
    expect(spoken(lines(lab.last()))).toEqual([
      'GET /v2/ 401',
      'GET auth.docker.io/token?scope=repository:library/busybox:push,pull&service=registry.docker.io 200',
      'POST /v2/library/busybox/blobs/uploads/ 401',
    ]);
    expect(lab.last()).toMatchObject({ failure: 'denied: requested access to the resource is denied', kind: 'push' });
    expect(lab.last().blobs.map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
      ['config', 'waiting', 'not-reached'],
      ['layer', 'failed', 'refused'],
    ]);
    await lab.run('docker tag busybox localhost:7/a', 'docker push localhost:7/a');
    expect(lines(lab.last())).toEqual(['GET /v2/ 0']);
  });
});

describe('the requests of Docker 28 with containerd’s store, as recorded', () => {
  it.each([
    ['a value', 'registry.local:5000', []],
    ['a container', 'localhost:5000', ['docker run -d -p 5000:5000 --name reg registry:2']],
  ])('RGP-4 a blob is sent with the PUT that ends the upload, and manifests are asked for first: %s', async (_, host, setUp) => {
    const lab = new Lab('containerd');
    const put = (path: string) => [
      `HEAD /v2/${path}/blobs/DIGEST 404`,
      `POST /v2/${path}/blobs/uploads/ 202`,
      `PUT /v2/${path}/blobs/uploads/ID?digest=DIGEST 201`,
    ];
    await lab.run(...setUp, `docker tag busybox ${host}/app:1`, `docker push ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      ...put('app'),
      ...put('app'),
      'HEAD /v2/app/manifests/1 404',
      'PUT /v2/app/manifests/1 201',
    ]);
    await lab.run(`docker push ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual([
      'HEAD /v2/app/blobs/DIGEST 200',
      'HEAD /v2/app/blobs/DIGEST 200',
      'HEAD /v2/app/manifests/1 200',
    ]);
    expect(lab.last().blobs.map(({ state }) => state)).toEqual(['exists', 'exists', 'exists']);
    await lab.run(`docker pull ${host}/app:1`);
    expect(spoken(lines(lab.last()))).toEqual(['HEAD /v2/app/manifests/1 200']);
    expect(lab.last().blobs.map(({ state }) => state)).toEqual(['exists', 'exists', 'exists']);
    await lab.run(`docker tag busybox ${host}/other:1`, `docker push ${host}/other:1`);
    expect(spoken(lines(lab.last())).slice(0, 2)).toEqual([
      'HEAD /v2/other/blobs/DIGEST 404',
      'POST /v2/other/blobs/uploads/?mount=DIGEST&from=app 201',
    ]);
    await lab.run(`docker pull ${host}/nope:1`);
    expect(spoken(lines(lab.last()))).toEqual(['HEAD /v2/nope/manifests/1 404']);
  });

  it('RGP-5 the challenge is met by the first request itself', async () => {
    const lab = new Lab('containerd');
    await lab.run('docker pull alpine');
    expect(spoken(lines(lab.last())).slice(0, 3)).toEqual([
      'HEAD /v2/library/alpine/manifests/latest 401',
      'GET auth.docker.io/token?scope=repository:library/alpine:pull&service=registry.docker.io 200',
      'HEAD /v2/library/alpine/manifests/latest 200',
    ]);
    expect(lab.last().blobs.map(({ kind, state }) => [kind, state])).toEqual([
      ['index', 'moved'],
      ['manifest', 'moved'],
      ['config', 'moved'],
      ['layer', 'moved'],
    ]);
  });
});

describe('transfers on record', () => {
  it('RGP-6 every blob says what became of it and why; requests name their blob', async () => {
    const lab = new Lab();
    await lab.run('docker tag busybox registry.local:5000/app:1', 'docker push registry.local:5000/app:1');
    const fates = () =>
      lab.last().blobs.map(({ kind, state, reason, from }) => [kind, state, reason, ...(from === undefined ? [] : [from])]);
    expect(fates()).toEqual([
      ['manifest', 'moved', 'new'],
      ['config', 'moved', 'missing'],
      ['layer', 'moved', 'new'],
    ]);
    await lab.run('docker tag busybox registry.local:5000/b:1', 'docker push registry.local:5000/b:1');
    expect(fates()[2]).toEqual(['layer', 'mounted', 'mounted', 'app']);
    const layer = lab.last().blobs[2]!;
    expect(lab.last().requests.filter(({ digest }) => digest === layer.digest)).toHaveLength(3);
    expect(layer.size).not.toBe(layer.unpacked);
    await lab.run('docker pull registry.local:5000/b:1');
    expect(fates()).toEqual([
      ['manifest', 'moved', 'absent'],
      ['config', 'exists', 'image-here'],
      ['layer', 'exists', 'image-here'],
    ]);
  });

  it('RGP-7 the log is bounded and is no part of the world', async () => {
    const lab = new Lab();
    await lab.run('docker tag busybox registry.local:5000/app:1');
    for (let i = 0; i < 15; i++) await lab.run('docker push registry.local:5000/app:1');
    const { transfers } = lab.machine().remote;
    expect(transfers.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(lab.machine('node02').remote.transfers).toEqual([]);
  });

  it('RGP-8 registries are those that a machine can name: the Hub, the world’s, containers with a published port', async () => {
    const lab = new Lab();
    await lab.run(
      'docker run -d -p 5000:5000 --name reg registry:2',
      'docker tag busybox localhost:5000/team/app:1',
      'docker push localhost:5000/team/app:1',
    );
    const named = (machine: string) => lab.machine(machine).remote.registries.map(({ host, kind, container }) => [host, kind, container]);
    expect(named('node01')).toEqual([
      ['docker.io', 'hub', undefined],
      ['registry.local:5000', 'value', undefined],
      ['localhost:5000', 'container', 'reg'],
    ]);
    expect(named('node02')[2]).toEqual(['node01:5000', 'container', 'reg']);
    expect(lab.machine().remote.registries[2]).toMatchObject({
      blobs: 3,
      repositories: [{ name: 'team/app', manifests: 1, blobs: 2, tags: [{ tag: '1', digest: lab.last().target }] }],
    });
    await lab.run('docker stop reg');
    expect(named('node01')).toHaveLength(2);
  });

  it('RGP-9 a forecast happens in a copy, also towards a registry in a container', async () => {
    const lab = new Lab();
    await lab.run(
      'docker run -d -p 5000:5000 --name reg registry:2',
      'docker tag busybox localhost:5000/app:1',
      'docker push localhost:5000/app:1',
    );
    const before = JSON.stringify(lab.machine().remote);
    const push = await lab.forecast({ kind: 'push', image: 'busybox', to: 'localhost:5000/new:2' });
    expect(push).toMatchObject({ exit: 0, line: 'docker tag busybox localhost:5000/new:2 && docker push localhost:5000/new:2' });
    expect(push.transfer!.blobs.map(({ state }) => state)).toEqual(['moved', 'moved', 'mounted']);
    const pull = await lab.forecast({ kind: 'pull', reference: 'alpine' });
    expect(pull.transfer!.blobs.map(({ kind, state }) => [kind, state])).toEqual([
      ['index', 'moved'],
      ['manifest', 'moved'],
      ['config', 'moved'],
      ['layer', 'moved'],
    ]);
    const nowhere = await lab.forecast({ kind: 'push', image: 'busybox', to: 'localhost:7000/new:2' });
    expect(nowhere.failure).toBe('Get "http://localhost:7000/v2/": dial tcp [::1]:7000: connect: connection refused');
    await expect(lab.forecast({ kind: 'pull', reference: 'a; docker rm -f reg' })).rejects.toThrow('registry.reference');
    await lab.run('true');
    expect(JSON.stringify(lab.machine().remote)).toBe(before);
  });

  it('RGP-10 another machine’s registry without TLS is refused in a forecast as it is by the engine', async () => {
    const lab = new Lab('graphdriver', 'node02');
    await lab.run(
      'ssh node01 docker run -d -p 5000:5000 --name reg registry:2',
      'docker tag busybox node01:5000/app:1',
      'docker push node01:5000/app:1',
    );
    const real = lab.last('node02').failure;
    expect(real).toBe('Get "https://node01:5000/v2/": http: server gave HTTP response to HTTPS client');
    const told = await lab.forecast({ kind: 'push', image: 'busybox', to: 'node01:5000/app:1' }, 'node02');
    expect(told.failure).toBe(real);
  });
});
