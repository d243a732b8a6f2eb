import { defineCheck } from '../../check.ts';
import { inLayer, params } from './entries.ts';

export const layerWhiteout = defineCheck(
  'layer-whiteout',
  params,
  {
    about: { en: 'One layer holds a whiteout for a path.', zh: '某一层有某个路径的白障。' },
    example: { image: 'web:1', layer: -1, path: '/etc/motd' },
  },
  (input, asked) => inLayer(input, asked, ({ kind, path }) => kind === 'whiteout' && path === asked.path, 'layer-no-whiteout'),
);
