import type { Digest } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import { DEFAULT_DOMAIN, type Reference, withDefaultTag } from '../../reference/index.ts';
import { observed, type Push, type RemoteRegistry, type RequestTrace } from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';
import { connect, reach } from './transfer.ts';
import { type BlobTrace, type Recorder, type Transfer, type TransferLog, transfersOf } from './transfer-log.ts';

/** Pushes that the engine's state remembers. */
const PUSHES = 24;

/** Where Docker Hub sends its clients for a token. */
const HUB_REALM = { url: 'https://auth.docker.io/token', service: 'registry.docker.io' };

/** The record of one command's transfers: one for each reference, made as it goes. It changes nothing of what the command does. */
export class Recording {
  readonly #daemon: Daemon;
  readonly #kind: Transfer['kind'];
  readonly #log: TransferLog;
  #recorder: Recorder;
  /** Whether the transfer that was begun with the command has not been given a tag of its own. */
  #fresh = true;

  constructor(daemon: Daemon, kind: Transfer['kind'], reference: Reference) {
    this.#daemon = daemon;
    this.#kind = kind;
    this.#log = transfersOf(daemon);
    this.#recorder = this.#begin(withDefaultTag(reference));
  }

  get log(): TransferLog {
    return this.#log;
  }

  #begin({ domain, path, tag = '', digest }: Reference): Recorder {
    return this.#log.begin({ kind: this.#kind, domain, path, reference: digest ?? tag }, () => this.#daemon.now());
  }

  /** The transfer of one reference begins; the one before has ended. */
  next(reference: Reference): void {
    if (!this.#fresh) {
      this.end();
      this.#recorder = this.#begin(reference);
    } else this.#recorder.set({ reference: reference.digest ?? reference.tag ?? '' });
    this.#fresh = false;
  }

  set(part: Parameters<Recorder['set']>[0]): void {
    this.#recorder.set(part);
  }
  plan(blobs: readonly BlobTrace[]): void {
    this.#recorder.plan(blobs);
  }
  /** Whether the last thing that was asked was answered with yes: what it is about was there. */
  get found(): boolean {
    const { requests = [] } = this.#log.transfers.find(({ number }) => number === this.#recorder.number) ?? {};
    const last = requests.at(-1);
    return last?.method === 'HEAD' && last.status === 200;
  }

  /** Puts a blob before the others: a manifest whose digest is known only when they are. */
  top(blob: BlobTrace): void {
    this.#recorder.top(blob);
  }
  blob(digest: Digest | string, part: Partial<BlobTrace>): void {
    this.#recorder.blob(digest, part);
  }
  end(failure?: string): void {
    this.#recorder.end(failure);
    if (failure === undefined && this.#kind === 'push') this.#remember();
  }

  /** A push that came to its end belongs to the state. */
  #remember(): void {
    const done = this.#log.transfers.find(({ number }) => number === this.#recorder.number);
    if (done === undefined) return;
    const { pushes = [] } = this.#daemon.state;
    const blobs = done.blobs.filter(({ kind, state }) => state === 'moved' && kind !== 'manifest' && kind !== 'index');
    const push: Push = {
      number: (pushes.at(-1)?.number ?? 0) + 1,
      domain: done.domain,
      path: done.path,
      tag: done.reference,
      blobs: blobs.map(({ digest, size }) => ({ digest, size })),
    };
    this.#daemon.update({ pushes: [...pushes.slice(1 - PUSHES), push] });
  }

  /** The way to a registry, with everything it is asked on record. Throws as `connect` does. */
  *connect(domain: string): Step<RemoteRegistry> {
    try {
      return this.#watch(yield* connect(this.#daemon, domain), domain);
    } catch (error) {
      if (error instanceof DockerError) this.#recorder.request(unanswered('/v2/', 'GET'));
      throw error;
    }
  }

  /** The same; undefined when nobody answers. */
  *reach(domain: string, path: string): Step<RemoteRegistry | undefined> {
    const remote = yield* reach(this.#daemon, domain);
    if (remote === undefined) this.#recorder.request(unanswered(path, 'HEAD'));
    return remote && this.#watch(remote, domain);
  }

  #watch(remote: RemoteRegistry, domain: string): RemoteRegistry {
    const client = this.#daemon.state.images.content === undefined ? 'moby' : 'containerd';
    const realm = domain === DEFAULT_DOMAIN ? { realm: HUB_REALM } : {};
    return observed(remote, { client, writes: this.#kind === 'push', ...realm }, (request) => this.#recorder.request(request));
  }
}

const unanswered = (path: string, method: RequestTrace['method']): RequestTrace => ({
  method,
  path,
  status: 0,
  sent: 0,
  received: 0,
  asked: [],
  answered: [],
});

/** Runs a command's transfers on record: how they ended is told, whatever ended them. */
export function* onRecord<T>(recording: Recording, act: () => Step<T>): Step<T> {
  let failure: string | undefined = 'interrupted';
  try {
    const done = yield* act();
    failure = undefined;
    return done;
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    recording.end(failure);
  }
}
