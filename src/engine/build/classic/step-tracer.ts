import type { Daemon } from '../../daemon/index.ts';
import type { StageInstruction } from '../../dockerfile/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type Image, imageTree, mustGet, stackOf } from '../../store/index.ts';
import { Tree } from '../../tree/index.ts';
import { copyDraft, runConfigOf, shellOf } from '../draft.ts';
import { contentLine } from '../files/content-digest.ts';
import { type BuildTracer, classicCause, type LayerTrace } from '../trace/index.ts';
import type { ClassicEvent } from './event.ts';
import type { CopySource } from './sources.ts';
import type { StageState } from './stage.ts';

type Step = NonNullable<ReturnType<BuildTracer['step']>>;

/** Most files of one COPY that are remembered. */
const REMEMBERED = 2000;

/** Tells a tracer what the classic builder does with each instruction: the builder works on one at a time. */
export class StepTracer {
  readonly #daemon: Daemon;
  readonly #tracer: BuildTracer | undefined;
  #step: Step | undefined;
  #sources: ReadonlyMap<string, string> = new Map();
  #layers = 0;
  #stage = 0;

  constructor(daemon: Daemon, tracer: BuildTracer | undefined) {
    this.#daemon = daemon;
    this.#tracer = tracer;
  }

  /** A stage begins; triggers of its base come before the base itself is told. */
  stage(index: number): void {
    this.#stage = index;
    this.#layers = 0;
  }

  skipped(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const stage = this.#tracer?.stage(index);
      if (stage !== undefined) stage.skipped = true;
    }
  }

  /** FROM is done: the stage stands on `base`. */
  based(state: StageState, base: Image | undefined, number: number, total: number): void {
    const from = this.#tracer?.stage(this.#stage)?.steps[0];
    if (from === undefined) return;
    this.#layers = base?.config.rootfs.diff_ids?.length ?? 0;
    Object.assign(from, { state: 'base', place: { number, total }, after: this.#after(state) });
    if (base !== undefined) Object.assign(from, { image: base.id, ground: this.#ground(base) });
  }

  enter(instruction: StageInstruction, onBuild: boolean, place?: { readonly number: number; readonly total: number }): void {
    this.#step = this.#tracer?.step(this.#stage, instruction, onBuild);
    this.#sources = new Map();
    if (this.#step === undefined) return;
    this.#tracer?.link(this.#step, this.#step);
    if (place !== undefined) this.#step.place = place;
    this.#tracer?.began(this.#step, undefined, this.#daemon.now());
  }

  /** What a COPY or ADD takes, before the cache is asked. */
  takes(sources: readonly CopySource[]): void {
    if (this.#step === undefined) return;
    const taken = new Map<string, string>();
    for (const { tree, path, inode, asked } of sources) {
      if (inode.kind !== 'dir') taken.set(asked, contentLine(inode));
      else
        for (const [below, entry] of tree.walk(inode.ino, path === '/' ? '' : path))
          if (entry.kind !== 'dir' && taken.size < REMEMBERED) taken.set(below.slice(1), contentLine(entry));
    }
    this.#sources = taken;
    this.#step.sources = taken;
  }

  heard(event: ClassicEvent, env: readonly string[]): void {
    const step = this.#step;
    if (step === undefined) return;
    if (event.type === 'cached') step.state = 'cached';
    else if (event.type === 'running' || event.type === 'copying')
      step.because = classicCause(event.because, this.#daemon.state.builds ?? [], { text: step.text, sources: this.#sources, env });
    else if (event.type === 'output') this.#tracer?.log(step, event.stream, event.bytes, this.#daemon.now());
  }

  /** The instruction is done. */
  leave(state: StageState): void {
    const step = this.#step;
    if (step === undefined) return;
    if (step.state !== 'cached') this.#tracer?.ended(step, 'ran', this.#daemon.now());
    step.after = this.#after(state);
    if (state.image !== '') {
      step.image = state.image;
      const layers = this.#ground(this.#image(state.image));
      if (layers.length > this.#layers) Object.assign(step, { layer: layers.at(-1) });
      this.#layers = layers.length;
    }
    this.#step = undefined;
  }

  failed(error: unknown): void {
    const step = this.#step;
    if (step === undefined) return;
    this.#tracer?.ended(step, 'failed', this.#daemon.now());
    if (error instanceof DockerError) step.error = error.message;
  }

  #image(id: string): Image {
    return mustGet(this.#daemon.state.images.images, id as Image['id']);
  }

  #ground(image: Image): LayerTrace[] {
    const { snapshots } = this.#daemon.state.images;
    return stackOf(image).flatMap((chainID) => {
      const layer = snapshots.get(chainID)?.layer;
      return layer === undefined ? [] : [{ diffID: layer.diffID, chainID, size: layer.size }];
    });
  }

  #after(state: StageState): Step['after'] & object {
    const { images } = this.#daemon.state;
    const { draft } = state;
    const set = new Map(state.args.besides(draft.env).map((item) => [item.split('=', 1)[0]!, item]));
    for (const item of draft.env) set.set(item.split('=', 1)[0]!, item);
    return {
      tree: state.image === '' ? Tree.empty(this.#daemon.now()) : imageTree(images, this.#image(state.image)),
      config: runConfigOf(copyDraft(draft)),
      env: [...set.values()],
      workdir: draft.workingDir || '/',
      user: draft.user,
      shell: [...shellOf(draft)],
    };
  }
}
