// Registries and pushes as the grader sees them: what a machine can name now, read when a check asks.
import type { RunningMachine, Simulation } from '../../../cli/machine/simulation.ts';
import type { Digest } from '../../../engine/digest/index.ts';
import { DEFAULT_DOMAIN, familiarString, parseReference, type Reference, withDefaultTag } from '../../../engine/reference/index.ts';
import {
  configPlatform,
  isIndex,
  type Manifest,
  type ManifestIndex,
  type Push,
  type Registry,
  type Repository,
} from '../../../engine/registry/index.ts';
import { readBody } from '../../../engine/tree/index.ts';
import type { ManifestFacts, PushFacts, RegistriesFacts } from '../../../grader/index.ts';
import { registryContainers } from '../view/registry-containers.ts';
import { platformName } from './platform.ts';

export function registriesOf({ name, daemon }: RunningMachine, simulation: Simulation): RegistriesFacts {
  const { registries, hub } = daemon.network;
  const inContainers = registryContainers(simulation, name);
  const at = (host: string): Registry | undefined =>
    registries.get(host) ??
    inContainers.find((one) => one.host === host || one.host.replace('localhost:', '127.0.0.1:') === host)?.contents();
  const found = (reference: Reference) => {
    const registry = at(reference.domain);
    const repository = registry?.repositories.get(reference.path);
    return registry && repository && { registry, repository };
  };
  return {
    host: (reference) => parsed(reference)?.domain ?? reference,
    answers: (reference) => {
      const domain = parsed(reference)?.domain;
      return domain !== undefined && (at(domain) !== undefined || (domain === DEFAULT_DOMAIN && hub !== undefined));
    },
    manifest: (reference) => {
      const name = parsed(reference);
      const place = name && found(name);
      const digest = name?.digest ?? place?.repository.tags.get(name?.tag ?? '');
      return place && digest !== undefined ? manifestFacts(place.registry, place.repository, digest as Digest) : undefined;
    },
    tags: (repository) => {
      const name = parsed(repository);
      const place = name && found(name);
      return place && [...place.repository.tags.keys()].sort();
    },
  };
}

function parsed(reference: string): Reference | undefined {
  try {
    return withDefaultTag(parseReference(reference));
  } catch {
    return undefined;
  }
}

function manifestFacts(registry: Registry, repository: Repository, digest: Digest): ManifestFacts | undefined {
  const stored = repository.manifests.get(digest);
  if (stored === undefined) return undefined;
  if (!isIndex(stored.mediaType)) return { digest, ...imageFacts(registry, JSON.parse(stored.text) as Manifest) };
  const { manifests } = JSON.parse(stored.text) as ManifestIndex;
  const images = manifests.filter(({ annotations }) => annotations?.['vnd.docker.reference.type'] === undefined);
  const inner = images.flatMap((one) => manifestFacts(registry, repository, one.digest) ?? []);
  return {
    digest,
    platforms: images.flatMap(({ platform }) => (platform === undefined ? [] : [platformName(platform)])),
    layers: [...new Set(inner.flatMap(({ layers }) => layers))],
  };
}

function imageFacts(registry: Registry, { config, layers }: Manifest): Pick<ManifestFacts, 'platforms' | 'layers'> {
  const body = registry.blobs.get(config.digest);
  const platforms = body === undefined ? [] : [platformName(configPlatform(new TextDecoder().decode(readBody(body))))];
  return { platforms, layers: layers.map((layer) => layer.digest) };
}

/** Pushes are never changed. */
const known = new WeakMap<Push, PushFacts>();

export const pushesOf = ({ daemon: { state } }: RunningMachine): readonly PushFacts[] =>
  (state.pushes ?? []).map((push) => {
    const { number, domain, path, tag, blobs } = push;
    const made = known.get(push) ?? { number, reference: familiarString({ domain, path, tag }), blobs };
    known.set(push, made);
    return made;
  });
