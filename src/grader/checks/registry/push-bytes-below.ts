import { bytes, defineCheck, met, unmet } from '../../check.ts';
import { lastPush } from './with.ts';

export const pushBytesBelow = defineCheck(
  'push-bytes-below',
  { reference: 'reference', below: 'number' },
  {
    about: {
      en: 'The last push to a reference since the start sent fewer than so many bytes of layers and configs.',
      zh: '开始以来，最近一次推送到该引用所发送的层与配置少于这么多字节。',
    },
    example: { reference: 'localhost:5000/web:2', below: 10000 },
  },
  (input, { reference, below }) => {
    const push = lastPush(input, reference);
    if (!push) return unmet('push-none', { reference }, { reference });
    const found = push.blobs.reduce((sum, { size }) => sum + size, 0);
    return found < below
      ? met({ reference })
      : unmet('push-bytes', { reference, found: bytes(found), wanted: bytes(below) }, { reference });
  },
);
