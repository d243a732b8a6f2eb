// Flags that Docker's client takes and its help does not show, by command path; found by asking each command for every flag name.
const string = (name) => ({ name, type: 'string', usage: '', hidden: true });
const int = (name) => ({ name, type: 'int', usage: '', hidden: true });
const bool = (name) => ({ name, type: 'bool', usage: '', hidden: true });

const create = [
  { name: 'net', type: 'network', usage: 'Connect a container to a network', hidden: true, sameAs: 'network' },
  { name: 'net-alias', type: 'list', usage: 'Add network-scoped alias for the container', hidden: true, sameAs: 'network-alias' },
  int('cpu-count'),
  int('cpu-percent'),
  { name: 'io-maxbandwidth', type: 'bytes', usage: '', hidden: true },
  { name: 'io-maxiops', type: 'uint64', usage: '', hidden: true },
];

// What buildx takes for the classic builder's sake and warns about.
const build = [
  bool('compress'),
  int('cpu-period'),
  int('cpu-quota'),
  { ...int('cpu-shares'), short: 'c' },
  string('cpuset-cpus'),
  string('cpuset-mems'),
  bool('force-rm'),
  string('isolation'),
  { ...string('memory'), short: 'm' },
  string('memory-swap'),
  string('print'),
  { ...bool('rm'), default: 'true' },
  { name: 'security-opt', type: 'strings', usage: '', hidden: true },
  bool('squash'),
];

const time = [
  {
    name: 'time',
    type: 'int',
    usage: 'Seconds to wait before killing the container',
    deprecated: 'use --timeout instead',
    sameAs: 'timeout',
  },
];

const volume = ['availability', 'group', 'scope', 'secret', 'type'].map((name) => ({ name, type: 'string', usage: '', hidden: true }));

// The classic builder's own.
export const CLASSIC_BUILD_FLAGS = [bool('squash')];

export const EXTRA_FLAGS = {
  update: [{ name: 'kernel-memory', type: 'bytes', usage: '', hidden: true }],
  'container update': [{ name: 'kernel-memory', type: 'bytes', usage: '', hidden: true }],
  'volume create': [string('name'), ...volume],
  run: create,
  create,
  'container run': create,
  'container create': create,
  build,
  'builder build': build,
  'image build': build,
  'buildx build': build,
  stop: time,
  restart: time,
  'container stop': time,
  'container restart': time,
};
