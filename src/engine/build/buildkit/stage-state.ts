import { rfc3339 } from '../../daemon/index.ts';
import type { LineRange, StageInstruction } from '../../dockerfile/index.ts';
import type { History } from '../../image/index.ts';
import { formatPlatform, linuxAmd64, normalizePlatform, type Platform, parsePlatform } from '../../platform/index.ts';
import { copyDraft, type Draft, emptyDraft } from '../draft.ts';
import type { Vertex } from './vertex.ts';
import { SCRATCH } from './vertex.ts';

/** An instruction with the stages that its `--from` and mounts take files from, one for each mount. */
export interface LinkedInstruction {
  readonly instruction: StageInstruction;
  readonly sources: readonly (StageState | undefined)[];
  readonly onBuild: boolean;
}

/** A stage while its graph is made. An image that `--from` names is a stage without instructions. Source: buildkit dockerfile2llb dispatchState. */
export class StageState {
  readonly name: string;
  /** How progress calls it; empty when the stage is alone. */
  label: string;
  baseName: string;
  readonly lines: LineRange | undefined;
  readonly registered: boolean;
  base: StageState | undefined;
  /** What FROM asks for. */
  platform: Platform | undefined;
  /** What the stage is built for when nothing else is said. */
  target: Platform = linuxAmd64;
  /** Whether progress says which platform a step is for. */
  manyPlatforms = false;
  commands: LinkedInstruction[] = [];
  /** What the base image runs in stages built on it. */
  triggers: readonly string[] = [];
  readonly needs = new Set<StageState>();
  ignoreCache = false;

  vertex: Vertex = SCRATCH;
  draft: Draft = emptyDraft();
  author = '';
  history: History[] = [];
  architecture = 'amd64';
  os = 'linux';
  variant: string | undefined;
  /** Variables as words and RUN see them; the newest last. */
  readonly env = new Map<string, string>();
  workdir = '/';
  user = '';
  /** ARGs declared so far, in order; a name may come twice. */
  args: { key: string; value: string | undefined }[] = [];
  cmdSet = false;
  resolved = false;
  done = false;
  index = 0;
  total = 0;

  constructor(stage: Pick<StageState, 'name' | 'label' | 'baseName' | 'lines' | 'registered'>) {
    this.name = stage.name;
    this.label = stage.label;
    this.baseName = stage.baseName;
    this.lines = stage.lines;
    this.registered = stage.registered;
  }

  /** Takes over everything of the stage it is built on, but its triggers. */
  start(): void {
    const { base } = this;
    if (base === undefined) return;
    this.vertex = base.vertex;
    this.draft = copyDraft(base.draft, { onBuild: undefined });
    this.author = base.author;
    this.history = [...base.history];
    this.architecture = base.architecture;
    this.os = base.os;
    this.variant = base.variant;
    for (const [name, value] of base.env) this.setVariable(name, value);
    this.workdir = base.workdir;
    this.user = base.user;
    this.args.push(...base.args);
  }

  setVariable(name: string, value: string): void {
    this.env.delete(name);
    this.env.set(name, value);
  }

  /** `[stage 2/5] ` in front of a step; nothing for a stage without steps. Counts up. */
  progress(text: string, onBuild = false): string {
    if (this.total === 0) return text;
    this.index++;
    const width = Math.floor(1 + Math.log10(this.total));
    const place = `${String(this.index).padStart(width)}/${this.total}`;
    const platform = this.manyPlatforms ? `${this.#shownPlatform()} ` : '';
    return `[${platform}${this.label === '' ? '' : `${this.label} `}${place}] ${onBuild ? 'ONBUILD ' : ''}${text}`;
  }

  /** `linux/amd64`, or `linux/amd64->arm64` in a stage that asks what it builds for. Source: dockerfile2llb formatTargetPlatform. */
  #shownPlatform(): string {
    const base = this.platform ?? this.target;
    const asked = this.env.get('TARGETPLATFORM');
    const parts = ['TARGETOS', 'TARGETARCH', 'TARGETVARIANT'].map((name) => this.env.get(name));
    const parsed = asked === undefined ? undefined : parsePlatform(asked);
    const [os = base.os, architecture = base.architecture, variant = ''] = parts;
    const known = parts.some((part) => part !== undefined) ? normalizePlatform({ os, architecture, variant, osVersion: '' }) : undefined;
    const target = parsed?.ok === true ? parsed.value : known;
    const shown = formatPlatform(base, true);
    if (target === undefined) return shown;
    if (target.os !== base.os) return `${shown}->${formatPlatform(target, true)}`;
    if (target.architecture === base.architecture) return shown;
    return `${shown}->${[target.architecture, target.variant].filter((part) => part !== '').join('/')}`;
  }

  /** Seconds that stand for the time of every step, when the build was given SOURCE_DATE_EPOCH. */
  epoch: number | undefined;

  addHistory(created_by: string, layer: boolean, step: boolean): void {
    this.history.push({
      created_by: step ? `${created_by} # buildkit` : created_by,
      comment: 'buildkit.dockerfile.v0',
      ...(this.epoch === undefined ? {} : { created: rfc3339(this.epoch) }),
      ...(layer ? {} : { empty_layer: true }),
    });
  }
}
