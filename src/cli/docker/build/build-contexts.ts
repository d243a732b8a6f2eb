import { contextKey, type NamedContext } from '../../../engine/build/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Process } from '../../../engine/kernel/index.ts';
import { BuildError } from './build-error.ts';
import { contextDirectory, remote } from './buildkit-context.ts';
import { hostPlace } from './host-path.ts';

const IMAGE = 'docker-image://';

/**
 * `--build-context NAME=DIRECTORY|docker-image://REFERENCE` by name, after {@link buildContextError} had nothing to say. Throws BuildError.
 * Source: docker/buildx build.ParseContextNames, build/opt.go.
 */
export function readBuildContexts(process: Process, list: readonly string[]): Map<string, NamedContext> {
  const out = new Map<string, NamedContext>();
  for (const item of list) {
    const equals = item.indexOf('=');
    const name = item.slice(0, equals);
    out.set(contextKey(name), contextOf(process, name, item.slice(equals + 1)));
  }
  return out;
}

/** What is wrong with the form of a `--build-context`, which is said before anything else; undefined when nothing is. */
export function buildContextError(list: readonly string[]): string | undefined {
  for (const item of list) {
    const equals = item.indexOf('=');
    if (equals < 0) return `invalid context value: ${item}, expected key=value`;
    try {
      contextKey(item.slice(0, equals));
    } catch (error) {
      if (error instanceof DockerError) return `invalid context name ${item.slice(0, equals)}: ${error.message}`;
      throw error;
    }
  }
  return undefined;
}

function contextOf(process: Process, name: string, value: string): NamedContext {
  if (value.startsWith(IMAGE)) return { kind: 'image', reference: value.slice(IMAGE.length) };
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(value)) return remote(value);
  if (value.startsWith('oci-layout://')) throw new BuildError('strata: --build-context with oci-layout:// is not simulated');
  const place = hostPlace(process, value);
  if (value === '' || place === undefined)
    throw new BuildError(`failed to get build context ${name}: stat ${value}: no such file or directory`);
  if (place.inode.kind !== 'dir') throw new BuildError(`failed to get build context path {${value} <nil>}: not a directory`);
  const { tree, inode } = place;
  return { kind: 'directory', tree: () => contextDirectory(process, tree, inode) };
}
