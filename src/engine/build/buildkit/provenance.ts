import { type Daemon, rfc3339 } from '../../daemon/index.ts';
import { hexOf } from '../../digest/index.ts';
import { goJson } from '../../image/index.ts';
import { familiarName, fromCanonical } from '../../reference/index.ts';
import { type Descriptor, type Image, topOf } from '../../store/index.ts';

/** An image a build took from, under the name it was asked for. */
export interface Material {
  /** Canonical, with tag or digest. */
  readonly name: string;
  readonly image: Image;
}

export interface BuildFacts {
  readonly dockerfileName: string;
  readonly args: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly target: string;
  readonly network: string;
  readonly materials: readonly Material[];
  /** Canonical names of the result. */
  readonly tags: readonly string[];
  /** `os/architecture[/variant]` of the result. */
  readonly platform: string;
  /** Seconds since the epoch. */
  readonly started: number;
}

const PREDICATE = 'https://slsa.dev/provenance/v0.2';
const BUILDKIT = 'https://mobyproject.org/buildkit@v1';

/** The media type and predicate of a provenance statement's layer. */
export const STATEMENT = { mediaType: 'application/vnd.in-toto+json', predicateType: PREDICATE } as const;

const digestOf = (digest: string): object => ({ sha256: hexOf(digest as `sha256:${string}`) });
const platformPart = ({ platform }: BuildFacts): string => `platform=${platform.replaceAll('/', '%2F')}`;

/** How a result was made, in mode `min` and without times. Source: buildkit solver/llbsolver/provenance. */
export function provenancePredicate(facts: BuildFacts): object {
  const args = {
    ...Object.fromEntries([...facts.args].map(([name, value]) => [`build-arg:${name}`, value])),
    ...(facts.network === '' ? {} : { 'force-network-mode': facts.network }),
    ...Object.fromEntries([...facts.labels].map(([name, value]) => [`label:${name}`, value])),
    ...(facts.target === '' ? {} : { target: facts.target }),
  };
  const materials = facts.materials.map(({ name, image }) => ({
    uri: `pkg:docker/${purl(name)}?${platformPart(facts)}`,
    digest: digestOf(image.target === undefined ? (topOf(image) ?? image.id) : image.id),
  }));
  return {
    builder: { id: '' },
    buildType: BUILDKIT,
    ...(materials.length === 0 ? {} : { materials }),
    invocation: {
      configSource: { entryPoint: facts.dockerfileName },
      parameters: {
        frontend: 'dockerfile.v0',
        ...(Object.keys(args).length === 0 ? {} : { args }),
        locals: [{ name: 'context' }, { name: 'dockerfile' }],
      },
      environment: { platform: 'linux/amd64' },
    },
  };
}

/** The in-toto statement on how a manifest was made, in mode `min`. Source: buildkit util/attestation. */
export function provenanceText(daemon: Daemon, manifest: Descriptor, facts: BuildFacts): string {
  const subjects = facts.tags.map((tag) => ({ name: `pkg:docker/${purl(tag)}?${platformPart(facts)}`, digest: digestOf(manifest.digest) }));
  return goJson({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: PREDICATE,
    subject: subjects.length > 0 ? subjects : [{ name: '_', digest: digestOf(manifest.digest) }],
    predicate: {
      ...provenancePredicate(facts),
      metadata: {
        buildInvocationID: daemon.newID().slice(0, 25),
        buildStartedOn: rfc3339(facts.started),
        buildFinishedOn: rfc3339(daemon.now()),
        completeness: { parameters: true, environment: true, materials: false },
        reproducible: false,
        'https://mobyproject.org/buildkit@v1#metadata': {},
      },
    },
  });
}

/** A reference as a package URL has it. */
function purl(canonical: string): string {
  const reference = fromCanonical(canonical);
  return `${familiarName(reference)}@${reference.tag ?? reference.digest ?? 'latest'}`;
}
