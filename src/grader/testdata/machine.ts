// Facts about small made-up machines, for the checks' tests. A layer is written as its name and its entries.
import { type ContainerFacts, type EntryFacts, emptyMachine, type ImageFacts, type LayerFacts, type Snapshot } from '../input/index.ts';

const digest = (name: string) => `sha256:${[...name].map((char) => char.charCodeAt(0).toString(16)).join('').padEnd(64, '0')}`;

export interface LayerSketch {
  readonly name: string;
  /** Path → size; −1 is a whiteout. */
  readonly files?: Readonly<Record<string, number>>;
  readonly texts?: Readonly<Record<string, string>>;
}

export function image(name: string, refs: readonly string[], layers: readonly LayerSketch[], more: Partial<ImageFacts> = {}): ImageFacts {
  let chain = '';
  const facts = layers.map((layer): LayerFacts => {
    chain = `${chain}/${layer.name}`;
    const entries = Object.entries(layer.files ?? {}).map(([path, size]): EntryFacts => ({ path, kind: size < 0 ? 'whiteout' : 'file', size: Math.max(0, size), mode: 0o644, uid: 0, gid: 0 }));
    return { diffID: digest(layer.name), chainID: digest(chain), size: entries.reduce((sum, entry) => sum + entry.size, 0), entries: () => entries, holds: (text) => Object.entries(layer.texts ?? {}).find(([, body]) => body.includes(text))?.[0] };
  });
  const seen = (path: string) => {
    for (const layer of [...facts].reverse()) {
      const entry = layer.entries().find((one) => one.path === path);
      if (entry) return entry.kind === 'whiteout' ? undefined : entry;
    }
    return undefined;
  };
  return {
    id: digest(`image ${name}`),
    refs,
    digests: [],
    platform: 'linux/amd64',
    size: facts.reduce((sum, layer) => sum + layer.size, 0),
    layers: facts,
    history: layers.map((layer) => ({ createdBy: `RUN ${layer.name}`, comment: '', empty: false })),
    config: {},
    stat: seen,
    text: (path) => layers.findLast((layer) => layer.texts?.[path] !== undefined)?.texts?.[path],
    files: () => [...new Set(facts.flatMap((layer) => layer.entries().map(({ path }) => path)))].filter((path) => seen(path) !== undefined).sort(),
    ...more,
  };
}

export function machine(images: readonly ImageFacts[], containers: readonly ContainerFacts[] = [], more: Partial<Snapshot> = {}): Snapshot {
  return { ...emptyMachine, images, containers, ...more };
}

export const base = image('base', ['base:1'], [{ name: 'bb', files: { '/bin/sh': 1_000_000 } }, { name: 'motd', files: { '/etc/motd': 30 } }]);
const below: readonly LayerSketch[] = [{ name: 'bb', files: { '/bin/sh': 1_000_000 } }, { name: 'motd', files: { '/etc/motd': 30 } }];
export const left = image('left', ['left:1'], [...below, { name: 'a', files: { '/a': 6 }, texts: { '/a': 'apple\n' } }], { config: { Cmd: ['sh'], WorkingDir: '/srv' } });
export const right = image('right', ['right:1'], [...below, { name: 'b', files: { '/b': 7, '/etc/motd': -1 } }]);
export const twin = { ...left, id: digest('image twin'), refs: ['twin:1'] };
export const stranger = image('stranger', ['stranger:1'], [{ name: 'other', files: { '/b': 7 } }]);
export const dangling = image('dangling', [], [...below, { name: 'big', files: { '/big': 20_000 } }]);
export const big = image('big', ['big:1'], [...below, { name: 'big2', files: { '/big': 20_001 } }]);
