// Containers as the grader sees them. Whatever walks a tree or reads a log does so when a check asks, of the trees and logs of now.
import type { Container } from '../../../engine/container/index.ts';
import { containerTree } from '../../../engine/daemon/container/find.ts';
import type { Daemon, LiveContainer } from '../../../engine/daemon/index.ts';
import { decodeText } from '../../../engine/kernel/index.ts';
import { changesByStat } from '../../../engine/layer/index.ts';
import { readGroups, readPasswd } from '../../../engine/runtime/index.ts';
import { resolvePath, type Tree } from '../../../engine/tree/index.ts';
import type { ContainerFacts } from '../../../grader/index.ts';
import { mountPointsOf, mountTree } from '../view/mounts.ts';
import { portsOf } from '../view/ports.ts';
import { statIn, textIn } from './entries.ts';

const KINDS = { added: 'A', modified: 'C', deleted: 'D' } as const;

export function containerFacts(daemon: Daemon, container: Container): ContainerFacts {
  const { id, name, image, state, config, hostConfig } = container;
  const live = daemon.live.get(id);
  const tree = containerTree(daemon, container);
  const seen = seenIn(daemon, container, tree);
  const ports = portsOf(daemon, container);
  const logs = live?.streams.logs ?? container.logs;
  const lines = logs.length;
  return {
    id,
    name,
    image,
    state: state.status === 'removing' ? 'dead' : state.status,
    exit: state.exitCode,
    oom: state.oomKilled,
    ...(state.health === undefined ? {} : { health: { status: state.health.Status, streak: state.health.FailingStreak } }),
    argv: [container.path, ...container.args],
    env: config.Env ?? [],
    labels: config.Labels ?? {},
    user: config.User ?? '',
    memory: hostConfig.Memory,
    restarted: wasRestarted(daemon, container),
    networks: container.endpoints.map(({ network }) => network),
    mounts: mountPointsOf(container).map(({ Type, Destination, Name, Source }) => ({
      kind: Type,
      path: Destination,
      source: Name ?? Source,
    })),
    ports: ports.flatMap(({ port, protocol, host }) => (host === undefined ? [] : [{ port: `${port}/${protocol}`, host: host.port }])),
    exposed: ports.flatMap(({ port, protocol, host }) => (host === undefined ? [`${port}/${protocol}`] : [])),
    ...(live === undefined ? {} : { pid1: pid1Of(live) }),
    changes: () => changesByStat(container.lower, tree).map(({ kind, path }) => ({ kind: KINDS[kind], path })),
    logs: () => textOf(logs.slice(0, lines)),
    stat: (path) => seen(path, (place, at) => statIn(place, at, false)),
    text: (path) => seen(path, textIn),
    uidOf: (user) => readPasswd(tree).find((one) => one.name === user)?.uid,
    gidOf: (group) => readGroups(tree).find((one) => one.name === group)?.gid,
  };
}

const pid1Of = ({ init: { argv, credentials } }: LiveContainer) => ({
  argv: argv.map(decodeText),
  uid: credentials.uid,
  gid: credentials.gid,
});

/** By its policy, or by hand, which the engine's record does not count. */
const wasRestarted = (daemon: Daemon, { id, restartCount }: Container): boolean =>
  restartCount > 0 || (daemon.state.runs ?? []).filter((run) => run.container === id && run.end?.refused !== true).length > 1;

/** Looks at a path as a process in the container would: in the file system that is mounted there, if there is one. */
function seenIn(daemon: Daemon, container: Container, tree: Tree) {
  const mounts = mountPointsOf(container)
    .flatMap((point) => {
      const place = mountTree(daemon, container, point);
      return place === undefined ? [] : [{ ...place, path: point.Destination }];
    })
    .sort((a, b) => b.path.length - a.path.length);
  return <T>(path: string, look: (tree: Tree, path: string) => T): T => {
    const real = resolvePath(tree, path, false)?.path ?? path;
    const mount = mounts.find((one) => real === one.path || real.startsWith(`${one.path}/`));
    if (mount === undefined) return look(tree, real);
    const rest = real.slice(mount.path.length);
    return look(mount.tree, mount.from === '/' ? rest || '/' : `${mount.from}${rest}`);
  };
}

function textOf(lines: Container['logs']): string {
  const decoder = new TextDecoder();
  return `${lines.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join('')}${decoder.decode()}`.replaceAll('\r\n', '\n');
}
