import type { DiffID, Digest, ImageID } from '../../digest/index.ts';
import type { RemoteManifest, RequestTrace } from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';

/** Why a blob moved or did not. */
export type BlobReason =
  /** The registry said with HEAD that the repository has it. */
  | 'found'
  /** Another repository of the same registry had it. */
  | 'mounted'
  /** This engine has never seen it in that registry, so it did not ask. */
  | 'new'
  /** The registry was asked, and does not have it. */
  | 'missing'
  /** The same layer on the same layers is here, and known by this digest. */
  | 'here'
  /** No such layer is here. */
  | 'absent'
  /** The layer is here, but on other layers, or its blob is not known by this digest. */
  | 'elsewhere'
  /** The image of this config is here, so nothing of it is fetched. */
  | 'image-here'
  /** Nothing was done about it before the transfer ended. */
  | 'not-reached'
  | 'refused';

export type BlobState = 'waiting' | 'moving' | 'moved' | 'exists' | 'mounted' | 'failed';

/** One blob of a transfer. `size` is that of the blob as it travels, `unpacked` that of the layer's files. */
export interface BlobTrace {
  readonly digest: Digest;
  readonly kind: 'index' | 'manifest' | 'config' | 'layer' | 'attestation';
  readonly size: number;
  readonly diffID?: DiffID;
  readonly unpacked?: number;
  readonly state: BlobState;
  readonly reason?: BlobReason;
  /** The repository that it was mounted from. */
  readonly from?: string;
}

/** A row of the index that a pull went through. */
export interface IndexRow {
  readonly digest: Digest;
  readonly size: number;
  /** As `--platform` takes it; `unknown/unknown` for attestations. */
  readonly platform: string;
  /** The manifest that an attestation is about. */
  readonly about?: string;
  readonly chosen: boolean;
}

export interface IndexTrace {
  readonly digest: Digest;
  readonly rows: readonly IndexRow[];
  /** What was wanted, and whether the command said so. */
  readonly wanted: string;
  readonly asked: boolean;
}

/** A push or pull of one reference, blobs in the order of the manifest. A value: what happens next makes another one. */
export interface Transfer {
  /** 1 for an engine's first. */
  readonly number: number;
  readonly kind: 'push' | 'pull';
  readonly domain: string;
  readonly path: string;
  /** Tag, or digest, that was asked for. */
  readonly reference: string;
  readonly began: number;
  readonly ended?: number;
  /** What the command prints, when it failed. */
  readonly failure?: string;
  /** Digest of the manifest or index that the reference names. */
  readonly target?: Digest;
  /** The image here, when there is one in the end. */
  readonly image?: ImageID;
  /** What the reference pointed at here before, when that was another image. */
  readonly replaced?: ImageID;
  readonly index?: IndexTrace;
  readonly blobs: readonly BlobTrace[];
  readonly requests: readonly RequestTrace[];
  /** Requests that were made after those that are kept. */
  readonly more: number;
}

/** Transfers that are remembered, and requests of each. */
const TRANSFERS = 12;
const REQUESTS = 240;
/** Manifests that are remembered. */
const MANIFESTS = 128;

/** A transfer that goes on. Everything that is told ends up in the log at once. */
export class Recorder {
  readonly #log: TransferLog;
  readonly #now: () => number;
  readonly number: number;
  constructor(log: TransferLog, number: number, now: () => number) {
    this.#log = log;
    this.number = number;
    this.#now = now;
  }

  /** Facts about the transfer as a whole. */
  set(part: Partial<Omit<Transfer, 'number' | 'blobs' | 'requests'>>): void {
    this.#log.change(this.number, (was) => ({ ...was, ...part }));
  }

  /** The blobs there are, in order; those that are known already keep what happened to them. */
  plan(blobs: readonly BlobTrace[]): void {
    this.#log.change(this.number, (was) => {
      const old = new Map(was.blobs.map((blob) => [blob.digest, blob]));
      return { ...was, blobs: blobs.map((blob) => ({ ...blob, ...old.get(blob.digest) })) };
    });
  }

  /** Puts a blob before the others. */
  top(blob: BlobTrace): void {
    this.#log.change(this.number, (was) => ({ ...was, blobs: [blob, ...was.blobs.filter(({ digest }) => digest !== blob.digest)] }));
  }

  /** What happens to a blob. A layer that has no digest yet stands under its diffID. */
  blob(digest: string, part: Partial<BlobTrace>): void {
    this.#log.change(this.number, (was) => ({
      ...was,
      blobs: was.blobs.map((blob) => (blob.digest === digest || blob.diffID === digest ? { ...blob, ...part } : blob)),
    }));
  }

  request = (request: RequestTrace): void => {
    this.#log.change(this.number, (was) =>
      was.requests.length < REQUESTS ? { ...was, requests: [...was.requests, request] } : { ...was, more: was.more + 1 },
    );
  };

  end(failure?: string): void {
    this.#log.change(this.number, (was) => ({
      ...was,
      ended: this.#now(),
      ...(failure === undefined ? {} : { failure }),
      blobs: was.blobs.map(
        (blob): BlobTrace =>
          blob.state === 'moving' || (blob.state === 'waiting' && failure !== undefined)
            ? {
                ...blob,
                state: blob.state === 'moving' ? 'failed' : 'waiting',
                reason: blob.state === 'moving' ? 'refused' : 'not-reached',
              }
            : blob,
      ),
    }));
  }
}

/** The last pushes and pulls of an engine, oldest first. Beside its state: it is neither saved nor printed. */
export class TransferLog {
  #transfers: readonly Transfer[] = [];
  #number = 0;
  /** Manifests that were fetched, with the image that each led to. */
  readonly fetched = new Map<Digest, { readonly mediaType: string; readonly text: string; readonly image: ImageID }>();

  get transfers(): readonly Transfer[] {
    return this.#transfers;
  }

  begin(what: Pick<Transfer, 'kind' | 'domain' | 'path' | 'reference'>, now: () => number): Recorder {
    const number = ++this.#number;
    const made: Transfer = { number, ...what, began: now(), blobs: [], requests: [], more: 0 };
    this.#transfers = [...this.#transfers, made].slice(-TRANSFERS);
    return new Recorder(this, number, now);
  }

  /** Remembers a manifest that led to an image here. */
  keep({ digest, mediaType, text }: RemoteManifest, image: ImageID): void {
    this.fetched.delete(digest);
    this.fetched.set(digest, { mediaType, text, image });
    if (this.fetched.size > MANIFESTS) this.fetched.delete([...this.fetched.keys()][0]!);
  }

  change(number: number, act: (was: Transfer) => Transfer): void {
    this.#transfers = this.#transfers.map((one) => (one.number === number ? act(one) : one));
  }
}

const logs = new WeakMap<Daemon, TransferLog>();

/** The log of an engine's transfers. */
export function transfersOf(daemon: Daemon): TransferLog {
  let log = logs.get(daemon);
  if (log === undefined) logs.set(daemon, (log = new TransferLog()));
  return log;
}
