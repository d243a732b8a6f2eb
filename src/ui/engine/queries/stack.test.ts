import '../../../cli/machine/preload.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import type { FindHit, PathStep } from '../../session/queries/stack.ts';
import type { ContainerView, ImageView, MachineView } from '../../session/view/index.ts';
import { containersOf } from '../view/containers.ts';
import { imagesOf } from '../view/images.ts';
import { looksSecret } from '../view/secret-names.ts';
import type { Moment } from './moment.ts';
import { answers } from './stack.ts';

const DOCKERFILE = `FROM busybox
RUN mkdir -p /app/logs && echo s3cr3t > /app/.env && echo one > /app/logs/a && echo two > /app/logs/b && ln -s /app /here
RUN chmod 600 /app/logs/a
RUN rm /app/.env && rm -r /app/logs && mkdir /app/logs && echo three > /app/logs/a
COPY blob /blob
ENV KEY=S3CR3T
`;

class Bench {
  readonly session = new Session(newWorld({ seed: 1, now: 1_760_000_000 }), {});

  run(line: string): string {
    this.session.start(line);
    let output = '';
    for (;;) {
      const slice = this.session.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) return output;
      if (slice.waits === 'stdin') this.session.end();
    }
  }

  view(): Pick<MachineView, 'images' | 'containers'> {
    const { daemon } = this.session.machine;
    return { images: imagesOf(daemon), containers: containersOf(daemon) };
  }

  moment(): Moment {
    const world = this.session.simulation.world();
    const machine = world.machines.get(this.session.machine.name);
    if (machine === undefined) throw new Error('a world has its machines');
    return { world, machine, live: undefined };
  }
}

const bench = new Bench();
let image: ImageView;
let container: ContainerView;
const of = (path: string, inContainer = false) =>
  answers['stack.blame'](bench.moment(), { image: image.id, path, ...(inContainer ? { container: container.id } : {}) }) as {
    path: string;
    steps: readonly PathStep[];
  };
const brief = ({ position, kind, by, sameContent, now }: PathStep) =>
  [position ?? 'container', kind, by, sameContent, now && `${now.mode.toString(8)} ${now.size ?? now.target ?? now.kind}`].filter(
    (part) => part !== undefined,
  );

beforeAll(() => {
  bench.run(`mkdir app; cd app; printf '${DOCKERFILE.replaceAll('\n', '\\n')}' > Dockerfile; printf '\\0\\1\\2s3cr3t' > blob`);
  bench.run('docker build -q -t leaky:1 .');
  bench.run('docker run -d --name c1 leaky:1 sleep 1000');
  bench.run('docker exec c1 sh -c "chmod 755 /app/logs/a; echo x > /n; rm /blob"');
  const view = bench.view();
  image = view.images.find(({ tags }) => tags.includes('leaky:1'))!;
  container = view.containers[0]!;
});

describe('what entries cover', () => {
  const layers = () => image.rows.filter((row) => !row.empty);

  it('STK-20 each entry names the layer with the older copy and the bytes it hides', () => {
    expect(layers().map((row) => row.diffID?.slice(7, 11)).length).toBe(5);
    const third = layers()[2]?.changes ?? [];
    expect(third.map(({ kind, path, hides }) => [kind, path, hides])).toEqual([['C', '/app/logs/a', 4]]);
    expect(third[0]?.over).toBe(layers()[1]?.diffID);
    const fourth = layers()[3]?.changes ?? [];
    expect(fourth.map(({ kind, path, entryKind, hides }) => [kind, path, entryKind, hides])).toEqual([
      ['D', '/app/.env', 'whiteout', 7],
      ['D', '/app/logs', 'opaque', 8],
      ['C', '/app/logs/a', 'file', undefined],
    ]);
  });

  it('STK-21 hidden bytes are told of the layer they lie in, each once', () => {
    expect(layers().map((row) => row.hidden ?? 0)).toEqual([0, 15, 4, 0, 0]);
  });

  it('STK-22 a secret that a later layer deletes is told with the layer it is still in', () => {
    const leaks = layers().map((row) => (row.leaks ?? []).map(({ path, how, diffID }) => [path, how, diffID]));
    expect(leaks).toEqual([[], [], [], [['/app/.env', 'deleted', layers()[1]?.diffID]], []]);
  });

  it('STK-23 the container tells where its copies came from and what it hides', () => {
    expect(container.changes.map(({ kind, path, over, hides }) => [kind, path, over, hides])).toEqual([
      ['C', '/app/logs/a', layers()[3]?.diffID, 6],
      ['D', '/blob', layers()[4]?.diffID, 9],
      ['A', '/n', undefined, undefined],
    ]);
    expect(container.hides).toEqual({ [layers()[3]?.diffID ?? '']: 6, [layers()[4]?.diffID ?? '']: 9 });
    expect(container.waste?.paths.map(({ path, size, times }) => [path, size, times])).toEqual([
      ['/app/logs/a', 4 + 4 + 6 + 6, 4],
      ['/blob', 9, 2],
      ['/app/.env', 7, 2],
    ]);
  });

  it('STK-24 the base is the image whose layers lie lowest', () => {
    expect(image.base).toMatchObject({ name: 'busybox:latest', layers: 1, pulled: false });
    expect(bench.view().images.find(({ tags }) => tags.includes('busybox:latest'))?.base).toBeUndefined();
  });

  it.each([
    ['/app/.env', true],
    ['/app/.env.production', true],
    ['/root/.ssh/id_ed25519', true],
    ['/root/.ssh/deploy', true],
    ['/root/.ssh/known_hosts', false],
    ['/root/.ssh/id_rsa.pub', false],
    ['/srv/tls/server.key', true],
    ['/srv/api-token.txt', true],
    ['/root/.npmrc', true],
    ['/root/.aws/credentials', true],
    ['/etc/passwd', false],
    ['/etc/ssl/certs/ca.pem', false],
    ['/usr/lib/python3/token.py', false],
    ['/app/node_modules/js-tokens/tokens.js', false],
    ['/app/tokenizer.js', false],
    ['/app/environment', false],
  ])('STK-25 %s looks like a secret: %s', (path, isSecret) => {
    expect(looksSecret(path)).toBe(isSecret);
  });
});

describe('questions about a path', () => {
  it('STK-40 blame names every layer that added, changed or removed a path, and how', () => {
    expect(of('/app/logs/a', true).steps.map(brief)).toEqual([
      [2, 'A', '644 4'],
      [3, 'C', true, '600 4'],
      [4, 'C', '644 6'],
      ['container', 'C', true, '755 6'],
    ]);
    expect(of('/app/logs/b').steps.map(brief)).toEqual([
      [2, 'A', '644 4'],
      [4, 'D', '/app/logs'],
    ]);
    expect(of('/app/.env').steps.map(brief)).toEqual([
      [2, 'A', '644 7'],
      [4, 'D'],
    ]);
    expect(of('/nowhere').steps).toEqual([]);
  });

  it('STK-41 links in the directories of a path are taken, the path itself is not followed', () => {
    expect(of('here/./logs/a').path).toBe('/app/logs/a');
    expect(of('/here').steps.map(brief)).toEqual([[2, 'A', '777 /app']]);
  });

  it('STK-42 a file is read as it is after a layer: text, or the first bytes of anything else', () => {
    const chainID = of('/app/.env').steps[0]?.chainID ?? '';
    expect(answers['stack.read'](bench.moment(), { chainID, path: '/app/.env' })).toEqual({
      kind: 'text',
      text: 's3cr3t\n',
      size: 7,
      shown: 7,
    });
    const read = (path: string) =>
      answers['stack.read'](bench.moment(), { chainID: image.rows.findLast((row) => row.chainID)?.chainID ?? '', path });
    expect(read('/blob')).toEqual({
      kind: 'binary',
      size: 9,
      hex: '00000000  00 01 02 73 33 63 72 33  74                       |...s3cr3t|',
    });
    expect(read('/here')).toEqual({ kind: 'link', target: '/app' });
    expect(read('/app')).toEqual({ kind: 'dir', names: ['logs'], count: 1 });
    expect(() => read('/app/.env')).toThrow('/app/.env is not there.');
    expect(answers['stack.read'](bench.moment(), { container: container.id, path: '/n' })).toMatchObject({ text: 'x\n' });
  });

  it('STK-43 a text is found in every layer and in the config, with what became of the file', async () => {
    const found = await answers['stack.find'](bench.moment(), { image: image.id, container: container.id, text: 's3cr3t' });
    const say = ({ where, path, line, match, hidden, hiddenBy }: FindHit) => [
      where,
      path,
      line,
      match,
      hidden,
      hiddenBy && codeAt(hiddenBy),
    ];
    const codeAt = (diffID: string) => image.rows.filter((row) => !row.empty).findIndex((row) => row.diffID === diffID) + 1;
    expect(found.hits.map(say)).toEqual([
      ['layer', '/blob', undefined, 's3cr3t', 'deleted', undefined],
      ['layer', '/app/.env', 1, 's3cr3t', 'deleted', 4],
      ['config', 'Env', undefined, 'S3CR3T', undefined, undefined],
      ['config', 'history', undefined, 's3cr3t', undefined, undefined],
      ['config', 'history', undefined, 'S3CR3T', undefined, undefined],
    ]);
    expect(found).toMatchObject({ left: 0, more: false });
    expect((await answers['stack.find'](bench.moment(), { image: image.id, text: 'not in any file of it' })).hits).toEqual([]);
  });

  it('STK-44 what is gone is told as gone', () => {
    expect(() => answers['stack.entries'](bench.moment(), { chainID: 'sha256:0' })).toThrow('This layer is not there any more.');
    expect(() => answers['stack.blame'](bench.moment(), { image: 'sha256:0', path: '/' })).toThrow('This image is not there any more.');
    expect(() => answers['stack.read'](bench.moment(), { container: 'x', path: '/' })).toThrow('This container is not there any more.');
  });
});
