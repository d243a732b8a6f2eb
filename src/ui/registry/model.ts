// A transfer as the Registry picture draws it: two sides, one row a blob, what crossed and why. Pure: plain data in, plain data out, no words.
import { type Paint, paint } from '../picture/index.ts';
import type { BlobReason, MachineView, TransferBlob, TransferView } from '../session/view/index.ts';
import { type IndexModel, indexModel } from './platforms.ts';
import { type RequestRow, requestRows } from './requests.ts';

/** What the gap shows for a row. `to`: the blob crossed in the transfer's direction. */
export type Mark = 'to' | 'exists' | 'mounted' | 'moving' | 'failed' | 'none';

export interface Row {
  /** Digest of the blob; a layer that was never compressed stands under its diffID. */
  readonly key: string;
  readonly kind: TransferBlob['kind'];
  /** Layers have a paint, by their diffID; so the same layer looks the same on both sides and in every picture. */
  readonly paint: Paint | undefined;
  /** Four hex digits of what it is known by here: diffID of a layer, digest of everything else. */
  readonly code: string;
  readonly diffID: string | undefined;
  /** What the registry knows it by; undefined while nobody has compressed it. */
  readonly digest: string | undefined;
  /** Bytes as it travels, and of the layer's files. */
  readonly size: number | undefined;
  readonly unpacked: number | undefined;
  readonly mark: Mark;
  readonly reason: BlobReason | undefined;
  readonly from: string | undefined;
  /** Whether each side has it before and after; a graph driver keeps no manifests, so `here` is undefined for them. */
  readonly here: { readonly before: boolean; readonly after: boolean } | undefined;
  readonly there: { readonly before: boolean; readonly after: boolean };
  /** When its turn is in a replay: 0 for the first. */
  readonly step: number;
  /** Numbers of its requests. */
  readonly requests: readonly number[];
}

export interface Flag {
  readonly name: string;
  /** Key of the row it hangs at. */
  readonly at: string;
  /** The transfer set it: it slides there when that row's turn comes. */
  readonly moved: boolean;
}

/** Where a moved tag stood before. */
export interface Was {
  readonly tag: string;
  readonly digest: string;
}

export interface Sum {
  readonly count: number;
  readonly bytes: number;
}

export interface RegistryModel {
  readonly kind: 'push' | 'pull';
  readonly phase: 'done' | 'going' | 'failed' | 'forecast';
  /** As it was typed, less the default registry and library. */
  readonly name: string;
  readonly host: string;
  readonly path: string;
  readonly machine: string;
  /** The whole name of what the registry's side has in the end. */
  readonly target: string | undefined;
  readonly failure: { readonly text: string; readonly kind: 'denied' | 'nobody' | 'unknown' | 'limit' | 'other' } | undefined;
  readonly rows: readonly Row[];
  readonly steps: number;
  readonly flags: { readonly here: readonly Flag[]; readonly there: readonly Flag[] };
  readonly was: { readonly here: Was | undefined; readonly there: Was | undefined };
  readonly index: IndexModel | undefined;
  readonly requests: readonly RequestRow[];
  readonly more: number;
  readonly sums: { readonly moved: Sum; readonly exists: Sum; readonly mounted: Sum };
  /** The engine keeps manifests and compressed blobs. */
  readonly keepsBlobs: boolean;
}

export interface Context {
  readonly machine: MachineView;
  /** Tags of the repository in the registry, by tag, as they are now. */
  readonly tags?: ReadonlyMap<string, string>;
  /** What the transfer's tag named in the registry before. */
  readonly before?: string;
  readonly forecast?: boolean;
}

export function registryModel(transfer: TransferView, { machine, tags = new Map(), before, forecast = false }: Context): RegistryModel {
  const { kind, blobs, domain, path } = transfer;
  const keepsBlobs = machine.profile === 'containerd';
  const requests = requestRows(transfer);
  const order = turns(blobs, requests);
  const rows = blobs
    .map((blob, at) => rowOf(blob, transfer, keepsBlobs, order[at] ?? 0, requests))
    .map((row) => (before !== undefined && row.digest === before ? { ...row, there: { before: true, after: true } } : row));
  const tag = transfer.reference.startsWith('sha256:') ? undefined : transfer.reference;
  const target = transfer.target;
  const topKey = rows.find(({ digest }) => digest === target)?.key ?? rows[0]?.key;
  const { image } = transfer;
  const hereKey = keepsBlobs ? topKey : rows.find((row) => row.kind === 'config')?.key;
  const local = image === undefined ? [] : (machine.images.find(({ id }) => id === image)?.tags ?? []);
  const moved = familiar(transfer);
  const done = transfer.failure === undefined && transfer.ended !== undefined;
  const there = new Map([...tags].filter(([, digest]) => digest === target));
  if (tag !== undefined && target !== undefined && (done || kind === 'pull')) there.set(tag, target);
  return {
    kind,
    phase: forecast ? 'forecast' : transfer.failure !== undefined ? 'failed' : transfer.ended === undefined ? 'going' : 'done',
    name: moved,
    host: domain,
    path,
    machine: machine.name,
    target,
    failure: failureOf(transfer),
    rows,
    steps: rows.length,
    flags: {
      here:
        hereKey === undefined
          ? []
          : local.slice(0, 6).map((name) => ({ name, at: hereKey, moved: kind === 'pull' && name === moved && done })),
      there:
        topKey === undefined
          ? []
          : [...there.keys()]
              .slice(0, 6)
              .map((name) => ({ name, at: topKey, moved: kind === 'push' && name === tag && before !== target })),
    },
    was: {
      here: kind === 'pull' && transfer.replaced !== undefined && tag !== undefined ? { tag: moved, digest: transfer.replaced } : undefined,
      there:
        kind === 'push' && tag !== undefined && before !== undefined && target !== undefined && before !== target
          ? { tag, digest: before }
          : undefined,
    },
    index: transfer.index && indexModel(transfer.index),
    requests,
    more: transfer.more,
    sums: { moved: sum(rows, 'to'), exists: sum(rows, 'exists'), mounted: sum(rows, 'mounted') },
    keepsBlobs,
  };
}

function rowOf(blob: TransferBlob, transfer: TransferView, keepsBlobs: boolean, step: number, requests: readonly RequestRow[]): Row {
  const { digest, kind, diffID, state, reason, from, unpacked } = blob;
  const push = transfer.kind === 'push';
  const crossed = state === 'moved' || state === 'mounted' || state === 'exists';
  const known = kind !== 'layer' || digest !== diffID || blob.size > 0;
  const here = push ? { before: true, after: true } : { before: state === 'exists', after: crossed };
  const document = kind === 'manifest' || kind === 'index';
  return {
    key: digest,
    kind,
    paint: kind === 'layer' ? paint(diffID ?? digest) : undefined,
    code: (diffID ?? digest).slice(7, 11),
    diffID,
    digest: known ? digest : undefined,
    size: known ? blob.size : undefined,
    unpacked,
    mark: markOf(state),
    reason,
    from,
    here: document && !keepsBlobs ? undefined : here,
    there: push ? { before: state === 'exists', after: crossed } : { before: true, after: true },
    step,
    requests: requests.filter((request) => request.about === digest).map(({ n }) => n),
  };
}

const markOf = (state: TransferBlob['state']): Mark => (state === 'moved' ? 'to' : state === 'waiting' ? 'none' : state);

/** The order in which blobs had their turn: that of their first requests; those without one keep their place. */
function turns(blobs: readonly TransferBlob[], requests: readonly RequestRow[]): number[] {
  const first = blobs.map(({ digest }, at) => {
    const n = requests.find((request) => request.about === digest)?.n;
    return { at, n: n ?? 1000 + at };
  });
  const sorted = [...first].sort((a, b) => a.n - b.n || a.at - b.at);
  const out: number[] = [];
  for (const [turn, { at }] of sorted.entries()) out[at] = turn;
  return out;
}

function sum(rows: readonly Row[], mark: Mark): Sum {
  const chosen = rows.filter((row) => row.mark === mark);
  return { count: chosen.length, bytes: chosen.reduce((all, { size }) => all + (size ?? 0), 0) };
}

function failureOf({ failure, requests }: TransferView): RegistryModel['failure'] {
  if (failure === undefined) return undefined;
  const status = requests.at(-1)?.status;
  const kind =
    status === 0 ? 'nobody' : status === 401 || status === 403 ? 'denied' : status === 429 ? 'limit' : status === 404 ? 'unknown' : 'other';
  return { text: failure, kind };
}

/** A reference as people write it. */
export function familiar({ domain, path, reference }: Pick<TransferView, 'domain' | 'path' | 'reference'>): string {
  const name = domain === 'docker.io' ? path.replace(/^library\//, '') : `${domain}/${path}`;
  return `${name}${reference.startsWith('sha256:') ? '@' : ':'}${reference}`;
}

/** Rows to draw one by one, and runs of blobs that were there already, which fold when there are many. */
export type Item = { readonly row: Row } | { readonly fold: readonly Row[]; readonly bytes: number; readonly key: string };

const FULL = 12;

export function folded(rows: readonly Row[], open: ReadonlySet<string>): Item[] {
  if (rows.length <= FULL) return rows.map((row) => ({ row }));
  const out: Item[] = [];
  let run: Row[] = [];
  const flush = (): void => {
    const key = run[0]?.key;
    if (key !== undefined && run.length > 2 && !open.has(key))
      out.push({ fold: run, bytes: run.reduce((all, { size }) => all + (size ?? 0), 0), key });
    else out.push(...run.map((row) => ({ row })));
    run = [];
  };
  for (const row of rows) {
    if (row.mark === 'exists' && row.kind === 'layer') {
      run.push(row);
      continue;
    }
    flush();
    out.push({ row });
  }
  flush();
  return out;
}

/** Whether a side has a row's blob after so many steps of a replay. */
export const present = (side: { readonly before: boolean; readonly after: boolean }, row: Row, at: number): boolean =>
  at > row.step ? side.after : side.before;
