import { type GoField, GoMap, GoNil, GoStruct, type GoValue, goStringMap, goStrings } from '../../../format/index.ts';

type Members = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const strings = (value: unknown): GoValue => (Array.isArray(value) ? goStrings(value.map(String)) : null);
const map = (value: unknown): GoValue =>
  value && typeof value === 'object' ? goStringMap(Object.entries(value as Record<string, string>)) : null;

function field(name: string, json: string, value: GoValue, omitEmpty = false): GoField {
  return { name, json, value, omitEmpty };
}

const platformFields = (platform: Members): GoField[] => [
  field('Architecture', 'architecture', text(platform.architecture)),
  field('OS', 'os', text(platform.os)),
  field('OSVersion', 'os.version', text(platform['os.version']), true),
  field('OSFeatures', 'os.features', strings(platform['os.features']), true),
  field('Variant', 'variant', text(platform.variant), true),
];

/** A descriptor as Go's image-spec types have it. */
export function descriptorValue(descriptor: Members): GoStruct {
  const platform = descriptor.platform as Members | undefined;
  return new GoStruct('v1.Descriptor', [
    field('MediaType', 'mediaType', text(descriptor.mediaType)),
    field('Digest', 'digest', text(descriptor.digest)),
    field('Size', 'size', Number(descriptor.size ?? 0)),
    field('URLs', 'urls', strings(descriptor.urls), true),
    field('Annotations', 'annotations', map(descriptor.annotations), true),
    field(
      'Platform',
      'platform',
      platform === undefined ? new GoNil('*v1.Platform') : new GoStruct('*v1.Platform', platformFields(platform)),
      true,
    ),
    field('ArtifactType', 'artifactType', text(descriptor.artifactType), true),
  ]);
}

/** An index with its own digest and size in it. */
export const indexValue = (index: Members, digest: string, size: number): GoStruct =>
  new GoStruct('struct', [
    field('SchemaVersion', 'schemaVersion', Number(index.schemaVersion ?? 0)),
    field('MediaType', 'mediaType', text(index.mediaType), true),
    field('Digest', 'digest', digest),
    field('Size', 'size', size),
    field('Manifests', 'manifests', ((index.manifests ?? []) as Members[]).map(descriptorValue)),
    field('Annotations', 'annotations', map(index.annotations), true),
  ]);

/** An image's config as Go's image-spec types have it. */
export function imageValue(config: Members): GoStruct {
  const run = (config.config ?? {}) as Members;
  const rootfs = (config.rootfs ?? {}) as Members;
  const history = (config.history ?? []) as Members[];
  const sets = (value: unknown): GoValue =>
    value && typeof value === 'object'
      ? new GoMap('map[string]struct {}', new Map(Object.keys(value).map((key) => [key, new GoStruct('struct {}', [])])))
      : null;
  return new GoStruct('*v1.Image', [
    field('Created', 'created', text(config.created), true),
    field('Author', 'author', text(config.author), true),
    ...platformFields(config),
    field(
      'Config',
      'config',
      new GoStruct('v1.ImageConfig', [
        field('User', 'User', text(run.User), true),
        field('ExposedPorts', 'ExposedPorts', sets(run.ExposedPorts), true),
        field('Env', 'Env', strings(run.Env), true),
        field('Entrypoint', 'Entrypoint', strings(run.Entrypoint), true),
        field('Cmd', 'Cmd', strings(run.Cmd), true),
        field('Volumes', 'Volumes', sets(run.Volumes), true),
        field('WorkingDir', 'WorkingDir', text(run.WorkingDir), true),
        field('Labels', 'Labels', map(run.Labels), true),
        field('StopSignal', 'StopSignal', text(run.StopSignal), true),
        field('ArgsEscaped', 'ArgsEscaped', run.ArgsEscaped === true, true),
      ]),
      true,
    ),
    field(
      'RootFS',
      'rootfs',
      new GoStruct('v1.RootFS', [field('Type', 'type', text(rootfs.type)), field('DiffIDs', 'diff_ids', strings(rootfs.diff_ids))]),
    ),
    field(
      'History',
      'history',
      history.map(
        (row) =>
          new GoStruct('v1.History', [
            field('Created', 'created', text(row.created), true),
            field('CreatedBy', 'created_by', text(row.created_by), true),
            field('Author', 'author', text(row.author), true),
            field('Comment', 'comment', text(row.comment), true),
            field('EmptyLayer', 'empty_layer', row.empty_layer === true, true),
          ]),
      ),
      true,
    ),
  ]);
}
