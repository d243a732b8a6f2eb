import type { Container } from '../../../engine/container/index.ts';
import { type CreateRequest, createContainer, verifySettings } from '../../../engine/daemon/container/index.ts';
import { findImage } from '../../../engine/daemon/image/index.ts';
import { parsePlatform } from '../../../engine/dockerfile/values/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText, type Step, SysError } from '../../../engine/kernel/index.ts';
import { familiarString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Image } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { failureText } from '../failure.ts';
import { forPlatform } from '../image/platform.ts';
import { pullImage } from '../image/pull.ts';
import { checkRefused, windowsFlag } from './namespace-options.ts';
import { CreateError, OptionError } from './option-error.ts';
import { containerOptions } from './options.ts';
import { creationWarnings } from './warnings.ts';

/** `docker create`. Source: docker/cli cli/command/container/create.go. */
export const create: Command = {
  paths: ['container create', 'create'],
  *run(context, flags, args, spec) {
    const windows = windowsFlag(flags);
    if (windows !== undefined) {
      yield* context.err(`${windows}\n`);
      return 1;
    }
    try {
      const container = yield* createFromFlags(context, flags, args);
      yield* context.out(`${container.id}\n`);
      return 0;
    } catch (error) {
      if (error instanceof CreateError) {
        yield* context.err(`${error.message}\n`);
        return 1;
      }
      if (error instanceof OptionError) {
        yield* context.err(failureText(context, error.message, spec.commandPath));
        return 125;
      }
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${daemonError(error)}\n`);
      return 1;
    }
  },
};

/** Makes the container that the flags of `run` or `create` describe, pulling its image when it is missing and may be pulled. */
export function* createFromFlags(context: Context, flags: ParsedFlags, args: readonly string[]): Step<Container> {
  const policy = flags.string('pull');
  if (!['always', 'missing', 'never', ''].includes(policy)) {
    throw new OptionError(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`);
  }
  const options = containerOptions(context, flags, args);
  const cidfile = flags.string('cidfile');
  if (cidfile !== '' && context.process.fs.exists(encodeText(cidfile))) {
    throw new CreateError(`container ID file found, make sure the other container isn't running or delete ${cidfile}`);
  }
  const ref = args[0]!;
  checkReference(ref);
  verifySettings(options.config, options.hostConfig);
  checkPlatform(flags.string('platform'));
  const image = yield* imageFor(context, flags, ref);
  checkRefused(context.daemon, flags);
  const container = yield* createOrPull(context, flags, { image, imageRef: ref, ...options });
  for (const warning of creationWarnings(flags, image)) yield* context.err(`WARNING: ${warning}\n`);
  if (options.hostConfig.NetworkMode === 'host' && Object.keys(options.hostConfig.PortBindings).length > 0)
    yield* context.err('WARNING: Published ports are discarded when using host network mode\n');
  if (cidfile !== '') {
    try {
      context.process.fs.writeFile(encodeText(cidfile), new TextEncoder().encode(container.id));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new CreateError(`failed to create the container ID file: open ${cidfile}: ${error.message.toLowerCase()}`);
    }
  }
  return container;
}

/** The client takes any `not found` for the image's and pulls it, even if it is a volume driver that is missing. */
function* createOrPull(context: Context, flags: ParsedFlags, request: CreateRequest): Step<Container> {
  try {
    return createContainer(context.daemon, request);
  } catch (error) {
    if (!(error instanceof DockerError) || error.code !== 'NotFound' || flags.string('pull') === 'never') throw error;
    yield* pullMissing(context, flags, request.imageRef);
    return createContainer(context.daemon, request);
  }
}

/** What the client finds wrong with an image's name, before it asks the engine. */
function checkReference(ref: string): void {
  if (/^(sha256:)?[0-9a-f]{64}$/.test(ref)) return;
  try {
    parseReference(ref);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new CreateError(error.message);
  }
}

/** `os[/arch[/variant]]`. */
function checkPlatform(platform: string): void {
  const parsed = platform === '' ? undefined : parsePlatform(platform);
  if (parsed?.ok === false) throw new CreateError(`error parsing specified platform: ${parsed.error}`);
}

function* imageFor(context: Context, flags: ParsedFlags, ref: string): Step<Image> {
  const policy = flags.string('pull');
  if (policy === 'always') yield* pullImage(context, ref, { quiet: flags.bool('quiet'), platform: flags.string('platform'), progress: 2 });
  const platform = flags.string('platform');
  try {
    return forPlatform(context.daemon, findImage(context.daemon, ref), ref, platform);
  } catch (error) {
    if (!(error instanceof DockerError) || error.code !== 'NotFound' || policy === 'never') throw error;
    yield* pullMissing(context, flags, ref);
    return forPlatform(context.daemon, findImage(context.daemon, ref), ref, platform);
  }
}

function* pullMissing(context: Context, flags: ParsedFlags, ref: string): Step<void> {
  if (!flags.bool('quiet') && !/^[0-9a-f]{64}$/.test(ref))
    yield* context.err(`Unable to find image '${familiarString(withDefaultTag(parseReference(ref)))}' locally\n`);
  yield* pullImage(context, ref, { quiet: flags.bool('quiet'), platform: flags.string('platform'), progress: 2 });
}
