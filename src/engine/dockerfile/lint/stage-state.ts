import { toLower } from '../../go/case.ts';
import { joinPath } from '../../go/path.ts';
import type { StageInstruction } from '../instructions/index.ts';
import type { LineRange } from '../span.ts';
import type { Platform } from '../values/index.ts';
import type { BaseImage } from './base-image.ts';
import { setNewest } from './global-args.ts';
import { LastUse } from './rules/multiple-instructions-disallowed.ts';

/** An instruction with the stages its `--from` and mounts take files from. */
export interface LinkedInstruction {
  readonly instruction: StageInstruction;
  readonly sources: readonly StageState[];
}

/** What there is to know of a stage while its instructions are gone through. An image named by `--from` is a stage without instructions. */
export class StageState {
  readonly name: string;
  /** As messages call it: its name, or `stage-2`. */
  readonly label: string;
  readonly baseName: string;
  readonly lines: LineRange | undefined;
  /** Whether it stands in the Dockerfile. */
  readonly registered: boolean;
  readonly instructions: readonly StageInstruction[];
  base: StageState | undefined;
  platform: Platform | undefined;
  image: BaseImage | undefined;
  linked: LinkedInstruction[] = [];
  readonly dependencies = new Map<StageState, LineRange>();
  done = false;

  readonly environment = new Map<string, string>();
  readonly imageEnv = new Map<string, string>();
  readonly declaredArgs = new Set<string>();
  readonly lastUse = new LastUse();
  workdir = '/';
  workdirIsSet = false;
  shellIsSet = false;
  readonly triggers: string[] = [];

  constructor(stage: Pick<StageState, 'name' | 'label' | 'baseName' | 'lines' | 'registered' | 'instructions'>) {
    this.name = stage.name;
    this.label = stage.label;
    this.baseName = stage.baseName;
    this.lines = stage.lines;
    this.registered = stage.registered;
    this.instructions = stage.instructions;
  }

  /** Takes over what the base stage or base image leaves. ARGs of a base stage stay visible. */
  start(): void {
    const { base } = this;
    if (base !== undefined) {
      this.platform = base.platform;
      for (const [name, value] of base.environment) setNewest(this.environment, name, value);
      for (const [name, value] of base.imageEnv) this.imageEnv.set(name, value);
      for (const name of base.declaredArgs) this.declaredArgs.add(name);
      this.workdir = base.workdir;
      this.workdirIsSet = base.workdirIsSet;
      this.shellIsSet = base.shellIsSet;
    } else if (this.image !== undefined) {
      for (const line of this.image.env) {
        const equals = line.indexOf('=');
        this.imageEnv.set(equals < 0 ? line : line.slice(0, equals), equals < 0 ? '' : line.slice(equals + 1));
      }
      this.shellIsSet = this.image.shell.length > 0;
      this.workdir = joinPath('/', this.image.workingDir);
    }
    if (!this.imageEnv.has('PATH') && this.platform?.os !== 'windows') {
      this.imageEnv.set('PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
    }
    for (const [name, value] of this.imageEnv) setNewest(this.environment, name, value);
  }
}

/** All stages in order, those named by `--from` last. */
export class StageList {
  readonly all: StageState[] = [];
  private readonly byName = new Map<string, StageState>();

  /** A stage is the base of those behind it that name it exactly, in lower case. */
  add(state: StageState): void {
    this.all.push(state);
    state.base = this.byName.get(state.baseName);
    if (state.name !== '') this.byName.set(toLower(state.name), state);
  }

  find(name: string): StageState | undefined {
    return this.byName.get(toLower(name));
  }

  labels(): string[] {
    return this.all.map(({ label }) => label).filter((label) => label !== '');
  }
}
