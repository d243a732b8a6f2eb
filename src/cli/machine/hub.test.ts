import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { catalog } from '../../catalog/index.ts';
import { layerBlob } from '../../engine/archive/index.ts';
import type { HubState } from '../../engine/hub/index.ts';
import { preload } from '../../engine/kernel/index.ts';
import { layerTar } from '../../engine/layer/index.ts';
import { imageTree, mustGet, stackOf } from '../../engine/store/index.ts';
import { readBody } from '../../engine/tree/index.ts';
import { runLines } from './run-lines.ts';
import { Session } from './session.ts';
import { type NewWorld, newWorld } from './simulation.ts';

const NEW_YEAR = 1_767_225_600;
const DAY = 86_400;

interface Terminal {
  readonly session: Session;
  run(line: string): Promise<{ output: string; exit: number }>;
}

function terminal(options: Partial<NewWorld> & { hub?: HubState | true } = { hub: true }): Terminal {
  const session = new Session(newWorld({ seed: 1, now: NEW_YEAR, ...options }));
  return { session, run: (line) => runLines(session, line) };
}

const sha256 = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const lines = (text: string): string[] => text.trim().split('\n');

test('HUB-3 every digest of a pulled image is that of its bytes', async () => {
  const { session, run } = terminal();
  for (const name of ['hello-world', 'busybox:1.36-musl', 'alpine', 'alpine:3.4', 'registry:2']) {
    expect((await run(`docker pull -q ${name}`)).exit, name).toBe(0);
    const { images } = session.machine.daemon.state;
    const reference = `docker.io/library/${name.includes(':') ? name : `${name}:latest`}`;
    const image = mustGet(images.images, mustGet(images.tags, reference));
    expect(sha256(image.configText)).toBe(image.id);
    for (const chain of stackOf(image)) {
      const { layer } = mustGet(images.snapshots, chain);
      const { digest, body } = layerBlob(layer);
      const blob = readBody(body);
      const plain = gunzipSync(blob);
      expect(sha256(blob)).toBe(digest);
      expect(sha256(plain)).toBe(layer.diffID);
      expect(Buffer.compare(plain, readBody(layerTar(layer)))).toBe(0);
    }
  }
});

test('HUB-3 an index names manifests by the digests of their text, for every platform', async () => {
  const { run } = terminal();
  const index = (await run('docker buildx imagetools inspect --raw hello-world')).output;
  const shown = (await run("docker buildx imagetools inspect hello-world | grep '^Digest:'")).output;
  expect(shown).toContain(sha256(index.replace(/\n$/, '')));
  const { manifests } = JSON.parse(index) as { manifests: { digest: string; platform: { architecture: string } }[] };
  for (const { digest, platform } of manifests) {
    const text = (await run(`docker buildx imagetools inspect --raw hello-world@${digest}`)).output.replace(/\n$/, '');
    expect(sha256(text), platform.architecture).toBe(digest);
  }
});

test('HUB-4 a large image is there at once', async () => {
  const { run } = terminal();
  await preload(catalog.index);
  await run('docker pull -q hello-world');
  const before = performance.now();
  expect((await run('docker pull -q golang')).exit).toBe(0);
  expect(performance.now() - before).toBeLessThan(3000);
  expect((await run("docker image ls --format '{{.Size}}' golang")).output).toMatch(/^\d{3}MB\n$/);
});

test('HUB-5 what two images share is pulled once', async () => {
  const { run } = terminal();
  await run('docker pull nginx | cat');
  const { output } = await run('docker pull redis | cat');
  expect(lines(output).filter((line) => line.endsWith('Already exists'))).toHaveLength(1);
  expect(lines((await run('docker pull nginx | cat')).output).at(-2)).toBe('Status: Image is up to date for nginx:latest');
});

test('HUB-6 a tag moves on the day that its schedule says', async () => {
  const { session, run } = terminal();
  await run('docker pull -q nginx');
  session.simulation.kernel.advance(NEW_YEAR + 2 * DAY);
  expect((await run('docker pull nginx | cat')).output).toContain('Status: Downloaded newer image for nginx:latest');
  expect(lines((await run("docker images --format '{{.Repository}}:{{.Tag}}'")).output).sort()).toEqual([
    'busybox:latest',
    'nginx:<none>',
    'nginx:latest',
  ]);
});

test('HUB-7 what is not there is refused in the words of each image store', async () => {
  const table: [Partial<NewWorld>, string, string][] = [
    [
      {},
      'docker pull nosuch',
      "Error response from daemon: pull access denied for nosuch, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    ],
    [
      {},
      'docker pull debian:nosuch',
      'Error response from daemon: manifest for debian:nosuch not found: manifest unknown: manifest unknown',
    ],
    [{}, 'docker pull --platform linux/sparc alpine', 'no matching manifest for linux/sparc in the manifest list entries'],
    [
      { profile: 'containerd' },
      'docker pull nosuch',
      "Error response from daemon: pull access denied for nosuch, repository does not exist or may require 'docker login'",
    ],
    [
      { profile: 'containerd' },
      'docker pull debian:nosuch',
      'Error response from daemon: failed to resolve reference "docker.io/library/debian:nosuch": docker.io/library/debian:nosuch: not found',
    ],
  ];
  for (const [options, line, text] of table) {
    const { output, exit } = await terminal({ hub: true, ...options }).run(`${line} 2>&1 | tail -1; exit \${PIPESTATUS-1}`);
    expect([lines(output).at(-1), exit]).toEqual([text, 1]);
  }
});

test('HUB-8 an image is pulled by the digest of its index, and by that of one manifest', async () => {
  const { run } = terminal();
  await run('docker pull -q alpine');
  const digest = (await run("docker images --format '{{.Digest}}' alpine")).output.trim();
  const id = (await run('docker images -q --no-trunc alpine')).output.trim();
  await run('docker rmi alpine');
  expect((await run(`docker pull -q alpine@${digest}`)).exit).toBe(0);
  expect((await run(`docker image inspect --format '{{.Id}}' alpine@${digest}`)).output.trim()).toBe(id);
  const raw = (await run('docker buildx imagetools inspect --raw alpine')).output;
  const { manifests } = JSON.parse(raw) as { manifests: { digest: string; platform: { architecture: string } }[] };
  const arm = manifests.find(({ platform }) => platform.architecture === 'arm64')!;
  await run(`docker pull -q alpine@${arm.digest}`);
  expect((await run(`docker image inspect --format '{{.Architecture}}' alpine@${arm.digest}`)).output).toBe('arm64\n');
  await run('docker pull -a hello-world');
  expect(lines((await run("docker images --format '{{.Tag}}' hello-world")).output).sort()).toEqual(['2018', 'latest', 'linux']);
});

test('HUB-9 pulls without login come to an end, those with one do not', async () => {
  const { run } = terminal({ hub: { pullsLeft: 1 } });
  expect((await run('docker pull -q alpine')).exit).toBe(0);
  expect((await run('docker pull busybox')).output).toContain(
    'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
  );
  await run('docker login -u learner -p secret');
  expect((await run('docker pull -q busybox')).exit).toBe(0);
});

test('HUB-10 credentials are checked, stored and forgotten', async () => {
  const { run } = terminal({ hub: { accounts: { learner: 'right' }, open: false } });
  expect((await run('docker login -u learner -p wrong')).output).toBe(
    'WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n' +
      'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password\n',
  );
  expect((await run('docker login -u stranger -p x')).exit).toBe(1);
  expect((await run('echo right | docker login -u learner --password-stdin')).output).toBe(
    "\nWARNING! Your credentials are stored unencrypted in '/root/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\n" +
      'https://docs.docker.com/go/credential-store/\n\nLogin Succeeded\n',
  );
  const config = JSON.parse((await run('cat ~/.docker/config.json')).output) as { auths: Record<string, { auth: string }> };
  expect(config.auths).toEqual({ 'https://index.docker.io/v1/': { auth: Buffer.from('learner:right').toString('base64') } });
  expect((await run('docker logout')).output).toBe('Removing login credentials for https://index.docker.io/v1/\n');
  expect(JSON.parse((await run('cat ~/.docker/config.json')).output)).toEqual({ auths: {} });
});

test('HUB-11 an account pushes to its own namespace only', async () => {
  const { run } = terminal();
  await run('docker pull -q alpine; docker tag alpine learner/app:1; docker tag alpine other/app:1');
  expect((await run('docker push learner/app:1 | cat')).output).toContain('denied: requested access to the resource is denied');
  await run('docker login -u learner -p secret');
  expect((await run('docker push learner/app:1 | cat')).output).toMatch(/Mounted from library\/alpine\n1: digest: sha256:/);
  expect((await run('docker push other/app:1 | cat')).output).toContain('denied: requested access to the resource is denied');
  await run('docker rmi learner/app:1 alpine other/app:1');
  expect((await run('docker pull -q learner/app:1')).exit).toBe(0);
  expect((await run("docker search --format '{{.Name}}' learner")).output).toBe('learner/app\n');
});

test('HUB-12 search has limits, filters and the mark of official images', async () => {
  const { run } = terminal();
  const found = lines((await run('docker search n')).output);
  expect(found).toHaveLength(26);
  expect(found[0]).toMatch(/^NAME +DESCRIPTION +STARS +OFFICIAL$/);
  expect((await run("docker search --limit 5 -f is-official=true --format '{{.Name}}|{{.IsOfficial}}' ubuntu")).output).toContain(
    'ubuntu|[OK]\n',
  );
  expect((await run("docker search -f stars=20000 --format '{{.Name}}' nginx")).output).toBe('nginx\n');
  expect(lines((await run('docker search -f is-automated=true nginx')).output)).toHaveLength(1);
  expect((await run('docker search --limit 101 nginx')).output).toBe(
    'Error response from daemon: limit 101 is outside the range of [1, 100]\n',
  );
  expect((await run('docker search -f stars=x nginx')).exit).toBe(1);
});

test('HUB-13 run and both builders fetch what is missing', async () => {
  const { run } = terminal();
  expect((await run('docker run --rm alpine:3.4 cat /etc/alpine-release | tail -1')).output).toContain('3.4.6');
  await run("mkdir /b; cd /b; printf 'FROM debian:12-slim\\nRUN cat /etc/debian_version > /v\\n' > Dockerfile");
  expect((await run('docker build -q -t a . && docker run --rm a cat /v')).output).toMatch(/12\.\d+\n$/);
  const classic = (await run('DOCKER_BUILDKIT=0 docker build -t b . 2>/dev/null')).output;
  expect(classic).toContain('Status: Downloaded newer image for debian:12-slim');
  expect(classic).toContain('Successfully tagged b:latest');
});

test('HUB-14 another platform has other digests, names and sizes', async () => {
  const { run } = terminal();
  await run('docker pull -q --platform linux/arm64 debian:12');
  expect((await run("docker image inspect --format '{{.Architecture}} {{.Variant}}' debian:12")).output).toBe('arm64 v8\n');
  await run('docker create --name arm --platform linux/arm64 debian:12; docker cp arm:/usr/lib/aarch64-linux-gnu/libc.so.6 /tmp/libc');
  expect((await run('test -s /tmp/libc')).exit).toBe(0);
});

test('HUB-15 a World without a Hub reaches none', async () => {
  const { run } = terminal({ network: { bridge: false, internet: false } });
  expect((await run('docker pull alpine')).output).toContain('dial tcp: lookup registry-1.docker.io');
  expect((await run('docker search alpine')).output).toContain('Get "https://index.docker.io/v1/search?q=alpine&n=25"');
});

test('HUB-16 an image that is only listed is told from one that does not exist', async () => {
  expect((await terminal().run('docker pull swarm')).output).toContain('strata: the images of swarm are not in the simulated Docker Hub');
});

test('HUB-17 history and config are in the style of their builder', async () => {
  const { run } = terminal();
  await run('docker pull -q nginx; docker pull -q nginx:1.11');
  const modern = (await run("docker history --no-trunc --format '{{.CreatedBy}}|{{.Comment}}' nginx")).output;
  expect(modern).toContain('CMD ["nginx" "-g" "daemon off;"]|buildkit.dockerfile.v0\n');
  expect(modern).toContain('EXPOSE map[80/tcp:{}]|buildkit.dockerfile.v0\n');
  expect(modern).toMatch(/# debian\.sh --arch 'amd64' out\/ 'bookworm' '@\d+'\|debuerreotype/);
  const old = (await run("docker history --no-trunc --format '{{.CreatedBy}}|{{.Comment}}' nginx:1.11")).output;
  expect(old).toContain('/bin/sh -c #(nop)  CMD ["nginx" "-g" "daemon off;"]|\n');
  expect(old).toMatch(/\/bin\/sh -c #\(nop\) ADD file:[0-9a-f]{64} in \/ \|/);
  expect((await run("docker image inspect --format '{{.DockerVersion}}' nginx:1.11")).output).toBe('1.12.6\n');
});

test('HUB-18 hello-world greets, and says for which architecture it was made', async () => {
  const { run } = terminal();
  const { output } = await run('docker run hello-world');
  expect(output).toContain('\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n');
  expect(output).toContain('    (amd64)\n');
});

test('HUB-4 every repository of the catalogue opens, and its default tag has a believable root', async () => {
  const { session, run } = terminal();
  const index = (await preload(catalog.index)).filter(({ part }) => part !== undefined);
  expect(index.length).toBeGreaterThan(35);
  for (const { name } of index) {
    const { output, exit } = await run(`docker pull -q ${name}`);
    expect([name, exit === 0 || output.includes('manifest unknown')]).toEqual([name, true]);
  }
  const { images } = session.machine.daemon.state;
  for (const image of images.images.values()) {
    const tree = imageTree(images, image);
    expect([...tree.walk()].length).toBeGreaterThan(0);
  }
}, 60_000);

test('CTD-12 a run that has to pull first starts the platform asked for, though another one is here as well', async () => {
  const { run } = terminal({ hub: true, profile: 'containerd' });
  await run('mkdir m; printf "FROM alpine:3.20\\nCOPY Dockerfile /x\\n" > m/Dockerfile');
  await run('docker build -q --platform linux/amd64,linux/arm64 -t multi m');
  expect((await run('docker run --rm --platform linux/arm64 alpine:3.20 uname -m')).output).toContain('exec /bin/uname: exec format error');
});
