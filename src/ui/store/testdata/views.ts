// Stores as the engine gives them, made from a few words for the picture's tests.
import type { StoreContainer, StoreImage, StoreLayer, StoreView } from '../../session/view/index.ts';

export const digest = (head: string): string => `sha256:${head.padEnd(64, '0')}`;

/** An image: its id's first digits, its tags, and the heads of its layers' diffIDs, lowest first. */
export interface Made {
  readonly id: string;
  readonly tags?: readonly string[];
  readonly layers: readonly string[];
  readonly digests?: readonly string[];
  readonly lost?: { readonly name: string; readonly to?: string };
  readonly parent?: string;
  readonly intermediate?: boolean;
}

const sizes: Readonly<Record<string, number>> = { '5d21fb': 85_200_000, '86c940': 3_700_000, '1f08e3': 33_500_000, b3d62c: 1_900_000 };
const sizeOf = (head: string): number => sizes[head] ?? 4000 + Number.parseInt(head.slice(0, 2), 16);

const chainOf = (heads: readonly string[]): string => {
  let value = 7;
  for (const char of heads.join(' ')) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return digest(`c${value.toString(16).padStart(8, '0')}${heads.length.toString(16)}`);
};

export const stackOf = (heads: readonly string[]): string[] => heads.map((_, index) => chainOf(heads.slice(0, index + 1)));

export function storeView(images: readonly Made[], more: { readonly containers?: readonly StoreContainer[]; readonly kept?: readonly (readonly string[])[] } = {}): StoreView {
  const layers = new Map<string, StoreLayer>();
  for (const heads of [...images.map((image) => image.layers), ...(more.kept ?? [])])
    heads.forEach((head, index) => {
      const chainID = chainOf(heads.slice(0, index + 1));
      layers.set(chainID, {
        chainID,
        diffID: digest(head),
        ...(index === 0 ? {} : { parent: chainOf(heads.slice(0, index)) }),
        size: sizeOf(head),
        createdBy: head in sizes ? '' : `RUN /bin/sh -c make ${head} # buildkit`,
        cached: false,
      });
    });
  const byDepth = [...layers.values()].sort((a, b) => depth(layers, a) - depth(layers, b));
  const usersOf = (chain: string): number => images.filter((image) => stackOf(image.layers).includes(chain)).length;
  const made = images.map(({ id, tags = [], layers: heads, digests = [], lost, parent, intermediate = false }): StoreImage => {
    const stack = stackOf(heads);
    const size = (chains: readonly string[]): number => chains.reduce((sum, chain) => sum + (layers.get(chain)?.size ?? 0), 0);
    return {
      id: digest(id),
      tags,
      digests,
      intermediate,
      ...(parent === undefined ? {} : { parent: digest(parent) }),
      created: 0,
      size: size(stack),
      shared: size(stack.filter((chain) => usersOf(chain) > 1)),
      ...(lost === undefined ? {} : { lost: { name: lost.name, ...(lost.to === undefined ? {} : { to: digest(lost.to) }) } }),
      platforms: [{ platform: 'linux/amd64', kind: 'image', here: true, host: true, config: { digest: digest(id), size: 900 }, stack, blobs: [] }],
    };
  });
  return {
    kind: 'graph',
    images: made,
    layers: byDepth,
    containers: more.containers ?? [],
    onDisk: [...layers.values()].filter(({ chainID }) => usersOf(chainID) > 0).reduce((sum, { size }) => sum + size, 0),
    cache: { items: 0, size: 0, beside: 0 },
    volumes: [],
    networks: [],
  };
}

function depth(layers: ReadonlyMap<string, StoreLayer>, { parent }: StoreLayer): number {
  const below = parent === undefined ? undefined : layers.get(parent);
  return below === undefined ? 0 : 1 + depth(layers, below);
}

const base = ['5d21fb', '86c940', '1f08e3', 'b3d62c'];
const common = [...base, '7a3c5e', 'e06f91', '2b84f7'];

/** The store of the design's sandbox: an app built twice on python, the first build dangling. */
export const retagged: readonly Made[] = [
  { id: '8e4f6d', tags: ['app:1.1', 'app:latest'], layers: [...common, 'c7d1a0'] },
  { id: '41b7d9', layers: [...common, '905a3b'], lost: { name: 'app:latest', to: '8e4f6d' } },
  { id: 'f3a6cb', tags: ['python:3.12-slim'], layers: base, digests: [`python@${digest('0c95aa')}`] },
];

export const web: StoreContainer = {
  id: 'c0ffee'.padEnd(64, '0'),
  name: 'web',
  image: digest('8e4f6d'),
  base: stackOf([...common, 'c7d1a0']).at(-1) ?? '',
  running: true,
  size: 12,
};

/** With containerd's store: an index of two platforms that are here, one that is not, and an attestation. */
export function indexed(): StoreView {
  const view = storeView([{ id: '8e4f6d', tags: ['app:1'], layers: ['5d21fb', 'c7d1a0'] }]);
  const [image] = view.images;
  if (image === undefined) return view;
  const manifest = (head: string) => ({ digest: digest(head), size: 675, mediaType: 'application/vnd.oci.image.manifest.v1+json' });
  const [amd] = image.platforms;
  return {
    ...view,
    kind: 'containerd',
    images: [
      {
        ...image,
        digests: [`app@${image.id}`],
        index: { digest: image.id, size: 1600, mediaType: 'application/vnd.oci.image.index.v1+json' },
        platforms: [
          { platform: 'linux/amd64', kind: 'image', here: true, host: true, manifest: manifest('d40c11'), config: { digest: digest('1d95aa'), size: 900 }, stack: amd?.stack ?? [], blobs: [] },
          { platform: 'linux/arm64', kind: 'image', here: true, host: false, manifest: manifest('77aa01'), config: { digest: digest('2d95aa'), size: 900 }, stack: [], blobs: [] },
          { platform: 'linux/s390x', kind: 'image', here: false, host: false, manifest: manifest('99aa01'), stack: [], blobs: [] },
          { platform: '', kind: 'attestation', here: true, host: false, manifest: manifest('aaaa01'), stack: [], blobs: [] },
        ],
      },
    ],
  };
}
