import type { Step } from '../../../../engine/kernel/index.ts';
import { formatPlatform, platformOf } from '../../../../engine/platform/index.ts';
import { canonicalString, type Reference } from '../../../../engine/reference/index.ts';
import { configPlatform, type Descriptor, isIndex, type ManifestIndex, type RemoteManifest } from '../../../../engine/registry/index.ts';
import { textBody } from '../../../../engine/tree/index.ts';
import type { Context } from '../../../command.ts';
import { alignTabs, compileTemplate, GoMap, GoStruct, type GoValue, rawValue, runIndented, TemplateError } from '../../../format/index.ts';
import type { Command } from '../../command.ts';
import { chosenBuilder } from '../choose.ts';
import { BuildxError, buildx } from '../error.ts';
import { blobText, imageReference, resolve } from './registry.ts';
import { descriptorValue, imageValue, indexValue } from './values.ts';

const TABS = { minWidth: 0, padding: 1 };

/** `docker buildx imagetools inspect`: what a registry has under a name. Source: docker/buildx util/imagetools/printers.go. */
export const inspect: Command = {
  paths: ['buildx imagetools inspect', 'builder imagetools inspect'],
  *run(context, flags, [name = '']) {
    return yield* buildx(context, function* () {
      const format = flags.string('format');
      if (format !== '' && flags.bool('raw')) throw new BuildxError('format and raw cannot be used together');
      chosenBuilder(context, flags);
      const reference = imageReference(name);
      const found = yield* resolve(context, reference);
      if (flags.bool('raw')) yield* context.out(found.text);
      else if (format === '' || /^\{\{\s*\.Manifest/.test(format)) yield* context.out(summary(reference, found));
      else yield* context.out(yield* formatted(context, name, reference, found, format));
    });
  },
};

function summary(reference: Reference, { mediaType, digest, text }: RemoteManifest): string {
  const head = alignTabs(`Name:\t${canonicalString(reference)}\nMediaType:\t${mediaType}\nDigest:\t${digest}\n`, TABS);
  if (!isIndex(mediaType)) return head;
  const { manifests } = JSON.parse(text) as ManifestIndex;
  let out = head + alignTabs('\t\nManifests:\t\n', TABS);
  let block = '';
  const flush = (): void => {
    out += alignTabs(block, TABS);
    block = '';
  };
  for (const [i, item] of manifests.entries()) {
    if (i > 0) block += '\t\n';
    const { tag: _, ...bare } = reference;
    const named = canonicalString({ ...(reference.digest === undefined ? reference : bare), digest: item.digest });
    block += `  Name:\t${named}\n  MediaType:\t${item.mediaType}\n`;
    if (item.platform === undefined) continue;
    block += `  Platform:\t${formatPlatform(platformOf(item.platform), false)}\n`;
    const annotations = Object.entries(item.annotations ?? {});
    if (annotations.length === 0) continue;
    block += '  Annotations:\t\n';
    flush();
    out += alignTabs(annotations.map(([key, value]) => `    ${key}:\t${value}\n`).join(''), TABS);
  }
  flush();
  return out;
}

function* formatted(context: Context, name: string, reference: Reference, found: RemoteManifest, format: string): Step<string> {
  const { mediaType, digest, text } = found;
  try {
    const template = compileTemplate(format);
    const { images, provenance } = yield* imagesOf(context, reference, found);
    const size = textBody(text).size;
    const manifest: GoValue = isIndex(mediaType)
      ? indexValue(JSON.parse(text) as Record<string, unknown>, digest, size)
      : descriptorValue({ mediaType, digest, size });
    const many = images.size > 1;
    const one = <T>(map: ReadonlyMap<string, T>): T | null => [...map.values()][0] ?? null;
    const asMap = (map: ReadonlyMap<string, GoValue>): GoValue => new GoMap('map[string]*v1.Image', new Map([...map].sort()));
    const method = (value: GoValue): { params: readonly string[]; call: () => GoValue } => ({ params: [], call: () => value });
    const empty = new GoStruct('imagetools.provenanceStub', []);
    const data = new GoStruct(
      many ? 'imagetools.tplInputs' : 'imagetools.tplInput',
      [
        { name: 'Name', json: 'name', value: name, omitEmpty: true },
        { name: 'Manifest', json: 'manifest', value: manifest, omitEmpty: true },
        { name: 'Image', json: 'image', value: many ? asMap(images) : one(images), omitEmpty: true },
      ],
      { Provenance: method(many ? asMap(provenance) : (one(provenance) ?? empty)), SBOM: method(many ? asMap(new Map()) : empty) },
    );
    return runIndented(template, data);
  } catch (error) {
    if (error instanceof TemplateError) throw new BuildxError(error.message);
    throw error;
  }
}

/** The configs of a name's images by platform, and what attestations say of how they were made. */
function* imagesOf(
  context: Context,
  reference: Reference,
  found: RemoteManifest,
): Step<{ images: Map<string, GoValue>; provenance: Map<string, GoValue> }> {
  const { tag: _, ...bare } = reference;
  const list: readonly Pick<Descriptor, 'digest' | 'annotations' | 'platform'>[] = isIndex(found.mediaType)
    ? (JSON.parse(found.text) as ManifestIndex).manifests
    : [{ digest: found.digest }];
  const images = new Map<string, GoValue>();
  const provenance = new Map<string, GoValue>();
  const platforms = new Map<string, string>();
  for (const { digest, annotations, platform } of list) {
    const { text } = digest === found.digest ? found : yield* resolve(context, { ...bare, digest });
    const { config, layers = [] } = JSON.parse(text) as { config?: Descriptor; layers?: Descriptor[] };
    const subject = annotations?.['vnd.docker.reference.digest'];
    if (subject !== undefined) {
      const statement = layers.find((layer) => layer.annotations?.['in-toto.io/predicate-type']?.startsWith('https://slsa.dev/provenance'));
      if (statement === undefined) continue;
      const { predicate } = JSON.parse(yield* blobText(context, reference, statement.digest)) as { predicate: Record<string, unknown> };
      const value = new GoStruct('imagetools.provenanceStub', [{ name: 'SLSA', value: rawValue(predicate as never), omitEmpty: true }]);
      provenance.set(platforms.get(subject) ?? subject, value);
      continue;
    }
    if (config === undefined) continue;
    const configText = yield* blobText(context, reference, config.digest);
    const shown = formatPlatform(platformOf(platform ?? configPlatform(configText)), false);
    platforms.set(digest, shown);
    images.set(shown, imageValue(JSON.parse(configText) as Record<string, unknown>));
  }
  return { images, provenance };
}
