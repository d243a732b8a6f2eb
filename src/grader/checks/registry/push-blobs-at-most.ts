import { defineCheck, met, unmet } from '../../check.ts';
import { lastPush } from './with.ts';

export const pushBlobsAtMost = defineCheck(
  'push-blobs-at-most',
  { reference: 'reference', count: 'number' },
  {
    about: {
      en: 'The last push to a reference since the start sent at most so many blobs, layers and configs.',
      zh: '开始以来，最近一次推送到该引用所发送的 blob（层与配置）不超过这么多个。',
    },
    example: { reference: 'localhost:5000/web:2', count: 2 },
  },
  (input, { reference, count }) => {
    const push = lastPush(input, reference);
    if (!push) return unmet('push-none', { reference }, { reference });
    const found = push.blobs.length;
    return found <= count ? met({ reference }) : unmet('push-blobs', { reference, found, wanted: count }, { reference });
  },
);
