// What one layer itself holds. Layers count from 1, oldest first; −1 is the newest.
import { defineCheck, met, unmet, withImage } from '../../check.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { EntryFacts, GradeInput } from '../../input/index.ts';
import type { FindingKey } from '../../words/en/index.ts';

interface Asked {
  readonly image: string;
  readonly layer: number;
  readonly path: string;
}

const params = { image: 'reference', layer: 'number', path: 'path' } as const;

function inLayer(input: GradeInput, { image, layer, path }: Asked, fits: (entry: EntryFacts) => boolean, otherwise: FindingKey): Finding {
  return withImage(input, image, (facts) => {
    const found = facts.layers.at(layer > 0 ? layer - 1 : layer);
    if (!found) return unmet('layer-none', { image, layer, found: facts.layers.length }, { image: facts.id });
    const evidence: Evidence = { image: facts.id, layers: [found.diffID], paths: [path] };
    const number = facts.layers.indexOf(found) + 1;
    return found.entries().some(fits) ? met(evidence) : unmet(otherwise, { image, layer: number, path }, evidence);
  });
}

export const layerHas = defineCheck(
  'layer-has',
  params,
  {
    about: {
      en: 'One layer itself holds an entry for a path, or the opaque marker of a directory (`/dir/.wh..wh..opq`). Layers count from 1, oldest first; -1 is the newest.',
      zh: '某一层自己有某个路径的条目，或某个目录的不透明标记（`/dir/.wh..wh..opq`）。层从 1 数起，最老的在前；-1 是最新的一层。',
    },
    example: { image: 'web:1', layer: -1, path: '/app/index.html' },
  },
  (input, asked) =>
    inLayer(
      input,
      asked,
      ({ kind, path }) => (kind === 'opaque' ? `${path}/.wh..wh..opq` : kind === 'whiteout' ? undefined : path) === asked.path,
      'layer-lacks',
    ),
);

export const layerWhiteout = defineCheck(
  'layer-whiteout',
  params,
  {
    about: { en: 'One layer holds a whiteout for a path.', zh: '某一层有某个路径的白障。' },
    example: { image: 'web:1', layer: -1, path: '/etc/motd' },
  },
  (input, asked) => inLayer(input, asked, ({ kind, path }) => kind === 'whiteout' && path === asked.path, 'layer-no-whiteout'),
);
