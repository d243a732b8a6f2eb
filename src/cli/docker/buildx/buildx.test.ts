import { expect, test } from 'vitest';
import '../../machine/preload.ts';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

/** A machine with a registry, an image moby/buildkit, and a base image for three platforms in the registry. */
async function machine(): Promise<(line: string) => Promise<{ output: string; exit: number }>> {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600, registries: ['127.0.0.1:5000'] }), { columns: 200 });
  const run = async (line: string): Promise<{ output: string; exit: number }> => {
    session.start(line);
    let output = '';
    for (;;) {
      const slice = session.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) return { output, exit: slice.done.exit };
      if (slice.waits === 'stdin') throw new Error(`waits for input: ${line}`);
      if (typeof slice.waits === 'object' && 'loading' in slice.waits) await slice.waits.loading;
    }
  };
  for (const line of [
    'export BUILDKIT_PROGRESS=plain; mkdir -p /tmp/w; cd /tmp/w',
    "printf '\\177ELF\\002\\001\\001strata-program:buildkitd\\n' > buildkitd; chmod 755 buildkitd",
    `printf 'FROM busybox\\nCOPY buildkitd /usr/bin/\\nENTRYPOINT ["buildkitd"]\\n' > Kit; docker build -q -t moby/buildkit:buildx-stable-1 -f Kit .`,
    'r=127.0.0.1:5000; c=$(docker create busybox)',
    'for p in amd64 arm64 arm/v7; do docker export $c | docker import --platform linux/$p -c \'CMD ["sh"]\' - $r/bb:$(echo $p | tr -d /); docker push -q $r/bb:$(echo $p | tr -d /); done',
    'docker buildx imagetools create -t $r/bb:all $r/bb:amd64 $r/bb:arm64 $r/bb:armv7',
    "printf 'FROM 127.0.0.1:5000/bb:all\\nARG TARGETPLATFORM\\nRUN echo $TARGETPLATFORM > /p\\n' > Dockerfile",
    'docker buildx create --name b --driver-opt network=host --use',
  ])
    expect(await run(line), line).toMatchObject({ exit: 0 });
  return run;
}

test('BLX-10 a builder boots with its first build, and its result stays in its own cache', async () => {
  const run = await machine();
  const first = (await run('docker buildx build .')).output;
  expect(first).toContain('#0 building with "b" instance using docker-container driver\n\n#1 [internal] booting buildkit\n');
  expect(first).toContain('#1 creating container buildx_buildkit_b0');
  expect(first).toContain('WARNING: No output specified with docker-container driver. Build result will only remain in the build cache.');
  expect(
    (await run('docker images -q --filter dangling=true; docker ps --format "{{.Names}} {{.Image}}"; docker volume ls -q')).output,
  ).toBe('buildx_buildkit_b0 moby/buildkit:buildx-stable-1\nbuildx_buildkit_b0_state\n');
  expect((await run('docker buildx build . 2>&1 | grep -A1 RUN')).output).toContain('CACHED');
  const steps = "docker buildx du --format '{{.Description}}' | grep -c 'exec.*/p'";
  expect((await run(`${steps}; ${steps.replace('du', 'du --builder default')}`)).output).toBe('1\n0\n');
  expect((await run('docker buildx rm b; docker ps -aq --filter name=buildx; docker volume ls -q')).output).toBe('b removed\n');
});

test('BLX-11 an image for several platforms is an index, with an attestation for each of them', async () => {
  const run = await machine();
  const pushed = (await run('docker buildx build --platform linux/amd64,linux/arm64 -t $r/m:1 --push .')).output;
  expect(pushed).toContain('[linux/arm64 2/2] RUN echo linux/arm64 > /p');
  expect(pushed.match(/exporting attestation manifest/g)).toHaveLength(2);
  const shown = (await run('docker buildx imagetools inspect $r/m:1 | grep Platform')).output;
  expect(shown.match(/\S+\/\S+/g)).toEqual(['linux/amd64', 'linux/arm64', 'unknown/unknown', 'unknown/unknown']);
  expect((await run('docker run --rm $r/m:1 cat /p')).output).toContain('linux/amd64\n');
  expect((await run('docker buildx build --provenance=false -t $r/m:2 --push . 2>&1 | grep -c attestation')).output).toBe('0\n');
  expect((await run('docker manifest inspect --insecure $r/m:2 | grep -c layers')).output).toBe('1\n');
});

test('BLX-12 --load gives the engine an image of one platform; several need an index that a graph driver cannot keep', async () => {
  const run = await machine();
  const refused = await run('docker buildx build --platform linux/amd64,linux/arm64 -t l:1 --load .');
  expect(refused.exit).toBe(1);
  expect(refused.output).toBe('ERROR: failed to build: docker exporter does not currently support exporting manifest lists\n');
  expect((await run('docker buildx build -q --platform linux/arm/v7 -t l:1 --load .')).output).toMatch(/^sha256:[0-9a-f]{64}\n$/);
  expect((await run("docker image inspect -f '{{.Architecture}} {{.Id}}' l:1")).output).toMatch(/^arm sha256:/);
  expect((await run('docker run --rm --platform linux/arm/v7 l:1 cat /p')).output).toBe('linux/arm/v7\n');
});

test('BLX-13 what is on 127.0.0.1 is not what a builder in a container reaches there, unless it is on the network of the host', async () => {
  const run = await machine();
  await run('docker buildx create --name inside');
  const failed = (await run('docker buildx build --builder inside .')).output;
  expect(failed).toContain('dial tcp 127.0.0.1:5000: connect: connection refused');
  expect((await run('docker buildx build -q --builder b -o type=cacheonly .')).exit).toBe(0);
});

test('BLX-14 a builder that is stopped keeps its cache, and starts again with the next build', async () => {
  const run = await machine();
  await run('docker buildx build .');
  expect((await run('docker buildx stop; docker buildx ls | grep b0; docker buildx du')).output).toMatch(/stopped[\s\S]*is not running\n$/);
  const again = (await run('docker buildx build .')).output;
  expect(again).toContain('#1 starting container buildx_buildkit_b0');
  expect(again).toContain('CACHED');
});

test('BLX-15 an executable of another architecture needs emulation', async () => {
  const run = await machine();
  await run("printf '\\177ELF\\002\\001\\001strata-program:busybox arm64\\n' > sh; chmod 755 sh");
  await run('printf \'FROM scratch\\nCOPY sh /bin/sh\\nCOPY sh /bin/uname\\nCMD ["uname", "-m"]\\nENV PATH=/bin\\n\' > Foreign');
  await run('docker build --builder default -q --platform linux/arm64 -t foreign -f Foreign .');
  expect((await run('docker run --rm --platform linux/arm64 foreign')).output).toBe('exec /bin/uname: exec format error\n');
  await run("printf '\\177ELF\\002\\001\\001strata-program:binfmt\\n' > binfmt; chmod 755 binfmt");
  await run(
    'printf \'FROM busybox\\nCOPY binfmt /bin/\\nENTRYPOINT ["binfmt"]\\n\' > Bin; docker build --builder default -q -t binfmt -f Bin .',
  );
  expect((await run('docker run --rm binfmt --install arm64')).output).toContain('operation not permitted');
  expect((await run('docker run --rm --privileged binfmt --install arm64')).output).toContain('installing: arm64 OK\n');
  expect((await run('docker run --rm --platform linux/arm64 foreign')).output).toBe('aarch64\n');
  expect((await run('docker buildx inspect default | grep Platforms')).output).toContain('linux/amd64/v4, linux/arm64, linux/386');
});
