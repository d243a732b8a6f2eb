import { NpmError } from './project.ts';
import { choose, type Manifest, type registryIndex } from './registry.ts';
import { inRange } from './version.ts';

type Index = ReturnType<typeof registryIndex> extends Generator<unknown, infer T, unknown> ? T : never;

/** A package and where it goes: `node_modules/a` or `node_modules/a/node_modules/b`. */
export interface Placed {
  readonly path: string;
  readonly manifest: Manifest;
  readonly dev: boolean;
}

/** Places what a project depends on: as high as possible, below its dependant where another version is already there. */
export function placeAll(
  index: Index,
  wanted: Readonly<Record<string, string>>,
  dev: Readonly<Record<string, string>>,
  kept: ReadonlyMap<string, string>,
): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const queue: { name: string; range: string; from: string; dev: boolean }[] = [
    ...Object.entries(wanted).map(([name, range]) => ({ name, range, from: '', dev: false })),
    ...Object.entries(dev).map(([name, range]) => ({ name, range, from: '', dev: true })),
  ];
  for (let at = 0; at < queue.length; at++) {
    const { name, range, from, dev: isDev } = queue[at]!;
    if (found(placed, name, range, from)) continue;
    const locked = kept.get(`node_modules/${name}`);
    const manifest = choose(index, name, locked !== undefined && inRange(locked, range) ? locked : range);
    if (manifest === 'missing') throw notFound(name, range);
    if (manifest === undefined)
      throw new NpmError(
        'ETARGET',
        `notarget No matching version found for ${name}@${range}.\nnotarget In most cases you or one of your dependencies are requesting a package version that doesn't exist.`,
      );
    const top = `node_modules/${name}`;
    const path = placed.has(top) ? `${from}/${top}`.replace(/^\//, '') : top;
    placed.set(path, { path, manifest, dev: isDev });
    for (const [other, otherRange] of Object.entries(manifest.dependencies))
      queue.push({ name: other, range: otherRange, from: path, dev: isDev });
    if (queue.length > 5000) break;
  }
  return placed;
}

/** Whether a dependant finds a package of this range in the directories above it. */
function found(placed: ReadonlyMap<string, Placed>, name: string, range: string, from: string): boolean {
  for (let dir = from; ; ) {
    const here = placed.get(`${dir === '' ? '' : `${dir}/`}node_modules/${name}`);
    if (here !== undefined) return inRange(here.manifest.version, range);
    if (dir === '') return false;
    const at = dir.lastIndexOf('/node_modules/');
    dir = at < 0 ? '' : dir.slice(0, at);
  }
}

export const notFound = (name: string, range: string): NpmError =>
  new NpmError(
    'E404',
    `404 Not Found - GET https://registry.npmjs.org/${name.replace('/', '%2f')} - Not found\n404\n404  The requested resource '${name}@${range}' could not be found or you do not have permission to access it.\n404\n404 Note that you can also install from a\n404 tarball, folder, http url, or git url.`,
  );
