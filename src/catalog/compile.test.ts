import { expect, test } from 'vitest';
import { PartSet } from '../engine/hub/index.ts';
import { Compiler } from './compile.ts';
import { layerFacts, layerKey } from './digests.ts';
import { instruct } from './instruction.ts';
import { decimalSize, expandTree } from './names.ts';
import { packageSet } from './package-set.ts';
import type { PartFile } from './source.ts';

const release = () => ({
  packages: ['bash\t5.2\t100\t7164\tbe\tlibc6\t\t\tthe shell', 'curl\t7.88\t10\t500\t\tlibc6', 'perl\t5.36\t1\t2\tb'],
});

const FILES = new Map<string, PartFile>([
  [
    'app',
    {
      repository: { description: 'x', stars: 3 },
      platforms: ['amd64', 'arm64/v8'],
      recipes: {
        top: ['ENV V=${v}', { RUN: 'make ${v}', tree: '/app @app *1\n/lib/{T}/x 1k\n%dpkg all', size: '2MB' }, 'CMD ["app", "-x"]'],
      },
      sets: { all: { base: 'base:main', index: 'x', take: 'curl' } },
      images: [
        { tags: ['1', 'latest'], from: 'base:b', created: '2025-01-02T00:00:00Z', recipe: 'top', vars: { v: 1 } },
        {
          tags: ['2', 'latest'],
          since: '2025-06-01T00:00:00Z',
          from: 'base:b',
          created: '2025-05-02T00:00:00Z',
          recipe: 'top',
          vars: { v: 2 },
        },
      ],
    },
  ],
  [
    'base',
    {
      builder: '20.10.7',
      texts: { note: 'n ${v}\n' },
      sets: { main: { index: 'x', whole: true } },
      recipes: { base: [{ row: '/bin/sh -c #(nop) ADD file:{H} in / ', tree: '/etc/note <note\n?big /big 5M\n%dpkg main' }, 'CMD ["sh"]'] },
      images: [{ tags: ['b'], created: '2025-01-01T00:00:00Z', recipe: 'base', vars: { v: 7 } }],
    },
  ],
]);

test('HUB-17 instructions change the config and give their rows', () => {
  const start = { Env: ['A=1'], Cmd: ['x'] };
  expect(instruct(start, 'ENV A=2 3', true)).toEqual({ config: { Env: ['A=2 3'], Cmd: ['x'] }, by: 'ENV A=2 3' });
  expect(instruct(start, 'ENTRYPOINT ["a", "b"]', true)).toEqual({
    config: { Env: ['A=1'], Entrypoint: ['a', 'b'] },
    by: 'ENTRYPOINT ["a" "b"]',
  });
  expect(instruct({}, 'EXPOSE 80 443/udp', true).by).toBe('EXPOSE map[443/udp:{} 80/tcp:{}]');
  expect(instruct({}, 'EXPOSE 80', false).by).toBe('EXPOSE 80');
  expect(instruct({}, 'CMD echo hi', true).config.Cmd).toEqual(['/bin/sh', '-c', 'echo hi']);
  expect(() => instruct({}, 'RUN x', true)).toThrow('not an instruction without a layer');
});

test('HUB-2 trees take in others, depend on variables and refuse those that are not set', () => {
  const trees = new Map([['t', '?!no /a 1\n?no /b 1\n/c ${v}']]);
  expect(expandTree('!t\n# comment\n/d 2', { v: 'x' }, trees)).toBe('/a 1\n/c x\n/d 2');
  expect(() => expandTree('!t', {}, trees)).toThrow('${v} is not set');
  expect(() => expandTree('!none', {}, trees)).toThrow('no tree none');
  expect([decimalSize('12.5MB'), decimalSize('13B'), decimalSize('1.1GB')]).toEqual([12_500_000, 13, 1_100_000_000]);
});

test('HUB-5 an image carries the layers of its base, and sizes come out as they are given', () => {
  const { parts, index } = new Compiler(release, { bash: 'not used' }).compile(FILES, []);
  expect(index).toEqual([{ name: 'app', description: 'x', stars: 3, part: 'app' }]);
  const app = parts.get('app')!;
  const image = app.repository!.images['1']!;
  expect(image.history.map(([, layer]) => layer)).toEqual(['base:0', 0, 0, 'app:0', 0]);
  expect(image.config).toEqual({ Cmd: ['app', '-x'], Env: ['V=1'] });
  expect(app.needs).toEqual(['base']);
  expect(app.repository!.tags).toEqual({
    '1': '1',
    '2': '2',
    latest: [
      [0, '1'],
      [1_748_736_000, '2'],
    ],
  });
  const set = new PartSet();
  for (const [name, part] of parts) set.add(name, part);
  const files = set.entries('app:0', 'amd64').flatMap((entry) => (entry.kind === 'file' ? [entry.body.size] : []));
  expect(files.reduce((sum, size) => sum + size, 0)).toBe(2_000_000);
  expect(set.packages('app:all').map(({ name }) => name)).toEqual(['bash', 'curl']);
});

test('HUB-14 layers of two platforms differ, and a key changes with what the bytes come from', () => {
  const { parts } = new Compiler(release, {}).compile(FILES, []);
  const set = new PartSet();
  for (const [name, part] of parts) set.add(name, part);
  const paths = set.entries('app:0', 'arm64/v8').map(({ path }) => path);
  expect(paths).toContain('lib/aarch64-linux-gnu/x');
  expect(layerKey(set, 'app:0', 'amd64')).not.toBe(layerKey(set, 'app:0', 'arm64/v8'));
  expect(layerFacts(set, 'app:0', 'amd64')).toEqual(layerFacts(set, 'app:0', 'amd64'));
  expect(layerFacts(set, 'app:0', 'amd64')[0]).not.toBe(layerFacts(set, 'app:0', 'arm64/v8')[0]);
});

test('HUB-3 a file that cannot be compiled is named', () => {
  const broken = new Map<string, PartFile>([['bad', { images: [{ tags: ['1'], created: '2025-01-01T00:00:00Z', recipe: 'none' }] }]]);
  expect(() => new Compiler(release, {}).compile(broken, [])).toThrow('content/catalog bad: no recipe none');
  const waiting = new Map<string, PartFile>([
    ['a', { images: [{ tags: ['1'], from: 'b:1', created: '2025-01-01T00:00:00Z' }] }],
    ['b', { images: [{ tags: ['1'], from: 'a:1', created: '2025-01-01T00:00:00Z' }] }],
  ]);
  expect(() => new Compiler(release, {}).compile(waiting, [])).toThrow('these wait for each other');
  expect(packageSet({ rows: ['a 1 5 what it is'] }, 'p', release, {}).rows).toEqual(['a\t1\t5\t\twhat it is']);
});
