import { DockerError } from '../errors/index.ts';

/**
 * An image reference in full: `domain` is the registry (`docker.io`, `127.0.0.1:5000`), `path` the repository in it
 * (`library/busybox`). A reference may have a tag, a digest, both or neither.
 */
export interface Reference {
  readonly domain: string;
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
}

export const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DOMAIN = 'index.docker.io';
const OFFICIAL = 'library/';
const NAME_LIMIT = 255;

const ALNUM = '[a-z0-9]+';
const COMPONENT = `${ALNUM}(?:(?:[._]|__|[-]+)${ALNUM})*`;
// Written so that a text matches in one way only: matching stays linear.
const DOMAIN_COMPONENT = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const HOST = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[(?:[a-fA-F0-9:]+)\\])`;
const DOMAIN = `${HOST}(?::[0-9]+)?`;
const PATH = `${COMPONENT}(?:/${COMPONENT})*`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const WHOLE = new RegExp(`^((?:${DOMAIN}/)?${PATH})(?::(${TAG}))?(?:@(${DIGEST}))?$`);
const NAME = new RegExp(`^(?:(${DOMAIN})/)?(${PATH})$`);
const IDENTIFIER = /^[a-f0-9]{64}$/;

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/**
 * Parses what a user types: short names are given their registry and `library/`. Throws DockerError InvalidArgument with
 * Docker's text. Source: distribution/reference normalize.go ParseNormalizedNamed, regexp.go.
 */
export function parseReference(text: string): Reference {
  if (IDENTIFIER.test(text)) throw invalid(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  const { domain, rest } = splitDomain(text);
  const colon = rest.indexOf(':');
  const repository = colon < 0 ? rest : rest.slice(0, colon);
  if (repository.toLowerCase() !== repository) throw invalid(`invalid reference format: repository name (${repository}) must be lowercase`);
  return parseFull(`${domain}/${rest}`);
}

/** Parses a reference that is written in full. */
function parseFull(text: string): Reference {
  const match = WHOLE.exec(text);
  if (match === null) throw invalid(WHOLE.test(text.toLowerCase()) ? 'repository name must be lowercase' : 'invalid reference format');
  const name = NAME.exec(match[1]!);
  const domain = name?.[1] ?? '';
  const path = name?.[2] ?? match[1]!;
  if (path.length > NAME_LIMIT) throw invalid(`repository name must not be more than ${NAME_LIMIT} characters`);
  const [, , tag, digest] = match;
  if (digest !== undefined) checkDigest(digest);
  return { domain, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Source: opencontainers/go-digest digest.go Validate. */
function checkDigest(digest: string): void {
  const [algorithm, hex] = digest.split(':') as [string, string];
  const length = LENGTHS[algorithm];
  if (length === undefined) throw invalid('unsupported digest algorithm');
  if (hex.length !== length) throw invalid('invalid checksum digest length');
  if (!/^[a-f0-9]+$/.test(hex)) throw invalid('invalid checksum digest format');
}

function splitDomain(text: string): { domain: string; rest: string } {
  const slash = text.indexOf('/');
  if (slash < 0) return { domain: DEFAULT_DOMAIN, rest: OFFICIAL + text };
  const first = text.slice(0, slash);
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  const domain = !isDomain || first === LEGACY_DOMAIN ? DEFAULT_DOMAIN : first;
  const rest = isDomain ? text.slice(slash + 1) : text;
  return { domain, rest: domain === DEFAULT_DOMAIN && !rest.includes('/') ? OFFICIAL + rest : rest };
}

/** Whether a text is a whole image id, with or without `sha256:`. */
export const isImageID = (text: string): boolean => IDENTIFIER.test(text) || /^sha256:[a-f0-9]{64}$/.test(text);

/** `latest` for a reference with neither tag nor digest. */
export const withDefaultTag = (reference: Reference): Reference =>
  reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: 'latest' } : reference;

/** The repository in full: `docker.io/library/busybox`. */
export const repositoryOf = ({ domain, path }: Reference): string => `${domain}/${path}`;

/** The repository as Docker shows it: `busybox`, `user/app`, `127.0.0.1:5000/app`. */
export function familiarName({ domain, path }: Reference): string {
  if (domain !== DEFAULT_DOMAIN) return `${domain}/${path}`;
  const short = path.startsWith(OFFICIAL) ? path.slice(OFFICIAL.length) : path;
  return short.includes('/') ? path : short;
}

const suffix = ({ tag, digest }: Reference): string => `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

/** The whole reference as Docker shows it. */
export const familiarString = (reference: Reference): string => familiarName(reference) + suffix(reference);

/** The whole reference in full: what the image store keys its tags and digests by. */
export const canonicalString = (reference: Reference): string => repositoryOf(reference) + suffix(reference);

/** Parses a canonical string from the image store. */
export const fromCanonical = (text: string): Reference => parseFull(text);
