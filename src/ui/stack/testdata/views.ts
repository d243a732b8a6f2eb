// Views as the engine gives them after a few commands, written by hand for the picture's tests.
import type { ContainerView, HistoryRowView, ImageView } from '../../session/view/index.ts';

export const digest = (head: string) => `sha256:${head.padEnd(64, '0')}`;

export function layer(head: string, createdBy: string, changes: NonNullable<HistoryRowView['changes']>, more: Partial<HistoryRowView> = {}): HistoryRowView {
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
    ...more,
  };
}

export function config(createdBy: string): HistoryRowView {
  return { createdBy, empty: true, size: 0, created: 0, counts: { added: 0, changed: 0, deleted: 0 } };
}

export const dd = digest('b1c4058e7d');
export const copy = digest('0e5b73f1c2');

export const cow: ImageView = {
  id: digest('4e91a7d0c35b'),
  tags: ['cow:1'],
  size: 13_040_009,
  created: 0,
  base: { name: 'alpine:3.20', layers: 1, pulled: true },
  waste: { efficiency: 1, wasted: 0, added: 5_240_009, count: 0, paths: [] },
  rows: [
    layer('63ca1fbb43', '', [{ kind: 'A', path: '/bin/sh', entryKind: 'file', size: 7_800_000 }]),
    layer('b1c4058e7d', 'RUN /bin/sh -c dd if=/dev/zero of=/big bs=1M count=5 # buildkit', [
      { kind: 'A', path: '/big', entryKind: 'file', size: 5_240_000 },
    ]),
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
  waste: {
    efficiency: 13_040_009 / 13_040_015,
    wasted: 12,
    added: 5_240_015,
    count: 1,
    paths: [{ path: '/s', size: 12, times: 2 }],
  },
  rows: [
    ...cow.rows.slice(0, 2),
    { ...cow.rows[2]!, hidden: 6 },
    ...cow.rows.slice(3),
    layer('d00d1e', '/bin/sh -c chmod 700 /s', [{ kind: 'C', path: '/s', entryKind: 'file', size: 6, over: copy, hides: 6 }]),
  ],
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
    { kind: 'D', path: '/big', entryKind: 'whiteout', over: dd, hides: 5_240_000 },
    { kind: 'A', path: '/n', entryKind: 'file', size: 0 },
    { kind: 'C', path: '/s', entryKind: 'file', size: 6, over: copy, hides: 6 },
  ],
  counts: { added: 1, changed: 1, deleted: 1 },
  hides: { [dd]: 5_240_000, [copy]: 6 },
  waste: {
    efficiency: 7_800_009 / 13_040_015,
    wasted: 5_240_012,
    added: 5_240_015,
    count: 2,
    paths: [
      { path: '/big', size: 5_240_000, times: 2 },
      { path: '/s', size: 12, times: 2 },
    ],
  },
};

export const configOnly: ImageView = {
  id: digest('ee'),
  tags: ['empty:1'],
  size: 0,
  created: 0,
  rows: [config('CMD ["/nothing"]'), config('LABEL a=b')],
};

/** On a base of three layers; a secret was removed, a directory made opaque, a link made, a tree of many files added. */
export const leaky: ImageView = {
  id: digest('1eac'),
  tags: ['leaky:1'],
  size: 50_123_456,
  created: 0,
  base: { name: 'python:3.12-slim', layers: 3, pulled: true },
  waste: { efficiency: 0.9, wasted: 4_000_000, added: 123_456, count: 1, paths: [{ path: '/root/.token', size: 7, times: 2 }] },
  rows: [
    layer('aa00aa', '/bin/sh -c #(nop) ADD file:1 in /', [{ kind: 'A', path: '/bin/sh', entryKind: 'file', size: 40_000_000 }], {
      counts: { added: 991, changed: 0, deleted: 0 },
      hidden: 4_000_000,
    }),
    config('CMD ["bash"]'),
    layer('aa00bb', 'RUN /bin/sh -c apt-get update # buildkit', [{ kind: 'C', path: '/etc/apt', entryKind: 'dir' }]),
    layer('aa11cc', 'RUN /bin/sh -c make # buildkit', [
      { kind: 'A', path: '/usr/bin/python', entryKind: 'symlink', target: 'python3.12' },
      { kind: 'A', path: '/usr/bin/py2', entryKind: 'hardlink', target: 'usr/bin/py' },
    ]),
    config('CMD ["python3"]'),
    layer('5ec2e7', 'RUN /bin/sh -c echo s3cr3t > /root/.token # buildkit', [{ kind: 'A', path: '/root/.token', entryKind: 'file', size: 7 }], {
      hidden: 7,
    }),
    layer(
      'de1e7e',
      'RUN /bin/sh -c rm /root/.token # buildkit',
      [
        { kind: 'D', path: '/root/.token', entryKind: 'whiteout', over: digest('5ec2e7'), hides: 7 },
        { kind: 'D', path: '/var/cache', entryKind: 'opaque', over: digest('aa00aa'), hides: 4_000_000 },
        { kind: 'D', path: '/etc/empty', entryKind: 'whiteout', over: digest('aa00aa') },
        { kind: 'A', path: '/srv', entryKind: 'dir' },
      ],
      { leaks: [{ path: '/root/.token', diffID: digest('5ec2e7'), chainID: digest('cc5ec2e7'), how: 'deleted' }] },
    ),
    layer('e3', 'WORKDIR /srv', []),
  ],
};
