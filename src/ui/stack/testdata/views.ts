// Views as the engine gives them after a few commands, written by hand for the picture's tests.
import type { ContainerView, HistoryRowView, ImageView } from '../../session/view/index.ts';

const digest = (head: string) => `sha256:${head.padEnd(64, '0')}`;

export function layer(head: string, createdBy: string, changes: NonNullable<HistoryRowView['changes']>): HistoryRowView {
  return {
    createdBy,
    empty: false,
    size: changes.reduce((sum, change) => sum + (change.size ?? 0), 0),
    created: 0,
    diffID: digest(head),
    chainID: digest(`cc${head}`),
    counts: {
      added: changes.filter((change) => change.kind === 'A').length,
      changed: changes.filter((change) => change.kind === 'C').length,
      deleted: changes.filter((change) => change.kind === 'D').length,
    },
    changes,
  };
}

export function config(createdBy: string): HistoryRowView {
  return { createdBy, empty: true, size: 0, created: 0, counts: { added: 0, changed: 0, deleted: 0 } };
}

export const cow: ImageView = {
  id: digest('4e91a7d0c35b'),
  tags: ['cow:1'],
  size: 13_040_009,
  created: 0,
  rows: [
    layer('63ca1fbb43', '', [{ kind: 'A', path: '/bin/sh', entryKind: 'file', size: 7_800_000 }]),
    layer('b1c4058e7d', 'RUN /bin/sh -c dd if=/dev/zero of=/big bs=1M count=5 # buildkit', [{ kind: 'A', path: '/big', entryKind: 'file', size: 5_240_000 }]),
    layer('0e5b73f1c2', 'COPY a s / # buildkit', [
      { kind: 'A', path: '/a', entryKind: 'file', size: 3 },
      { kind: 'A', path: '/s', entryKind: 'file', size: 6 },
    ]),
    config('CMD ["sleep" "infinity"]'),
  ],
};

export const chmodLater: ImageView = {
  ...cow,
  id: digest('77aa'),
  tags: [],
  rows: [...cow.rows, layer('d00d1e', '/bin/sh -c chmod 700 /s', [{ kind: 'C', path: '/s', entryKind: 'file', size: 6 }])],
};

export const c1: ContainerView = {
  id: 'c0ffee',
  name: 'c1',
  image: cow.id,
  imageRef: 'cow:1',
  state: 'running',
  status: 'Up 2 seconds',
  size: 6,
  changes: [
    { kind: 'D', path: '/big', entryKind: 'whiteout' },
    { kind: 'A', path: '/n', entryKind: 'file', size: 0 },
    { kind: 'C', path: '/s', entryKind: 'file', size: 6 },
  ],
};

export const configOnly: ImageView = { id: digest('ee'), tags: ['empty:1'], size: 0, created: 0, rows: [config('CMD ["/nothing"]'), config('LABEL a=b')] };
