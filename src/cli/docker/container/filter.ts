import type { Container } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import { boolFilter, checkFilters, type Filters, matchKeyValues } from '../../../engine/daemon/filters.ts';
import { findImage } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { ImageID } from '../../../engine/digest/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Image } from '../../../engine/store/index.ts';
import { listedPorts } from './published.ts';

const NAMES = [
  'ancestor',
  'before',
  'exited',
  'id',
  'isolation',
  'label',
  'name',
  'status',
  'health',
  'since',
  'volume',
  'network',
  'is-task',
  'publish',
  'expose',
];
const STATES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const HEALTH = ['none', 'starting', 'healthy', 'unhealthy'];

/**
 * Containers that match `docker ps` filters, newest first; those that do not run only with `all` or a filter that asks for them.
 * Throws DockerError for a filter that makes no sense. Source: moby daemon/list.go.
 */
export function listContainers(daemon: Daemon, filters: Filters, all: boolean): Container[] {
  checkFilters(filters, NAMES);
  for (const status of filters.get('status') ?? [])
    checkOne('status', status, STATES, `invalid value for state (${status}): must be one of ${STATES.join(', ')}`);
  for (const health of filters.get('health') ?? [])
    checkOne('health', health, HEALTH, `invalid value for health (${health}): must be one of ${HEALTH.join(', ')}`);
  const exits = (filters.get('exited') ?? []).map((code) => {
    if (/^[+-]?\d+$/.test(code)) return Number(code);
    throw new DockerError(
      'InvalidArgument',
      `invalid filter 'exited=${code}': strconv.Atoi: parsing ${JSON.stringify(code)}: invalid syntax`,
    );
  });
  for (const name of ['publish', 'expose']) for (const port of filters.get(name) ?? []) checkPort(name, port);
  const tasks = boolFilter(filters, 'is-task', false);
  const list = [...daemon.state.containers.values()];
  const before = edges(daemon, list, filters, 'before');
  const since = edges(daemon, list, filters, 'since');
  const ancestors = ancestorsOf(daemon, filters);
  const wantsStopped = all || filters.has('status');
  return list
    .filter((container, index) => {
      const { state } = container;
      if (tasks) return false;
      const running = daemon.live.has(container.id) || state.status === 'restarting';
      if (!wantsStopped && !running) return false;
      if (before !== undefined && index >= before) return false;
      if (since !== undefined && index <= since) return false;
      if (exits.length > 0 && (!exits.includes(state.exitCode) || running || state.startedAt === undefined)) return false;
      if (!anyOf(filters, 'status', (status) => state.status === status)) return false;
      if (!anyOf(filters, 'health', (health) => (state.health?.Status ?? 'none') === health)) return false;
      if (!anyOf(filters, 'id', (id) => container.id.startsWith(id) || safeMatch(id, container.id))) return false;
      if (
        !anyOf(filters, 'name', (name) =>
          safeMatch(
            name.replace(/^\^?\//, (start) => start.replace('/', '')),
            container.name,
          ),
        )
      )
        return false;
      if (
        !anyOf(filters, 'volume', (volume) =>
          container.mounts.some((mount) => mount.Name === volume || mount.Source === volume || mount.Destination === volume),
        )
      )
        return false;
      if (
        !anyOf(filters, 'network', (network) =>
          container.endpoints.some(
            (endpoint) => endpoint.network === network || (network !== '' && endpoint.networkID.startsWith(network)),
          ),
        )
      )
        return false;
      if (
        !anyOf(filters, 'expose', (wanted) =>
          listedPorts(daemon, container).some(({ privatePort, type }) => inPorts(wanted, privatePort, type)),
        )
      )
        return false;
      if (
        !anyOf(filters, 'publish', (wanted) =>
          listedPorts(daemon, container).some(({ publicPort, type }) => inPorts(wanted, publicPort, type)),
        )
      )
        return false;
      if (ancestors !== undefined && !ancestors.has(container.image)) return false;
      return matchKeyValues(filters, 'label', container.config.Labels);
    })
    .reverse();
}

/** Throws for what is neither a port nor a range of ports. */
function checkPort(name: string, text: string): void {
  const range = text.split('/')[0]!.split('-');
  const wrong = range.find((port) => !/^\d+$/.test(port));
  if (wrong !== undefined)
    throw new DockerError(
      'InvalidArgument',
      `error while looking up for ${name} ${text}: strconv.ParseUint: parsing ${JSON.stringify(wrong)}: invalid syntax`,
    );
}

/** Whether a port is one of `port[-port][/protocol]`. */
function inPorts(wanted: string, port: number, type: string): boolean {
  const [range = '', protocol = 'tcp'] = wanted.split('/');
  const [first = 0, last = first] = range.split('-').map(Number);
  return protocol === type && port >= first && port <= last;
}

function checkOne(name: string, value: string, known: readonly string[], why: string): void {
  if (!known.includes(value)) throw new DockerError('InvalidArgument', `invalid filter '${name}=${value}': ${why}`);
}

function anyOf(filters: Filters, name: string, matches: (value: string) => boolean): boolean {
  const values = filters.get(name) ?? [];
  return values.length === 0 || values.some(matches);
}

/** Whether a pattern as a person types it is in a name; a pattern with nested repetition is taken as plain text, so that none can hang. */
function safeMatch(pattern: string, name: string): boolean {
  if (/[*+{].*[*+{]/.test(pattern.replace(/\.[*+]/g, '')) || pattern.length > 200) return name.includes(pattern);
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return name.includes(pattern);
  }
}

function edges(daemon: Daemon, list: readonly Container[], filters: Filters, name: string): number | undefined {
  const ref = (filters.get(name) ?? []).at(-1);
  return ref === undefined ? undefined : list.indexOf(list.find(({ id }) => id === findContainer(daemon, ref).id)!);
}

/** Whether an image was built step by step from another one: only the classic builder remembers that. */
function isChildOf(daemon: Daemon, image: Image, base: ImageID): boolean {
  for (let at: Image | undefined = image; at?.parent !== undefined; at = daemon.state.images.images.get(at.parent)) {
    if (at.parent === base) return true;
  }
  return false;
}

/** Ids of the images that `ancestor` names, and of those built from them. */
function ancestorsOf(daemon: Daemon, filters: Filters): Set<ImageID> | undefined {
  const refs = filters.get('ancestor') ?? [];
  if (refs.length === 0) return undefined;
  const out = new Set<ImageID>();
  for (const ref of refs) {
    try {
      const base = findImage(daemon, ref).id;
      out.add(base);
      for (const image of daemon.state.images.images.values()) if (isChildOf(daemon, image, base)) out.add(image.id);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
    }
  }
  return out;
}
