// docker blame: every layer that did something to a path.
import { OPAQUE, WHITEOUT } from '../../../../engine/layer/index.ts';
import { type Inode, resolvePath } from '../../../../engine/tree/index.ts';
import type { PathHistory, PathState, PathStep } from '../../../session/queries/stack.ts';
import { kindOf } from '../../view/index.ts';
import type { StackLayer, SubjectLayers } from './subject.ts';

export function historyOf({ layers }: SubjectLayers, typed: string): PathHistory {
  const path = real(layers, typed);
  const named = namesOf(path);
  const steps = layers.flatMap((layer, index): PathStep[] => {
    if (!layer.entries.some((entry) => named.has(entry.path))) return [];
    return stepOf(layer, path).map((step) => ({ ...step, ...placeOf(layer, index + 1) }));
  });
  return { path, steps };
}

/** The path with the links of its directories taken, as the topmost layer that has it sees them. */
function real(layers: readonly StackLayer[], typed: string): string {
  const plain = `/${typed
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`;
  for (const { tree } of [...layers].reverse()) {
    const found = resolvePath(tree, plain, false);
    if (found?.inode !== undefined) return found.path;
  }
  return plain;
}

/** Names of archive members that can concern a path: itself, what removes it, and the same of every directory above. */
function namesOf(path: string): Set<string> {
  const out = new Set<string>();
  const parts = path.split('/').slice(1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const dir = parts.slice(0, depth - 1).join('/');
    const prefix = dir === '' ? '' : `${dir}/`;
    const name = parts[depth - 1] ?? '';
    out.add(`${prefix}${name}`);
    out.add(`${prefix}${WHITEOUT}${name}`);
    out.add(`${prefix}${OPAQUE}`);
  }
  out.add(`${path.slice(1)}/${OPAQUE}`);
  return out;
}

function stepOf({ below, tree, entries }: StackLayer, path: string): Omit<PathStep, 'position'>[] {
  const old = below.at(path);
  const now = tree.at(path);
  const own = path.slice(1);
  const opaque = entries.some((entry) => entry.path === `${own}/${OPAQUE}`);
  if (now === undefined) {
    if (old === undefined) return [];
    const by = removerOf(entries, path);
    return [{ kind: 'D', ...(by === undefined || by === path ? {} : { by }) }];
  }
  if (!opaque && !entries.some((entry) => entry.path === own)) return [];
  if (old === undefined) return [{ kind: 'A', now: stateOf(now) }];
  if (old.kind === 'dir' && now.kind === 'dir' && !opaque && same(old, now)) return [];
  const sameContent = old.kind === 'file' && now.kind === 'file' && sameBytes(old, now);
  return [{ kind: 'C', now: { ...stateOf(now), ...(opaque ? { kind: 'opaque' as const } : {}) }, ...(sameContent ? { sameContent } : {}) }];
}

/** The topmost directory whose removal took the path along. */
function removerOf(entries: StackLayer['entries'], path: string): string | undefined {
  const names = new Set(entries.map((entry) => entry.path));
  const parts = path.split('/').slice(1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const dir = parts.slice(0, depth - 1).join('/');
    const prefix = dir === '' ? '' : `${dir}/`;
    if (names.has(`${prefix}${WHITEOUT}${parts[depth - 1]}`)) return `/${prefix}${parts[depth - 1]}`;
    if (names.has(`${prefix}${OPAQUE}`)) return `/${dir}`;
    const entry = depth < parts.length && entries.find((one) => one.path === `${prefix}${parts[depth - 1]}`);
    if (entry && entry.kind !== 'dir') return `/${entry.path}`;
  }
  return undefined;
}

const same = (a: Inode, b: Inode): boolean => a.mode === b.mode && a.uid === b.uid && a.gid === b.gid;

type File = Extract<Inode, { kind: 'file' }>;
/** Bytes above which two bodies are not compared. */
const MOST_COMPARED = 64 * 1024 * 1024;
const sameBytes = (a: File, b: File): boolean =>
  a.body === b.body || (a.body.size === b.body.size && a.body.size <= MOST_COMPARED && a.body.digest() === b.body.digest());

function stateOf(inode: Inode): PathState {
  const { mode, uid, gid } = inode;
  return {
    kind: kindOf(inode.kind),
    mode,
    uid,
    gid,
    ...(inode.kind === 'file' ? { size: inode.body.size } : {}),
    ...(inode.kind === 'symlink' ? { target: inode.target } : {}),
  };
}

function placeOf({ snapshot, createdBy }: StackLayer, position: number): Partial<PathStep> {
  return snapshot === undefined ? {} : { diffID: snapshot.layer.diffID, chainID: snapshot.chainID, position, createdBy };
}
