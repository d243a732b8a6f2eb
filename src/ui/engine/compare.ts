import { changesByStat } from '../../engine/layer/index.ts';
import { familiarString, fromCanonical } from '../../engine/reference/index.ts';
import type { EngineState, Machine, World } from '../../engine/world/index.ts';
import type { Difference } from '../session/timeline.ts';

/** Most differences that are told. */
const MOST = 1000;

type Found = Omit<Difference, 'machine'>;

/** What is different in `b`: images, tags, containers, volumes and networks of every machine, then the hosts' files, then registries. */
export function differences(a: World, b: World): Difference[] {
  const out: Difference[] = [];
  for (const [name, machine] of b.machines) {
    const was = a.machines.get(name);
    if (was === undefined || was === machine) continue;
    for (const found of inEngine(was.engine, machine.engine)) out.push({ ...found, machine: name });
    for (const found of inFiles(was, machine)) out.push({ ...found, machine: name });
    if (out.length > MOST) break;
  }
  for (const found of inRegistries(a, b)) out.push({ ...found, machine: '' });
  return out.slice(0, MOST);
}

const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

function* inEngine(a: EngineState, b: EngineState): Generator<Found> {
  if (a.images !== b.images) {
    yield* keyed('image', a.images.images, b.images.images, { name: short, same: () => true });
    yield* keyed('tag', a.images.tags, b.images.tags, {
      name: (reference) => familiarString(fromCanonical(reference)),
      shown: short,
    });
  }
  yield* keyed('container', a.containers, b.containers, {
    name: (id, container) => container?.name ?? short(id),
    shown: ({ state }) => (state.status === 'exited' ? `exited (${state.exitCode})` : state.status),
    same: (x, y) => x.state.status === y.state.status && x.tree === y.tree && x.name === y.name && x.state.exitCode === y.state.exitCode,
  });
  yield* keyed('volume', a.volumes, b.volumes, {
    name: (name) => (/^[0-9a-f]{64}$/.test(name) ? short(name) : name),
    same: (x, y) => x.tree === y.tree,
  });
  yield* keyed('network', a.networks ?? new Map(), b.networks ?? new Map(), { name: (name) => name });
}

function* inFiles(a: Machine, b: Machine): Generator<Found> {
  if (a.files === b.files) return;
  for (const change of changesByStat(a.files, b.files)) {
    if (change.kind === 'modified' && change.inode.kind === 'dir') continue;
    yield { what: 'file', how: change.kind === 'modified' ? 'updated' : change.kind === 'added' ? 'added' : 'removed', name: change.path };
  }
}

function* inRegistries(a: World, b: World): Generator<Found> {
  for (const [host, registry] of b.registries) {
    const was = a.registries.get(host);
    if (was === registry) continue;
    for (const [name, repository] of registry.repositories) {
      const before = was?.repositories.get(name);
      if (before === repository) continue;
      yield* keyed('registry', before?.tags ?? new Map<string, string>(), repository.tags, {
        name: (tag) => `${host}/${name}:${tag}`,
        shown: (digest) => short(String(digest)),
      });
    }
  }
}

interface Shape<V> {
  readonly name: (key: string, value?: V) => string;
  /** What `from` and `to` say. */
  readonly shown?: (value: V) => string;
  /** Identity, when missing. */
  readonly same?: (a: V, b: V) => boolean;
}

function* keyed<V>(what: Found['what'], a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>, shape: Shape<V>): Generator<Found> {
  if (a === b) return;
  for (const [key, value] of b) {
    const was = a.get(key);
    if (was === undefined) yield { what, how: 'added', name: shape.name(key, value), ...(shape.shown ? { to: shape.shown(value) } : {}) };
    else if (was !== value && !(shape.same?.(was, value) ?? false)) {
      const told = shape.shown && { from: shape.shown(was), to: shape.shown(value) };
      yield { what, how: 'updated', name: shape.name(key, value), ...(told ?? {}) };
    }
  }
  for (const [key, value] of a)
    if (!b.has(key)) yield { what, how: 'removed', name: shape.name(key, value), ...(shape.shown ? { from: shape.shown(value) } : {}) };
}
