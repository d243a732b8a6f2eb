import { DockerError } from '../errors/index.ts';
import { parseReference, type Reference, withDefaultTag } from './reference.ts';

/** What an image argument may be: an ID or digest, or a name. */
export type AnyReference = { readonly kind: 'digest'; readonly digest: string } | { readonly kind: 'named'; readonly ref: Reference };

/**
 * Reads 64 hexadecimal digits, a digest, or a name. Throws DockerError InvalidArgument with the complaint about the name.
 * Source: distribution/reference normalize.go ParseAnyReference.
 */
export function parseAnyReference(text: string): AnyReference {
  if (/^[a-f0-9]{64}$/.test(text)) return { kind: 'digest', digest: `sha256:${text}` };
  if (/^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/.test(text)) return { kind: 'digest', digest: text };
  return { kind: 'named', ref: parseReference(text) };
}

/** An image argument as the builders read it: of tag and digest the digest counts, a bare name gets `latest`. Source: ParseDockerRef. */
export function parseDockerRef(text: string): Reference {
  const { domain, path, tag, digest } = parseReference(text);
  return withDefaultTag({ domain, path, ...(digest !== undefined ? { digest } : tag === undefined ? {} : { tag }) });
}

/** Puts a tag on a name. Throws DockerError InvalidArgument (`invalid tag format`). */
export function withTag(reference: Reference, tag: string): Reference {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag)) throw new DockerError('InvalidArgument', 'invalid tag format');
  return { ...reference, tag };
}
