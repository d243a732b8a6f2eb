import { quote } from '../../go/quote.ts';
import type { Dockerfile } from '../dockerfile.ts';
import { DockerfileError } from '../error.ts';
import { dockerFeatures, type Features, parseInstruction } from '../instructions/index.ts';
import { withSuggestion } from '../suggest.ts';
import { linuxAmd64, type Platform } from '../values/index.ts';
import type { BaseImageLookup, ImageNameReader } from './base-image.ts';
import { resolveBases } from './bases.ts';
import { Budget } from './budget.ts';
import { stagesFrom } from './from-stages.ts';
import { applyMetaArgs, checkDefaultBases, predefinedArgs } from './global-args.ts';
import { StageWalk } from './go-through.ts';
import { depend, link, refuseCircles } from './links.ts';
import { type CheckOptions, checkOptionsOf, parseCheckOptions } from './options.ts';
import { type Diagnostic, Reporter } from './reporter.ts';
import { checkInstructionCasing } from './rules/consistent-instruction-casing.ts';
import { checkFromAsCasing } from './rules/from-as-casing.ts';
import { checkDescription } from './rules/invalid-definition-description.ts';
import { maintainerDeprecated } from './rules/maintainer-deprecated.ts';
import { checkEmptyContinuations } from './rules/no-empty-continuation.ts';
import { checkStageNames } from './rules/reserved-stage-name.ts';
import { checkStageNameCasing } from './rules/stage-name-casing.ts';
import type { Settings } from './settings.ts';

export interface LintOptions {
  readonly imageName: ImageNameReader;
  readonly buildArgs?: ReadonlyMap<string, string>;
  /** The stage that is built; without it every stage is gone through. */
  readonly target?: string;
  /** Instead of the check directive: the build argument BUILDKIT_DOCKERFILE_CHECK. */
  readonly check?: string;
  /** Default: linux/amd64, for both. */
  readonly platform?: Platform;
  readonly buildPlatform?: Platform;
  /** Default: nothing is known about any image. */
  readonly baseImage?: BaseImageLookup;
  /** Whether the .dockerignore file keeps a source of COPY or ADD out of the context. */
  readonly isIgnored?: (path: string) => boolean;
  readonly features?: Features;
}

/** Findings in the order in which BuildKit reports them, up to the error that stopped it. */
export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: DockerfileError;
}

/** The checks on single instructions; throws the first error of an instruction. */
function checkInstructions(dockerfile: Dockerfile, features: Features, reporter: Reporter): void {
  const failed = dockerfile.errors.find((error) => error !== dockerfile.syntaxError);
  for (const node of dockerfile.ast) {
    const name = node.value.toUpperCase();
    if (name === 'MAINTAINER') reporter.report(maintainerDeprecated, node.lines);
    if (name === 'FROM') {
      checkStageNameCasing(node, reporter);
      checkFromAsCasing(node, reporter);
    }
    if (failed !== undefined && failed.locations[0]?.start === node.lines.start) throw failed;
    if (name !== 'FROM' && name !== 'ARG') continue;
    const instruction = parseInstruction(node, features);
    if (instruction.kind === 'ARG')
      checkDescription(
        'ARG',
        instruction.args.map(({ key }) => key),
        node,
        reporter,
      );
    if (instruction.kind === 'FROM' && instruction.stage !== '') checkDescription('FROM', [instruction.stage], node, reporter);
  }
}

/** Everything behind parsing; throws the first error. */
function checkStages(dockerfile: Dockerfile, settings: Settings): void {
  const { stages, metaArgs } = dockerfile;
  const last = stages[stages.length - 1];
  if (last === undefined) throw new DockerfileError('stage', 'dockerfile contains no stages to build');
  checkStageNames(stages, settings.reporter);
  checkInstructionCasing(stages, settings.reporter);
  const predefined = predefinedArgs(settings, settings.target || last.from.stage);
  checkDefaultBases(stages, predefined, metaArgs, settings);
  const globalArgs = applyMetaArgs(predefined, metaArgs, settings, settings.buildArgs);
  const list = stagesFrom(stages, globalArgs, metaArgs, settings);
  const target = settings.target === '' ? list.all[list.all.length - 1]! : list.find(settings.target);
  if (target === undefined) {
    const message = `target stage ${quote(settings.target)} could not be found`;
    throw new DockerfileError('stage', withSuggestion(message, settings.target, list.labels(), true));
  }
  for (const state of [...list.all]) {
    state.linked = state.instructions.map((instruction) => {
      const linked = link(instruction, list, settings);
      depend(state, linked, list);
      return linked;
    });
  }
  refuseCircles(list);
  const reached = resolveBases(list, target, settings);
  for (const state of list.all) {
    if (settings.target !== '' && (!reached.has(state) || state.done)) continue;
    new StageWalk(state, globalArgs, settings).run();
    state.done = true;
  }
}

function check(dockerfile: Dockerfile, options: LintOptions, reporter: Reporter): void {
  if (dockerfile.syntaxError !== undefined) throw dockerfile.syntaxError;
  const features = options.features ?? dockerFeatures;
  checkEmptyContinuations(dockerfile.warnings, reporter);
  checkInstructions(dockerfile, features, reporter);
  checkStages(dockerfile, {
    reporter,
    budget: new Budget(),
    features,
    escapeToken: dockerfile.escapeToken,
    buildArgs: options.buildArgs ?? new Map(),
    target: options.target ?? '',
    targetPlatform: options.platform ?? linuxAmd64,
    buildPlatform: options.buildPlatform ?? linuxAmd64,
    imageName: options.imageName,
    baseImage: options.baseImage ?? (() => undefined),
    isIgnored: options.isIgnored ?? (() => false),
  });
  const violation = reporter.violation();
  if (violation !== undefined) throw violation;
}

function optionsFor(dockerfile: Dockerfile, options: LintOptions): CheckOptions {
  if (options.check === undefined) return checkOptionsOf(dockerfile.text);
  try {
    return parseCheckOptions(options.check);
  } catch (error) {
    const prefix = 'failed to parse build-arg:BUILDKIT_DOCKERFILE_CHECK';
    throw error instanceof DockerfileError ? error.withMessage(`${prefix}: ${error.message}`) : error;
  }
}

/**
 * Runs every check of `docker build --check`; total. Errors are those that BuildKit would stop at before it runs anything: of parsing, of stages and
 * variables, and of values. Upstream: DockerfileLint in dockerfile2llb/convert.go.
 */
export function lint(dockerfile: Dockerfile, options: LintOptions): LintResult {
  let reporter: Reporter | undefined;
  try {
    if (dockerfile.text === '') throw new DockerfileError('syntax', 'the Dockerfile cannot be empty');
    reporter = new Reporter(optionsFor(dockerfile, options));
    check(dockerfile, options, reporter);
    return { diagnostics: reporter.diagnostics };
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    return { diagnostics: reporter?.diagnostics ?? [], error };
  }
}
