import { type Digest, isDigest, sha256 } from '../../../../engine/digest/index.ts';
import { DockerError } from '../../../../engine/errors/index.ts';
import { goJson, sortedKeys } from '../../../../engine/image/index.ts';
import { encodeText, type Step, SysError } from '../../../../engine/kernel/index.ts';
import { formatPlatform, normalizePlatform, parsePlatform, platformOf, samePlatform } from '../../../../engine/platform/index.ts';
import {
  canonicalString,
  fromCanonical,
  parseReference,
  type Reference,
  repositoryOf,
  withDefaultTag,
} from '../../../../engine/reference/index.ts';
import {
  configPlatform,
  type Descriptor,
  isIndex,
  MANIFEST_LIST,
  type ManifestIndex,
  OCI_INDEX,
} from '../../../../engine/registry/index.ts';
import { textBody } from '../../../../engine/tree/index.ts';
import type { Context } from '../../../command.ts';
import type { ParsedFlags } from '../../../flags/index.ts';
import { choosePrinter } from '../../build/progress/choose.ts';
import type { Command } from '../../command.ts';
import { chosenBuilder } from '../choose.ts';
import { BuildxError, buildx } from '../error.ts';
import { copyManifest } from './copy.ts';
import { blobText, imageReference, registryOf, resolve } from './registry.ts';

/** One image to put together, as it was named. */
interface Source {
  readonly name: string;
  readonly reference: Reference;
  readonly descriptor: Descriptor;
  readonly text: string;
}

interface Target {
  readonly mediaType: string;
  readonly text: string;
  /** What of it has to be in the repository first, with where it comes from. */
  readonly parts: readonly { readonly descriptor: Descriptor; readonly from: Reference }[];
}

/** `docker buildx imagetools create`: an index of images in registries, or a copy of one. Source: docker/buildx commands/imagetools/create.go. */
export const create: Command = {
  paths: ['buildx imagetools create', 'builder imagetools create'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      const files = flags.list('file');
      if (args.length === 0 && files.length === 0) throw new BuildxError('no sources specified');
      const dry = flags.bool('dry-run');
      if (!dry && flags.list('tag').length === 0) throw new BuildxError("can't push with no tags specified, please set --tag or --dry-run");
      const texts = files.map((path) => readFile(context, path));
      const tags = flags.list('tag').map(imageReference);
      const names = [...(flags.bool('append') ? flags.list('tag').slice(0, 1) : []), ...texts, ...args];
      const parsed = names.map(parseSource);
      const platforms = flags
        .list('platform')
        .flatMap((item) => item.split(','))
        .map(platform);
      const references = withRepositories(names, parsed, tags);
      chosenBuilder(context, flags);
      const sources: Source[] = [];
      for (const [i, reference] of references.entries()) sources.push(yield* load(context, names[i]!, reference, parsed[i]!.descriptor));
      const annotations = annotationsOf(flags.list('annotation'));
      const target = filtered(combined(sources, annotations, flags.bool('prefer-index')), platforms);
      if (dry) return yield* context.out(`${target.text}\n`);
      yield* push(context, flags, tags, target);
    });
  },
};

function readFile(context: Context, path: string): string {
  try {
    return new TextDecoder().decode(context.process.fs.readFile(encodeText(path)));
  } catch (error) {
    if (error instanceof SysError) throw new BuildxError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

interface ParsedSource {
  readonly reference: Reference | undefined;
  readonly descriptor: Partial<Descriptor>;
}

/** A digest, a reference or the JSON of a descriptor. Throws BuildxError. */
function parseSource(text: string): ParsedSource {
  const bad = (why: string): BuildxError =>
    new BuildxError(`failed to parse source ${JSON.stringify(text)}, valid sources are digests, references and descriptors: ${why}`);
  if (isDigest(text)) return { reference: undefined, descriptor: { digest: text as Digest } };
  if (text.startsWith('sha256'))
    throw bad(/^sha256:[a-f0-9]*$/.test(text) ? 'invalid checksum digest length' : 'invalid checksum digest format');
  if (text.startsWith('{')) {
    try {
      const descriptor = JSON.parse(text) as Partial<Descriptor>;
      return { reference: undefined, descriptor };
    } catch (error) {
      throw bad(error instanceof Error ? error.message : 'invalid JSON');
    }
  }
  try {
    return { reference: parseReference(text), descriptor: {} };
  } catch (error) {
    if (error instanceof DockerError) throw bad(error.message);
    throw error;
  }
}

function platform(text: string): ReturnType<typeof platformOf> {
  const parsed = parsePlatform(text);
  if (!parsed.ok) throw new BuildxError(`invalid platform ${JSON.stringify(text)}: ${parsed.error}`);
  return parsed.value;
}

/** Where each source is looked for: digests alone are in the one repository that there is. Throws BuildxError. */
function withRepositories(names: readonly string[], parsed: readonly ParsedSource[], tags: readonly Reference[]): Reference[] {
  const repositories = new Set([...tags, ...parsed.flatMap(({ reference }) => reference ?? [])].map(repositoryOf));
  if (repositories.size === 0) throw new BuildxError('no repositories specified, please set a reference in tag or source');
  return parsed.map(({ reference, descriptor }, i) => {
    if (reference !== undefined) return withDefaultTag(reference);
    if (repositories.size > 1)
      throw new BuildxError(`multiple repositories specified, cannot infer repository for ${JSON.stringify(names[i])}`);
    return fromCanonical(`${[...repositories][0]}@${descriptor.digest ?? ''}`);
  });
}

function* load(context: Context, name: string, reference: Reference, given: Partial<Descriptor>): Step<Source> {
  const found = yield* resolve(context, reference);
  const base: Descriptor = { mediaType: found.mediaType, size: textBody(found.text).size, digest: found.digest };
  const { annotations, platform: told } = given;
  let about = told;
  if (!isIndex(found.mediaType) && about === undefined) {
    const { config } = JSON.parse(found.text) as { config?: Descriptor };
    if (config !== undefined) about = normal(configPlatform(yield* blobText(context, reference, config.digest)));
  }
  const descriptor = {
    ...base,
    ...(annotations === undefined ? {} : { annotations }),
    ...(about === undefined ? {} : { platform: about }),
  };
  return { name, reference, descriptor, text: found.text };
}

/** As containerd names it: arm64 has no need to be called v8. */
function normal({ variant: _, ...about }: ReturnType<typeof configPlatform>): ReturnType<typeof configPlatform> {
  const { os, architecture, variant } = normalizePlatform(platformOf({ ...about, ...(_ === undefined ? {} : { variant: _ }) }));
  return { ...about, os, architecture, ...(variant === '' ? {} : { variant }) };
}

interface Annotation {
  readonly type: string;
  readonly key: string;
  readonly value: string;
}

/** `[type:]key=value`; the type is `manifest` when none is said. Throws BuildxError. */
function annotationsOf(list: readonly string[]): Annotation[] {
  return list.map((text) => {
    const equals = text.indexOf('=');
    if (equals < 0) throw new BuildxError(`failed to parse annotations: invalid annotation ${JSON.stringify(text)}, expected key=value`);
    const [, type = '', key = ''] =
      /^(?:(manifest|index|manifest-descriptor|index-descriptor)(?:\[[^\]]*\])?:)?(.*)$/.exec(text.slice(0, equals)) ?? [];
    return { type, key, value: text.slice(equals + 1) };
  });
}

/** util/imagetools/create.go Combine. */
function combined(sources: readonly Source[], annotations: readonly Annotation[], preferIndex: boolean): Target {
  const [only] = sources;
  if (sources.length === 1 && annotations.length === 0 && only !== undefined) {
    const { descriptor, text, reference } = only;
    if (isIndex(descriptor.mediaType)) {
      const parts = (JSON.parse(text) as ManifestIndex).manifests.map((item) => ({ descriptor: item, from: reference }));
      return { mediaType: descriptor.mediaType, text, parts };
    }
    if (!preferIndex) return { mediaType: descriptor.mediaType, text, parts: [{ descriptor, from: reference }] };
  }
  const found = new Map<Digest, { descriptor: Descriptor; from: Reference }>();
  for (const { descriptor, text, reference } of sources) {
    const items = isIndex(descriptor.mediaType) ? (JSON.parse(text) as ManifestIndex).manifests : [descriptor];
    for (const item of items) {
      const old = found.get(item.digest)?.descriptor;
      found.set(item.digest, { descriptor: old === undefined ? item : { ...old, ...item }, from: reference });
    }
  }
  const isDocker = [...found.values()].every(({ descriptor }) => descriptor.mediaType.startsWith('application/vnd.docker.'));
  const mediaType = isDocker ? MANIFEST_LIST : OCI_INDEX;
  const index: Record<string, string> = {};
  for (const { type, key, value } of isDocker ? [] : annotations) {
    if (type === 'index') index[key] = value;
    else if (type === 'manifest-descriptor')
      for (const [digest, { descriptor, from }] of found)
        found.set(digest, { descriptor: { ...descriptor, annotations: { ...descriptor.annotations, [key]: value } }, from });
    else if (type === 'index-descriptor') throw new BuildxError(`${JSON.stringify(type)} annotations are invalid while creating an image`);
    else throw new BuildxError(`${JSON.stringify(type)} annotations are not supported yet`);
  }
  const parts = [...found.values()];
  return {
    mediaType,
    text: indexText(
      mediaType,
      parts.map(({ descriptor }) => descriptor),
      index,
    ),
    parts,
  };
}

function indexText(mediaType: string, manifests: readonly Descriptor[], annotations: Readonly<Record<string, string>>): string {
  const entries = manifests.map(({ mediaType: type, digest, size, annotations: own, platform: about }) => ({
    mediaType: type,
    digest,
    size,
    ...(own === undefined || Object.keys(own).length === 0 ? {} : { annotations: sortedKeys(own) }),
    ...(about === undefined ? {} : { platform: about }),
  }));
  const more = Object.keys(annotations).length === 0 ? {} : { annotations: sortedKeys(annotations) };
  return goJson({ schemaVersion: 2, mediaType, manifests: entries, ...more }, 2);
}

/** Only the manifests of some platforms, with what attestations say of them. Throws BuildxError when none is left. */
function filtered(target: Target, platforms: readonly ReturnType<typeof platformOf>[]): Target {
  if (platforms.length === 0) return target;
  const matches = ({ platform: about }: Descriptor): boolean =>
    about === undefined || platforms.some((wanted) => samePlatform(wanted, platformOf(about)));
  if (!isIndex(target.mediaType)) {
    const { descriptor } = target.parts[0]!;
    if (descriptor.platform === undefined) throw new BuildxError('cannot filter platforms from a manifest without platform information');
    if (!matches(descriptor))
      throw new BuildxError(
        `input platform ${formatPlatform(platformOf(descriptor.platform), false)} does not match any of the provided platforms`,
      );
    return target;
  }
  const kept = new Set(target.parts.filter(({ descriptor }) => matches(descriptor)).map(({ descriptor }) => descriptor.digest));
  const parts = target.parts.filter(
    ({ descriptor }) => kept.has(descriptor.digest) || kept.has((descriptor.annotations?.['vnd.docker.reference.digest'] ?? '') as Digest),
  );
  if (parts.length === target.parts.length) return target;
  if (parts.length === 0) throw new BuildxError('none of the manifests match the provided platforms');
  const { annotations = {} } = JSON.parse(target.text) as { annotations?: Record<string, string> };
  return {
    ...target,
    text: indexText(
      target.mediaType,
      parts.map(({ descriptor }) => descriptor),
      annotations,
    ),
    parts,
  };
}

function* push(context: Context, flags: ParsedFlags, tags: readonly Reference[], { mediaType, text, parts }: Target): Step<void> {
  const printer = choosePrinter(context, flags, undefined);
  if (printer === undefined) throw new BuildxError(`invalid progress mode ${flags.string('progress')}`);
  const digest = sha256(text);
  for (const [i, tag] of tags.entries()) {
    const vertex = i + 1;
    const name = canonicalString(tag);
    const now = (): number => context.daemon.now();
    const log = (line: string): Step<void> =>
      context.err(printer.print({ type: 'log', vertex, stream: 'stdout', bytes: new TextEncoder().encode(`${line}\n`), time: now() }));
    yield* context.err(printer.print({ type: 'started', vertex, name: `[internal] pushing ${name}`, time: now() }));
    for (const { descriptor, from } of parts) {
      yield* log(`copying ${descriptor.digest} from ${canonicalString(from)} to ${name}`);
      yield* copyManifest(context, from, tag, descriptor.digest);
    }
    yield* log(`pushing ${digest} to ${name}`);
    const registry = yield* registryOf(context, tag);
    yield* registry.putManifest(tag.path, tag.digest === undefined ? tag.tag : undefined, { mediaType, text });
    yield* context.err(printer.print({ type: 'done', vertex, time: now() }));
  }
  yield* context.err(printer.end(context.daemon.now(), []));
}
