import { describe, expect, it } from 'vitest';
import { checkDocs, checkNames, type GradeInput, subjectsOf } from '../index.ts';
import { base, big, dangling, image, left, machine, right } from '../testdata/machine.ts';
import { container, registry, run } from '../testdata/running.ts';
import { asksOf } from './asks.ts';

const web = image(
  'web',
  ['web:1', 'app:1'],
  [
    { name: 'bb', files: { '/bin/sh': 1_000_000 } },
    { name: 'js', files: { '/srv/index.html': 10 } },
  ],
);
const data = { path: '/data', kind: 'volume', source: 'data' } as const;
const after = machine([base, left, right, big, dangling, web], [container('web', { image: web.id, mounts: [data] }), container('db')], {
  runs: [run(1, { imageRef: 'left:1', container: 'old' }), run(2, { imageRef: 'left:1', container: 'new' })],
  volumes: [
    { name: 'data', anonymous: false, text: () => undefined },
    { name: 'f00', anonymous: true, text: () => undefined },
  ],
  registries: registry({ 'localhost:5000/web:1': {} }),
  builds: () => [
    {
      number: 1,
      image: web.id,
      steps: [
        { text: 'RUN npm ci', state: 'cached' },
        { text: 'COPY . .', state: 'ran' },
      ],
    },
  ],
});
const before = machine([], [], { runs: [run(1, { imageRef: 'left:1', container: 'old' })] });
const input: GradeInput = {
  before: { ...before, machines: new Map() },
  after: { ...after, machines: new Map([['hub', after]]) },
  turns: [],
};

const names = new Map([base, left, right, big, dangling, web].map((one) => [one.id, one.refs[0] ?? 'dangling']));
const beds = new Map([base, left, right, big, web].flatMap(({ layers }) => layers.map(({ diffID }) => [diffID, code(diffID)] as const)));
function code(diffID: string): string {
  const hex = diffID.slice(7).replace(/(00)+$/, '');
  return (hex.match(/../g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join('');
}

/** What a goal is about, ids as names. */
function told(check: string, params: Readonly<Record<string, unknown>>): string {
  const found = subjectsOf({ id: 'x', goals: [{ id: 'g', say: { en: '', zh: '' }, check, with: params }], traps: [] }, input);
  return found
    .map(({ machine: on, kind, key }) => {
      const [id = '', ...rest] = key.split(' ');
      return [...(on === undefined ? [] : [`${on}:`]), kind, names.get(id) ?? beds.get(id) ?? id, ...rest].join(' ').trim();
    })
    .join(', ');
}

describe('what goals are about', () => {
  it('GRD-40 every check says what it looks at, and nothing else is said', () => {
    for (const check of checkNames) expect(asksOf(check), check).not.toEqual([]);
    expect(() => asksOf('no-such-check')).toThrow('not said');
  });

  it('GRD-40 every check that does not look nowhere finds something it can point at in a machine that has what it names', () => {
    const params = {
      image: 'left:1',
      a: 'left:1',
      b: 'right:1',
      base: 'base:1',
      of: 'left:1',
      container: 'web',
      volume: 'data',
      network: 'n',
    };
    const registries = { reference: 'localhost:5000/web:1' };
    const silent = checkDocs.filter(({ name, params: spec, example }) => {
      const own = Object.entries({ ...params, ...registries }).filter(([key]) => key in spec);
      const picked = { ...example, ...Object.fromEntries(own) };
      return told(name, name.startsWith('step') || name.startsWith('context') ? { ...picked, image: 'web:1' } : picked) === '';
    });
    expect(silent.map(({ name }) => name).sort()).toEqual(checkNames.filter((name) => asksOf(name)[0] === 'nowhere').sort());
  });

  const rows: readonly [check: string, params: Record<string, unknown>, expected: string][] = [
    ['image-exists', { image: 'left:1' }, 'tag left:1, image left:1'],
    ['image-exists', { image: 'left:1', machine: 'hub' }, 'hub: tag left:1, hub: image left:1'],
    ['image-absent', { image: 'gone:1' }, 'tag gone:1'],
    ['dangling-count', { count: 1 }, 'image dangling'],
    ['image-refs', { image: 'web:1', refs: ['web:1', 'app:1'] }, 'tag web:1, image web:1, tag app:1'],
    ['same-id', { a: 'web:1', b: 'app:1' }, 'tag web:1, tag app:1, image web:1'],
    ['layers-added', { image: 'left:1', base: 'base:1', count: 1 }, 'tag left:1, image left:1, layer a, files a'],
    ['layers-on-base', { image: 'left:1', base: 'base:1' }, 'tag left:1, image left:1, layer bb, files bb, layer motd, files motd'],
    ['fs-has', { image: 'left:1', path: '/a' }, 'tag left:1, image left:1, path /a, layer a'],
    ['fs-absent', { image: 'right:1', path: '/etc/motd' }, 'tag right:1, image right:1, path /etc/motd, layer motd, layer b'],
    ['config-equals', { image: 'left:1', field: 'Cmd', value: ['sh'] }, 'tag left:1, image left:1, config left:1, field left:1 Cmd'],
    [
      'config-healthcheck',
      { image: 'left:1', field: 'retries', value: 3 },
      'tag left:1, image left:1, config left:1, field left:1 Healthcheck',
    ],
    ['container-argv', { container: 'web', argv: ['sh'] }, 'container web, argv web'],
    ['container-file', { container: 'web', path: '/data/a', text: '' }, 'container web, mount web /data'],
    ['container-file', { container: 'web', path: '/database', text: '' }, 'container web, own web'],
    ['container-port', { container: 'web', port: '80/tcp', host: 8080 }, 'container web, port web 80/tcp'],
    ['containers-of', { image: 'web:1', count: 1 }, 'container web, tag web:1, image web:1'],
    ['ran-exit', { image: 'left:1', code: 0 }, 'container new, events new'],
    ['volume-count', { count: 2 }, 'volume data, volume f00'],
    ['registry-shares-layers', { a: 'r/a:1', b: 'r/b:1', least: 1 }, 'reference r/a:1, reference r/b:1, blobs r/a:1, blobs r/b:1'],
    ['registry-tags', { repository: 'r/a', tags: ['1', '2'] }, 'reference r/a:1, reference r/a:2'],
    ['step-cached', { image: 'web:1', step: 'npm', cached: true }, 'step web:1 RUN npm ci'],
    ['context-sent', { image: 'web:1', path: 'a' }, 'context web:1'],
    ['host-has', { path: '/root/a' }, ''],
  ];
  it.each(rows)('GRD-41 %s %j is about: %s', (check, params, expected) => {
    expect(told(check, params)).toBe(expected);
  });
});
