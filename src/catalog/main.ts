// Compiles content/catalog into src/catalog/generated: an index and a part per file, with true digests.
// Knows files and the lock of digests that were worked out before; refuses to know engines and pages.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import {
  type HubEntry,
  type HubPart,
  type ImageSource,
  type LayerFacts,
  layerKeys,
  type OtherFacts,
  PartSet,
  partOf,
  platformDocuments,
} from '../engine/hub/index.ts';
import { type CompiledPart, Compiler } from './compile.ts';
import { layerFacts, layerKey } from './digests.ts';
import type { ReleaseIndex } from './package-set.ts';
import type { PartFile } from './source.ts';

type Lock = Record<string, LayerFacts>;
type Facts = Record<string, Record<string, LayerFacts>>;

const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));

function readFiles(dir: string): Map<string, PartFile> {
  const files = new Map<string, PartFile>();
  for (const folder of ['bases', 'images'])
    for (const name of readdirSync(`${dir}/${folder}`).sort())
      if (name.endsWith('.yaml')) files.set(name.slice(0, -'.yaml'.length), readYaml(`${dir}/${folder}/${name}`) as PartFile);
  return files;
}

/**
 * Writes the compiled catalogue. Digests that the lock has are taken from it unless `verify`, which works them all out anew and fails when
 * one differs. Tells what was done.
 */
export function compileCatalog(root: string, options: { verify?: boolean } = {}): string {
  const content = `${root}/content`;
  const lockPath = `${content}/catalog/digests.json`;
  const lock = readLock(lockPath);
  const releases = new Map<string, ReleaseIndex>();
  const release = (id: string): ReleaseIndex => {
    const known = releases.get(id) ?? (JSON.parse(readFileSync(`${content}/packages/${id}.json`, 'utf8')) as ReleaseIndex);
    releases.set(id, known);
    return known;
  };
  const found = (readYaml(`${content}/catalog/search.yaml`) ?? []) as readonly HubEntry[];
  const descriptions = readYaml(`${content}/catalog/descriptions.yaml`) as Record<string, string>;
  const { parts, index } = new Compiler(release, descriptions).compile(readFiles(`${content}/catalog`), found);
  const set = new PartSet();
  for (const [name, part] of parts) set.add(name, part);
  const used: Lock = {};
  const facts: Facts = {};
  let worked = 0;
  for (const [key, platform] of layersOf(parts)) {
    const id = layerKey(set, key, platform);
    const locked = lock[id];
    const known = locked !== undefined && !options.verify ? locked : layerFacts(set, key, platform);
    if (known !== locked) worked++;
    if (options.verify && locked !== undefined && JSON.stringify(locked) !== JSON.stringify(known))
      throw new Error(`digests of ${key} for ${platform} are not those of digests.json`);
    used[id] = known;
    const platforms = (facts[partOf(key)] ??= {});
    (platforms[platform] as Record<string, LayerFacts> | undefined) ?? (platforms[platform] = {} as never);
    (platforms[platform] as unknown as Record<string, LayerFacts>)[key.slice(key.indexOf(':') + 1)] = known;
  }
  writeLock(lockPath, used);
  const sizes = write(`${root}/src/catalog/generated`, parts, index, facts as never);
  return `catalogue: ${parts.size} parts, ${index.length} repositories, ${Object.keys(used).length} layers (${worked} hashed); ${sizes}`;
}

/** Every layer of every image, on every platform that the image has. */
function layersOf(parts: ReadonlyMap<string, CompiledPart>): [key: string, platform: string][] {
  const all = new Map<string, [string, string]>();
  for (const { repository } of parts.values())
    for (const image of Object.values(repository?.images ?? {}))
      for (const platform of image.platforms) for (const key of layerKeys(image)) all.set(`${key} ${platform}`, [key, platform]);
  return [...all.values()];
}

function readLock(path: string): Lock {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Lock;
  } catch {
    return {};
  }
}

function writeLock(path: string, lock: Lock): void {
  const lines = Object.entries(lock)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, facts]) => `${JSON.stringify(key)}:${JSON.stringify(facts)}`);
  const text = `{\n${lines.join(',\n')}\n}\n`;
  if (!sameText(path, text)) writeFileSync(path, text);
}

function sameText(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

type PartFacts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, LayerFacts>>>>>>;

function write(dir: string, parts: ReadonlyMap<string, CompiledPart>, index: readonly HubEntry[], facts: PartFacts): string {
  mkdirSync(dir, { recursive: true });
  const set = new PartSet();
  for (const [name, part] of parts) {
    const { amd64 = {}, ...others } = facts[name] ?? {};
    set.add(name, { ...part, facts: amd64 });
    set.addOthers(name, others);
  }
  const files = new Map<string, string>([['index', JSON.stringify(index)]]);
  let largest = ['', 0] as [string, number];
  let total = 0;
  for (const [name, { layers, repository }] of parts) {
    if (repository === undefined && Object.keys(layers).length === 0) continue;
    const whole = set.part(name)!;
    const { amd64: _, ...others } = facts[name] ?? {};
    files.set(name, JSON.stringify(withManifests(set, name, whole)));
    if (Object.keys(others).length > 0) files.set(`${name}.others`, JSON.stringify(others satisfies OtherFacts));
  }
  for (const [name, text] of files) {
    const size = gzipSync(text).length;
    total += size;
    if (size > largest[1]) largest = [name, size];
    if (!sameText(`${dir}/${name}.json`, text)) writeFileSync(`${dir}/${name}.json`, text);
  }
  const wanted = new Set([...files.keys()].map((name) => `${name}.json`));
  for (const name of readdirSync(dir)) if (name.endsWith('.json') && !wanted.has(name)) rmSync(`${dir}/${name}`);
  const loaders = loadersText([...files.keys()].sort());
  if (!sameText(`${dir}/loaders.ts`, loaders)) writeFileSync(`${dir}/loaders.ts`, loaders);
  return `index ${gzipSync(files.get('index')!).length} bytes gzipped, largest file ${largest.join(' ')}, all ${total}`;
}

/** Loaders of the files, as a module: bundlers make a chunk of each. */
function loadersText(names: readonly string[]): string {
  const lines = names
    .filter((name) => name !== 'index')
    .map((name) => `  ${JSON.stringify(name)}: async () => (await import('./${name}.json', { with: { type: 'json' } })).default,`);
  return `// Made by scripts/build-catalog.mjs.
export const index = async (): Promise<unknown> => (await import('./index.json', { with: { type: 'json' } })).default;
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
${lines.join('\n')}
};
`;
}

/** Tells each image of a part the manifests of its other platforms. */
function withManifests(set: PartSet, name: string, part: HubPart): HubPart {
  if (part.repository === undefined) return part;
  const images = Object.fromEntries(
    Object.entries(part.repository.images).map(([key, image]) => {
      const others: Record<string, NonNullable<ImageSource['others']>[string]> = {};
      for (const platform of image.platforms) {
        if (platform === 'amd64') continue;
        const { manifest, attestation } = platformDocuments(set, name, image, platform);
        const hex = (digest: string): string => digest.slice('sha256:'.length);
        const [proof] = attestation;
        others[platform] = [
          hex(manifest.digest),
          manifest.size,
          ...(proof === undefined ? ([] as const) : ([hex(proof.digest), proof.size] as const)),
        ];
      }
      return [key, Object.keys(others).length === 0 ? image : { ...image, others }];
    }),
  );
  return { ...part, repository: { ...part.repository, images } };
}
