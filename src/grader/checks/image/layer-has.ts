import { defineCheck } from '../../check.ts';
import { inLayer, params } from './entries.ts';

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
