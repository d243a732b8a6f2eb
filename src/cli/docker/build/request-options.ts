import { DockerError } from '../../../engine/errors/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';

/** `--build-arg NAME[=value]`: a name alone takes its value from the environment, and has none when that has none. */
export function buildArgs(context: Context, list: readonly string[]): Map<string, string | undefined> {
  const out = new Map<string, string | undefined>();
  for (const item of list) {
    const equals = item.indexOf('=');
    if (equals < 0) out.set(item, context.env(item));
    else out.set(item.slice(0, equals), item.slice(equals + 1));
  }
  return out;
}

/** Canonical references of `-t`, each once. Throws DockerError for one that is none. */
export function canonicalTags(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const item of list) {
    const reference = parseReference(item);
    if (reference.digest !== undefined) throw new DockerError('InvalidArgument', 'build tag cannot contain a digest');
    const text = canonicalString(withDefaultTag(reference));
    if (!out.includes(text)) out.push(text);
  }
  return out;
}
