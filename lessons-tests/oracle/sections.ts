import { Normaliser } from './normalise.ts';

export interface RecordedEntry {
  readonly path: string;
  readonly type: string;
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly size?: number;
  readonly sha256?: string;
  readonly linkname?: string;
}
interface RecordedImage {
  readonly config: Record<string, unknown>;
  readonly architecture: string;
  readonly os: string;
  readonly author: string;
  readonly comment: string;
  readonly repo_tags: readonly string[];
  readonly repo_digests?: readonly string[];
  readonly base: string;
  readonly layer_count: number;
  readonly history: readonly { created_by: string; comment: string; author: string; size: number | string; empty: boolean }[];
  readonly layers: readonly (readonly RecordedEntry[])[];
  readonly rootfs: readonly RecordedEntry[];
  readonly removed: readonly string[];
}
interface RecordedContainer {
  readonly [key: string]: unknown;
  readonly image: string;
  readonly error?: string;
  readonly logs: Record<string, string>;
  readonly mounts: readonly { name: string }[];
}
/** What a case left behind: see the runner contract. */
export interface CaseRecord {
  readonly engine?: { readonly builder?: string };
  readonly base?: { readonly size?: number };
  readonly ignore?: readonly string[];
  readonly steps: readonly { name: string; stdout: string; stderr: string; exit: number }[];
  readonly images: Readonly<Record<string, RecordedImage | null>>;
  readonly containers: Readonly<Record<string, RecordedContainer | null>>;
}

export const SECTIONS = ['exit', 'stdout', 'stderr', 'config', 'history', 'layers', 'rootfs', 'containers'] as const;
export type Section = (typeof SECTIONS)[number];

/** Directories in which the engine makes and removes mount points while a BuildKit RUN runs. */
const MOUNT_DIRS = new Set(['dev', 'etc', 'proc', 'sys']);

/** A record as lines to compare, section by section. */
export function sectionsOf(record: CaseRecord): Record<Section, string[]> {
  const size = record.base?.size ?? 0;
  const out: Record<Section, string[]> = {
    exit: [],
    stdout: [],
    stderr: [],
    config: [],
    history: [],
    layers: [],
    rootfs: [],
    containers: [],
  };
  for (const { name, exit } of record.steps) out.exit.push(`### ${name}`, `exit ${exit}`);
  for (const stream of ['stdout', 'stderr'] as const) {
    const normaliser = new Normaliser(size);
    for (const step of record.steps) out[stream].push(`### ${step.name}`, ...normaliser.lines(step[stream] ?? '', stream));
  }
  for (const ref of Object.keys(record.images).sort())
    imageLines(out, ref, record.images[ref]!, size, record.engine?.builder === 'buildkit');
  for (const name of Object.keys(record.containers).sort())
    out.containers.push(`== ${name}`, ...containerLines(record.containers[name]!, size));
  return out;
}

function imageLines(out: Record<Section, string[]>, ref: string, image: RecordedImage | null, size: number, buildkit: boolean): void {
  for (const section of ['config', 'history', 'layers', 'rootfs'] as const) out[section].push(`== ${ref}`);
  if (image === null) {
    out.config.push('missing');
    return;
  }
  const digests = new Normaliser(size);
  const config: Record<string, unknown> = { ...image.config };
  for (const key of ['ExposedPorts', 'Volumes']) if (config[key]) config[key] = Object.keys(config[key] as object).sort();
  const { architecture, os, author, comment, layer_count, base, repo_tags } = image;
  const repo_digests = (image.repo_digests ?? []).map((digest) => digests.lines(digest).join(' '));
  out.config.push(
    ...jsonLines({ config: dropEmpty(config), architecture, os, author, comment, layer_count, base, repo_tags, repo_digests }),
  );
  const texts = new Normaliser(size);
  for (const row of image.history) {
    const imported = size > 0 && base === 'scratch' && row.created_by === '' && Number(row.size) >= size;
    const bytes = imported ? `BASE+${Number(row.size) - size}` : row.size;
    out.history.push(
      `${texts.lines(row.created_by).join('\\n')} | ${row.comment} | ${bytes} | ${row.empty ? 'empty' : 'layer'} | ${row.author}`,
    );
  }
  for (const [index, layer] of image.layers.entries()) out.layers.push(`-- layer ${index + 1}`, ...layerLines(layer, buildkit));
  out.rootfs.push(...image.rootfs.map(entryLine).sort(), ...image.removed.map((path) => `removed ${path}`));
}

function layerLines(layer: readonly RecordedEntry[], buildkit: boolean): string[] {
  if (!buildkit) return layer.map(entryLine).sort();
  const used = new Set(layer.filter((entry) => entry.path.includes('/')).map((entry) => entry.path.split('/')[0]!));
  const bare = (e: RecordedEntry): boolean =>
    e.type === 'dir' && MOUNT_DIRS.has(e.path) && !used.has(e.path) && e.mode === '0755' && e.uid === 0 && e.gid === 0;
  return layer
    .filter((entry) => !bare(entry))
    .map(entryLine)
    .sort();
}

function entryLine(entry: RecordedEntry): string {
  if (entry.path.split('/').at(-1)!.startsWith('.wh.')) return `${entry.path} whiteout`;
  let line = `${entry.path} ${entry.type}`;
  if (entry.type !== 'symlink' && entry.type !== 'hardlink') line += ` ${entry.mode}`;
  if (entry.type !== 'hardlink') line += ` ${entry.uid}:${entry.gid}`;
  if (entry.type === 'file') line += ` ${entry.size} sha256=${entry.sha256}`;
  return entry.linkname === undefined ? line : `${line} -> ${entry.linkname}`;
}

function containerLines(container: RecordedContainer | null, size: number): string[] {
  if (container === null) return ['missing'];
  const normaliser = new Normaliser(size);
  const logs = Object.fromEntries(Object.entries(container.logs).map(([stream, text]) => [stream, normaliser.lines(text)]));
  const error = normaliser.lines(container.error ?? '');
  const image = normaliser.lines(container.image).join(' ');
  const mounts = container.mounts.map((mount) => ({ ...mount, name: normaliser.lines(mount.name).join(' ') }));
  return jsonLines(dropEmpty({ ...container, logs, error, image, mounts }));
}

/** null, "", [], {} and false mean 'not set'. */
function dropEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, dropEmpty(item)] as const)
    .filter(([key, item]) => !isEmpty(item) || key === 'ExposedPorts' || key === 'Volumes');
  return Object.fromEntries(kept);
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** JSON with sorted keys, a line per value. */
function jsonLines(value: unknown): string[] {
  return JSON.stringify(sortKeys(value), undefined, 1).split('\n');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys((value as Record<string, unknown>)[key])]),
  );
}
