// Made-up containers, runs, registries and pushes for the checks' tests.
import type { ContainerFacts, ManifestFacts, RegistriesFacts, RunFacts } from '../input/index.ts';

/** A container that runs `sleep 600` of an image, told apart by its name. */
export function container(name: string, more: Partial<ContainerFacts> & { readonly files?: Readonly<Record<string, string>> } = {}): ContainerFacts {
  const { files = {}, ...facts } = more;
  return {
    id: `id of ${name}`,
    name,
    image: 'sha256:none',
    state: 'running',
    exit: 0,
    oom: false,
    argv: ['sleep', '600'],
    env: [],
    labels: {},
    user: '',
    memory: 0,
    restarted: false,
    networks: ['bridge'],
    mounts: [],
    ports: [],
    exposed: [],
    changes: () => [],
    logs: () => '',
    stat: (path) => (path in files ? { path, kind: 'file', size: files[path]?.length ?? 0, mode: 0o644, uid: 0, gid: 0 } : undefined),
    text: (path) => files[path],
    uidOf: (user) => ({ root: 0, app: 1000 })[user],
    gidOf: (group) => ({ root: 0, staff: 50 })[group],
    ...facts,
  };
}

/** A run that has ended well. */
export const run = (number: number, more: Partial<RunFacts> = {}): RunFacts => ({
  number,
  container: `run${number}`,
  image: 'sha256:none',
  imageRef: 'left:1',
  argv: ['greet', 'world'],
  again: false,
  refused: false,
  exit: 0,
  oom: false,
  stdout: 'hello world\n',
  ...more,
});

/** One registry at localhost:5000 with what its references name. */
export function registry(manifests: Readonly<Record<string, Partial<ManifestFacts>>>): RegistriesFacts {
  const all = new Map(Object.entries(manifests));
  const host = (reference: string) => (reference.startsWith('localhost:') ? reference.slice(0, reference.indexOf('/')) : 'docker.io');
  return {
    host,
    answers: (reference) => ['localhost:5000', 'docker.io'].includes(host(reference)),
    manifest: (reference) => {
      const found = all.get(reference);
      return found && { digest: `sha256:${'0'.repeat(64)}`, platforms: ['linux/amd64'], layers: [], ...found };
    },
    tags: (repository) => {
      const tags = [...all.keys()].filter((one) => one.startsWith(`${repository}:`)).map((one) => one.slice(repository.length + 1));
      return tags.length === 0 ? undefined : tags;
    },
  };
}
