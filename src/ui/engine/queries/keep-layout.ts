import { readTar, type TarEntry, tarBody } from '../../../engine/tar/index.ts';
import { type Body, readBody } from '../../../engine/tree/index.ts';

interface Descriptor {
  readonly digest: string;
}
/** The fields by which indexes and manifests lead on. */
interface Linked {
  readonly manifests?: readonly Descriptor[];
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
}

const pathOf = ({ digest }: Descriptor): string => `blobs/${digest.replace(':', '/')}`;

/**
 * An archive of `docker save` as an OCI layout: the blobs that its index leads to, and no others. `manifest.json` stays beside it, which the layout's
 * specification allows: without it, Docker on a graph driver loads no layout.
 */
export function asLayout(archive: Body): Body {
  const members = readTar(archive);
  const kept = new Set(['blobs', 'blobs/sha256', 'index.json', 'manifest.json', 'oci-layout']);
  follow(new Map(members.map((member) => [member.path, member])), 'index.json', kept);
  return tarBody(members.filter(({ path }) => kept.has(path)));
}

/** How many different layers an archive of `docker save` names. */
export function layersIn(archive: Body): number {
  const manifest = readTar(archive).find(({ path }) => path === 'manifest.json');
  if (manifest === undefined) return 0;
  return new Set((JSON.parse(textOf(manifest)) as { Layers: readonly string[] }[]).flatMap(({ Layers }) => Layers)).size;
}

/** Adds what a document leads to, as far as it is there. */
function follow(byPath: ReadonlyMap<string, TarEntry>, path: string, kept: Set<string>): void {
  const member = byPath.get(path);
  if (member === undefined) return;
  kept.add(path);
  const { manifests = [], config, layers = [] } = JSON.parse(textOf(member)) as Linked;
  for (const blob of config ? [...layers, config] : layers) kept.add(pathOf(blob));
  for (const inner of manifests) follow(byPath, pathOf(inner), kept);
}

const textOf = (member: TarEntry): string => (member.kind === 'file' ? new TextDecoder().decode(readBody(member.body)) : '{}');
