// Finding a text in the files of every layer, those that can no longer be seen included.
import type { TarEntry } from '../../../../engine/layer/index.ts';
import type { Body } from '../../../../engine/tree/index.ts';
import type { FindAnswer, FindHit } from '../../../session/queries/stack.ts';
import type { StackLayer, SubjectLayers } from './subject.ts';

/** Bytes read of each file, milliseconds in all, and hits told. */
const MOST_OF_FILE = 1 << 20;
const MOST_TIME = 4000;
const MOST_HITS = 60;
/** Milliseconds of work after which the worker listens to others. */
const TURN = 25;
/** Characters shown on each side of a hit. */
const AROUND = 48;

const latin = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** Upper and lower case are one. The newest layer first, so that a bound cuts the base; the config after them. */
export async function findText({ image, layers }: SubjectLayers, text: string): Promise<FindAnswer> {
  const needle = latin.decode(new TextEncoder().encode(text)).toLowerCase();
  const hits: FindHit[] = [];
  const count = { files: 0, bytes: 0, cut: 0, left: 0 };
  if (needle === '') return { hits, ...count, more: false };
  const began = performance.now();
  let turn = began;
  for (const [index, layer] of [...layers.entries()].reverse())
    for (const entry of layer.entries) {
      if (entry.kind !== 'file' || entry.body.size === 0) continue;
      if (hits.length >= MOST_HITS || performance.now() - began > MOST_TIME) {
        count.left++;
        continue;
      }
      if (performance.now() - turn > TURN) {
        await new Promise((resume) => setTimeout(resume, 0));
        turn = performance.now();
      }
      count.files++;
      count.bytes += Math.min(entry.body.size, MOST_OF_FILE);
      if (entry.body.size > MOST_OF_FILE) count.cut++;
      const found = findIn(entry.body, needle);
      if (found !== undefined) hits.push({ ...hitAt(layer, entry, found), ...fateOf(layers, index, `/${entry.path}`) });
    }
  for (const [part, content] of configParts(image.config)) {
    const at = content.toLowerCase().indexOf(text.toLowerCase());
    if (at >= 0) hits.push({ where: 'config', path: part, ...cutAround(content, at, text.length) });
  }
  return { hits: hits.slice(0, MOST_HITS), ...count, more: hits.length > MOST_HITS || (hits.length === MOST_HITS && count.left > 0) };
}

interface Found {
  readonly bytes: Uint8Array;
  /** Bytes before the match, and of it. */
  readonly at: number;
  readonly length: number;
}

function findIn(body: Body, needle: string): Found | undefined {
  const bytes = body.read(0, MOST_OF_FILE);
  const at = latin.decode(bytes).toLowerCase().indexOf(needle);
  return at < 0 ? undefined : { bytes, at, length: needle.length };
}

function hitAt({ snapshot }: StackLayer, entry: TarEntry, { bytes, at, length }: Found): FindHit {
  const isText = !bytes.subarray(0, 8192).includes(0);
  const line = bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 1);
  return {
    where: snapshot === undefined ? 'container' : 'layer',
    ...(snapshot === undefined ? {} : { diffID: snapshot.layer.diffID, chainID: snapshot.chainID }),
    path: `/${entry.path}`,
    ...(isText ? { line } : {}),
    before: printable(utf8.decode(bytes.subarray(Math.max(0, at - AROUND), at)), 'end'),
    match: printable(utf8.decode(bytes.subarray(at, at + length))),
    after: printable(utf8.decode(bytes.subarray(at + length, at + length + AROUND)), 'start'),
  };
}

/** One line of what surrounds a match: only what stands on its line, unprintable characters as dots. */
function printable(text: string, keep?: 'start' | 'end'): string {
  const line = keep === 'end' ? text.slice(text.lastIndexOf('\n') + 1) : keep === 'start' ? (text.split('\n')[0] ?? '') : text;
  return [...line].map((char) => ((char < ' ' && char !== '\t') || char === '\u007f' || char === '\ufffd' ? '·' : char)).join('');
}

/** Whether a file of a layer is still what stands at its path on top, and if not, which layer ended that. */
function fateOf(layers: readonly StackLayer[], index: number, path: string): Pick<FindHit, 'hidden' | 'hiddenBy'> {
  const ino = layers[index]?.tree.at(path)?.ino;
  for (const later of layers.slice(index + 1)) {
    const there = later.tree.at(path);
    if (there?.ino === ino) continue;
    const by = later.snapshot === undefined ? {} : { hiddenBy: later.snapshot.layer.diffID };
    return { hidden: there === undefined ? 'deleted' : 'replaced', ...by };
  }
  return {};
}

function configParts(config: SubjectLayers['image']['config']): (readonly [string, string])[] {
  const { Env, Cmd, Entrypoint, Labels } = config.config ?? {};
  const lists = Object.entries({ Env, Cmd, Entrypoint }).flatMap(([name, list]) => (list ?? []).map((one) => [name, one] as const));
  const labels = Object.entries(Labels ?? {}).map(([name, value]) => ['Labels', `${name}=${value}`] as const);
  return [...lists, ...labels, ...(config.history ?? []).map((row) => ['history', row.created_by ?? ''] as const)];
}

function cutAround(text: string, at: number, length: number): Pick<FindHit, 'before' | 'match' | 'after'> {
  return {
    before: printable(text.slice(Math.max(0, at - AROUND), at), 'end'),
    match: text.slice(at, at + length),
    after: printable(text.slice(at + length, at + length + AROUND), 'start'),
  };
}
