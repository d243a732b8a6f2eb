import type { LineRange, Span } from '../span.ts';
import type { MountOptions } from './run-mount.ts';

/** What every instruction has. */
export interface Origin {
  /** The instruction's name as written. */
  readonly name: string;
  /** The whole instruction on one line, without here-document bodies and outer blanks. */
  readonly source: string;
  readonly lines: LineRange;
  readonly span: Span;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Whether it was written `key value`, without an equals sign. */
  readonly legacy: boolean;
}

export interface ArgDeclaration {
  readonly key: string;
  /** Absent for `ARG name`; '' for `ARG name=`. */
  readonly value?: string;
  /** The comment above that begins with the name, without the name. */
  readonly comment: string;
}

/** A here-document given as a source of ADD or COPY. */
export interface InlineSource {
  readonly path: string;
  /** Tabs that `<<-` drops are already gone. */
  readonly data: string;
  readonly expand: boolean;
}

export interface SourcesAndDestination {
  readonly sources: readonly string[];
  readonly inline: readonly InlineSource[];
  readonly destination: string;
}

/** A here-document of RUN, tabs and all. */
export interface InlineFile {
  readonly name: string;
  readonly data: string;
  readonly chomp: boolean;
}

export interface CommandLine {
  /** Exec form: the arguments. Shell form: the command as one string, or nothing at all. */
  readonly command: readonly string[];
  readonly shellForm: boolean;
  readonly files: readonly InlineFile[];
}

/** Durations in nanoseconds; 0 stands for "not set" throughout. */
export interface HealthCheck {
  /** ["NONE"], ["CMD", …] or ["CMD-SHELL", command]. */
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

export interface RunDevice {
  readonly name: string;
  readonly required: boolean;
}

export interface AddInstruction extends Origin, SourcesAndDestination {
  readonly kind: 'ADD';
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly excludes: readonly string[];
  readonly checksum: string;
  /** Absent when the flag was not given. */
  readonly keepGitDir?: boolean;
  readonly unpack?: boolean;
}

export interface ArgInstruction extends Origin {
  readonly kind: 'ARG';
  readonly args: readonly ArgDeclaration[];
}

export interface CmdInstruction extends Origin, CommandLine {
  readonly kind: 'CMD';
}

export interface CopyInstruction extends Origin, SourcesAndDestination {
  readonly kind: 'COPY';
  readonly from: string;
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly parents: boolean;
  readonly excludes: readonly string[];
}

export interface EntrypointInstruction extends Origin, CommandLine {
  readonly kind: 'ENTRYPOINT';
}

export interface EnvInstruction extends Origin {
  readonly kind: 'ENV';
  readonly pairs: readonly KeyValue[];
}

export interface ExposeInstruction extends Origin {
  readonly kind: 'EXPOSE';
  /** Sorted, neither expanded nor checked. */
  readonly ports: readonly string[];
}

export interface FromInstruction extends Origin {
  readonly kind: 'FROM';
  readonly base: string;
  /** '' when the stage has no name; always lower case. */
  readonly stage: string;
  /** The name as written, '' when there is none. */
  readonly stageAsWritten: string;
  /** The word between image and name, as written. */
  readonly asKeyword: string;
  readonly platform: string;
  /** The comment above that begins with the stage's name, without the name. */
  readonly comment: string;
}

export interface HealthcheckInstruction extends Origin {
  readonly kind: 'HEALTHCHECK';
  readonly health: HealthCheck;
}

export interface LabelInstruction extends Origin {
  readonly kind: 'LABEL';
  readonly pairs: readonly KeyValue[];
}

export interface MaintainerInstruction extends Origin {
  readonly kind: 'MAINTAINER';
  readonly maintainer: string;
}

export interface OnbuildInstruction extends Origin {
  readonly kind: 'ONBUILD';
  /** The trigger as it is stored in the image, here-documents included. */
  readonly expression: string;
}

export interface RunInstruction extends Origin, CommandLine {
  readonly kind: 'RUN';
  /** The names of the flags given, each once. */
  readonly flags: readonly string[];
  /** The values of `--mount`; `parseMount` reads one once variables are known. */
  readonly mounts: readonly MountOptions[];
  readonly network: 'default' | 'none' | 'host';
  readonly security: 'sandbox' | 'insecure';
  readonly devices: readonly RunDevice[];
}

export interface ShellInstruction extends Origin {
  readonly kind: 'SHELL';
  readonly shell: readonly string[];
}

export interface StopsignalInstruction extends Origin {
  readonly kind: 'STOPSIGNAL';
  readonly signal: string;
}

export interface UserInstruction extends Origin {
  readonly kind: 'USER';
  readonly user: string;
}

export interface VolumeInstruction extends Origin {
  readonly kind: 'VOLUME';
  readonly volumes: readonly string[];
}

export interface WorkdirInstruction extends Origin {
  readonly kind: 'WORKDIR';
  readonly path: string;
}

/** Everything that can stand in a stage, or be the trigger of an ONBUILD. */
export type StageInstruction =
  | AddInstruction
  | ArgInstruction
  | CmdInstruction
  | CopyInstruction
  | EntrypointInstruction
  | EnvInstruction
  | ExposeInstruction
  | HealthcheckInstruction
  | LabelInstruction
  | MaintainerInstruction
  | OnbuildInstruction
  | RunInstruction
  | ShellInstruction
  | StopsignalInstruction
  | UserInstruction
  | VolumeInstruction
  | WorkdirInstruction;

export type Instruction = StageInstruction | FromInstruction;

/** One FROM and what follows until the next. */
export interface Stage {
  readonly from: FromInstruction;
  readonly instructions: readonly StageInstruction[];
}
