import { parsePlatform } from '../../../engine/platform/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { BuildError } from './build-error.ts';

/** Throws BuildError for a platform that is none. */
export function checkPlatforms(platforms: readonly string[]): void {
  for (const text of platforms) {
    const parsed = parsePlatform(text);
    if (!parsed.ok) throw new BuildError(parsed.error);
  }
}

/** There is no key agent here. Throws BuildError. Source: buildkit session/sshforward/sshprovider. */
export function checkSsh(list: readonly string[]): void {
  const [first] = list;
  if (first === undefined) return;
  const [id = '', paths] = first.split('=');
  if (paths === undefined)
    throw new BuildError(`failed to convert agent config {${id} [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set`);
  const list2 = paths.split(',').join(' ');
  throw new BuildError(
    `failed to convert agent config {${id} [${list2}] false}: failed to convert agent config for ID: ${JSON.stringify(id)}: stat ${paths.split(',')[0]}: no such file or directory`,
  );
}

/** Options that BuildKit refuses, in the order it looks. Throws BuildError. Source: docker/buildx build/opt.go. */
export function checkOptions(flags: ParsedFlags): void {
  const network = flags.string('network');
  if (!['', 'default', 'host', 'none'].includes(network))
    throw new BuildError(
      `network mode ${JSON.stringify(network)} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create`,
    );
  for (const host of flags.list('add-host')) if (!/[:=]./.test(host)) throw new BuildError(`invalid host ${host}`);
  for (const annotation of flags.list('annotation'))
    if (!annotation.includes('='))
      throw new BuildError(`parse annotations: invalid annotation ${JSON.stringify(annotation)}, expected key=value`);
}
