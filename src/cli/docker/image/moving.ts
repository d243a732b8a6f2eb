import type { TransferEvent } from '../../../engine/daemon/image/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { columnsOf, progressBar } from './progress-bar.ts';

/** Layers that are fetched at a time (moby daemon/config, max-concurrent-downloads). */
const AT_ONCE = 3;
/** Seconds between two states of a bar, as the engine sends them. */
const BEAT = 0.1;
/** Bytes a second on the wire and onto the disk; what is large goes faster, so that nobody waits much longer than these seconds. */
const WIRE = { speed: 12e6, patience: 4 };
const DISK = { speed: 90e6, patience: 2 };

interface Moving {
  readonly id: string;
  readonly size: number;
  moved: number;
  told: boolean;
}

/** No two connections are equally fast: what a layer gets of the line, by its digest. */
const weight = (id: string): number => 1 + Number.parseInt(id.slice(0, 2), 16) / 255;

/**
 * Layers on their way, drawn on a terminal: bars that move while virtual time passes. Where nobody watches there are no bars and no time.
 * The engine's own events say what moves and in which order; this shows what lies between them. Source: moby distribution/xfer, pkg/progress.
 */
export class MovingLayers {
  readonly #context: Context;
  readonly #fd: number;
  readonly #show: (event: TransferEvent) => Step<void>;
  readonly #layers: Moving[] = [];

  constructor(context: Context, fd: number, show: (event: TransferEvent) => Step<void>) {
    this.#context = context;
    this.#fd = fd;
    this.#show = show;
  }

  /** Shows an event, with all that is seen before it. */
  *take(event: TransferEvent): Step<void> {
    const { id, status, size } = event;
    const layer = this.#layers.find((one) => one.id === id);
    if (status === 'Pulling fs layer' && id !== undefined && size !== undefined) {
      this.#layers.push({ id, size, moved: 0, told: false });
      yield* this.#show(event);
    } else if (status === 'Verifying Checksum' && layer !== undefined) yield* this.#until(layer);
    else if (status === 'Download complete' && layer !== undefined) {
      if (!layer.told) {
        yield* this.#until(layer);
        yield* this.#show(event);
      }
    } else if (status === 'Pull complete' && layer !== undefined) {
      yield* this.#alone(layer.id, 'Extracting', layer.size, DISK);
      yield* this.#show(event);
    } else if (status === 'Pushed' && id !== undefined && size !== undefined) {
      yield* this.#alone(id, 'Pushing', size, WIRE);
      yield* this.#show(event);
    } else yield* this.#show(event);
  }

  /** Lets the first few layers that are not here yet come nearer, until this one is here. */
  *#until(wanted: Moving): Step<void> {
    const all = this.#layers.reduce((sum, { size }) => sum + size, 0);
    const speed = Math.max(WIRE.speed, all / WIRE.patience);
    while (!wanted.told) {
      const coming = this.#layers.filter(({ told }) => !told).slice(0, AT_ONCE);
      let bytes = speed * BEAT;
      let weights = coming.reduce((sum, { id }) => sum + weight(id), 0);
      for (const layer of coming) {
        const share = Math.min(layer.size - layer.moved, (bytes * weight(layer.id)) / weights);
        layer.moved += Math.ceil(share);
        bytes -= share;
        weights -= weight(layer.id);
        yield* this.#bar(layer.id, 'Downloading', Math.min(layer.moved, layer.size), layer.size);
        if (layer.moved >= layer.size) yield* this.#arrived(layer);
      }
      if (!wanted.told) yield* this.#context.process.sleep(BEAT);
    }
  }

  *#arrived(layer: Moving): Step<void> {
    layer.told = true;
    for (const status of ['Verifying Checksum', 'Download complete']) yield* this.#show({ id: layer.id, status, progress: true });
  }

  *#alone(id: string, status: string, size: number, { speed, patience }: typeof WIRE): Step<void> {
    const all = this.#layers.reduce((sum, one) => sum + one.size, size);
    const step = Math.max(speed, all / patience) * BEAT;
    for (let done = Math.min(step, size); ; done = Math.min(size, done + step)) {
      yield* this.#bar(id, status, Math.ceil(done), size);
      if (done >= size) return;
      yield* this.#context.process.sleep(BEAT);
    }
  }

  #bar(id: string, status: string, current: number, total: number): Step<void> {
    return this.#show({ id, status, bar: progressBar(current, total, columnsOf(this.#context, this.#fd)), progress: true });
  }
}
