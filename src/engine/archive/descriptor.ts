import { type Digest, isDigest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Descriptor, ImagePlatform } from '../store/index.ts';

const broken = (message: string): DockerError => new DockerError('System', message);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Go's words for JSON of another type than expected. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return value === null ? 'null' : typeof value;
}

/** An object of JSON. Throws with the text of Go's decoder. */
export function asObject(value: unknown, type: string): Fields {
  if (!isObject(value)) throw broken(`json: cannot unmarshal ${kindOf(value)} into Go value of type ${type}`);
  return value;
}

/** A list of JSON; nothing is an empty one. Throws with the text of Go's decoder. */
export function asList(value: unknown, type: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw broken(`json: cannot unmarshal ${kindOf(value)} into Go value of type []${type}`);
  return value;
}

/** A string of JSON; nothing is the empty one. Throws with the text of Go's decoder. */
export function asString(value: unknown, field: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw broken(`json: cannot unmarshal ${kindOf(value)} into Go struct field ${field} of type string`);
  return value;
}

/** A descriptor as JSON has it. Throws for wrong types, a digest that is none and a size that cannot be. */
export function asDescriptor(value: unknown): Descriptor {
  const fields = asObject(value, 'v1.Descriptor');
  const digest = asString(fields.digest, 'Descriptor.digest');
  if (!isDigest(digest)) throw broken('invalid checksum digest format');
  const { size } = fields;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw broken(`descriptor of ${digest} has no valid size`);
  const { annotations, platform } = fields;
  return {
    mediaType: asString(fields.mediaType, 'Descriptor.mediaType'),
    digest: digest as Digest,
    size,
    ...(annotations === undefined || annotations === null ? {} : { annotations: asAnnotations(annotations) }),
    ...(platform === undefined || platform === null ? {} : { platform: asPlatform(platform) }),
  };
}

function asAnnotations(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(value, 'map[string]string')).map(([key, text]) => [key, asString(text, 'Descriptor.annotations')]),
  );
}

function asPlatform(value: unknown): ImagePlatform {
  const fields = asObject(value, 'v1.Platform');
  const variant = asString(fields.variant, 'Platform.variant');
  return {
    architecture: asString(fields.architecture, 'Platform.architecture'),
    os: asString(fields.os, 'Platform.os'),
    ...(variant === '' ? {} : { variant }),
  };
}
