import { exportTarget } from '../build/buildkit/export-target.ts';
import { type BuildResult, type Exporter, type ExportLog, type ExportResponse, SolveError } from '../build/index.ts';
import { dialError, loadImages, pushImage, reach, saveImages } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import { hexOf } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import { canonicalString, DEFAULT_DOMAIN, fromCanonical, type Reference, withDefaultTag } from '../reference/index.ts';
import { blobsUnder, type Descriptor, setTag } from '../store/index.ts';
import { type TarEntry, tarBody } from '../tar/index.ts';
import { type Body, compareNames, textBody } from '../tree/index.ts';

interface Made {
  readonly descriptor: Descriptor;
  readonly config: string;
}

/** Makes manifests of a result in the builder, with its names while `act` runs; what is kept afterwards are blobs only. */
function* withImage<T>(
  engine: Daemon,
  built: BuildResult,
  options: { readonly attest: boolean; readonly oci: boolean },
  log: ExportLog,
  act: (made: Made) => Step<T>,
): Step<T> {
  const { images, tags, digests } = engine.state.images;
  yield* log('exporting layers');
  const made = exportTarget(engine, built.results, options);
  for (const line of made.lines) yield* log(line);
  for (const tag of built.tags) engine.update({ images: setTag(engine.state.images, tag, made.id, engine.now()) });
  try {
    return yield* act(made);
  } finally {
    engine.update({ images: { ...engine.state.images, images, tags, digests } });
  }
}

/** `type=image`: manifests that stay in the builder or, with `push`, go to their registries. Source: buildkit exporter/containerimage/export.go. */
export function imageExporter(
  engine: Daemon,
  options: { readonly push: boolean; readonly attest: boolean; readonly oci: boolean },
): Exporter {
  return function* (built, step) {
    return yield* step('exporting to image', (log) =>
      withImage(engine, built, options, log, function* ({ descriptor, config }): Step<ExportResponse> {
        const { digest } = descriptor;
        if (options.push)
          for (const [i, tag] of built.tags.entries()) {
            yield* pushTag(engine, withDefaultTag(fromCanonical(tag)), config);
            if (i === 0) yield* log('pushing layers');
            yield* log(`pushing manifest for ${tag}@${digest}`);
          }
        return { digest, config, descriptor };
      }),
    );
  };
}

function* pushTag(engine: Daemon, reference: Reference, config: string): Step<void> {
  const { domain, path } = reference;
  const name = canonicalString(reference);
  if ((yield* reach(engine, domain)) === undefined) {
    const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
    const scheme = /^(?:127\.|localhost)/.test(host) ? 'http' : 'https';
    throw new SolveError(
      `failed to push ${name}: failed to do request: Head "${scheme}://${host}/v2/${path}/blobs/${config}": ${dialError(host)}`,
    );
  }
  try {
    yield* pushImage(engine, reference, { all: false }, function* () {});
  } catch (error) {
    if (error instanceof DockerError) throw new SolveError(`failed to push ${name}: ${error.message}`);
    throw error;
  }
}

/** `--load`: sends the result as an archive to the engine `host`, which stores it. Source: docker/buildx util/dockerutil/client.go LoadImage. */
export function loadExporter(engine: Daemon, host: Daemon): Exporter {
  return function* (built, step) {
    let body: Body | undefined;
    const response = yield* step('exporting to docker image format', (log) =>
      withImage(engine, built, { attest: false, oci: false }, log, function* ({ descriptor, config }): Step<ExportResponse> {
        body = saveImages(engine, built.tags.length > 0 ? built.tags : [descriptor.digest]);
        yield* log('sending tarball');
        return { digest: descriptor.digest, config, descriptor };
      }),
    );
    yield* step('importing to docker', function* (log) {
      const before = host.state.images.snapshots;
      if (body !== undefined) loadImages(host, body);
      for (const { layer } of [...host.state.images.snapshots].filter(([id]) => !before.has(id)).map(([, snapshot]) => snapshot))
        yield* log(`loading layer ${hexOf(layer.diffID).slice(0, 12)} ${layer.size}B / ${layer.size}B`);
    });
    return response;
  };
}

/** `type=docker,dest=…` and `type=oci`: an archive, given to `write`. Source: buildkit exporter/oci/export.go. */
export function archiveExporter(
  engine: Daemon,
  kind: 'docker' | 'oci',
  options: { readonly attest: boolean },
  write: (body: Body) => Step<void>,
): Exporter {
  return function* (built, step) {
    return yield* step(`exporting to ${kind} image format`, (log) =>
      withImage(
        engine,
        built,
        { attest: options.attest, oci: kind === 'oci' },
        log,
        function* ({ descriptor, config }): Step<ExportResponse> {
          const names = built.tags.length > 0 ? built.tags : [descriptor.digest];
          yield* write(kind === 'docker' ? saveImages(engine, names) : layout(engine, descriptor, built.tags));
          yield* log('sending tarball');
          return { digest: descriptor.digest, config, descriptor };
        },
      ),
    );
  };
}

/** An OCI layout as an archive (image-spec image-layout.md), an entry of the index for each name. */
function layout(engine: Daemon, target: Descriptor, tags: readonly string[]): Body {
  const content = engine.state.images.content!;
  const blobs = blobsUnder(content, target).flatMap(({ digest }) => {
    const body = content.blobs.get(digest);
    return body === undefined ? [] : [[digest, body] as const];
  });
  const { mediaType, digest, size } = target;
  const named = tags.map((tag) => ({
    mediaType,
    digest,
    size,
    annotations: { 'io.containerd.image.name': tag, 'org.opencontainers.image.ref.name': fromCanonical(tag).tag ?? 'latest' },
  }));
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: named.length > 0 ? named : [{ mediaType, digest, size }],
  };
  return tarBody([
    directory('blobs'),
    directory('blobs/sha256'),
    ...blobs.sort(([a], [b]) => compareNames(a, b)).map(([id, body]) => file(`blobs/sha256/${hexOf(id)}`, body)),
    file('index.json', textBody(JSON.stringify(index))),
    file('oci-layout', textBody('{"imageLayoutVersion":"1.0.0"}')),
  ]);
}

const directory = (path: string): TarEntry => ({ kind: 'dir', path, mode: 0o755, uid: 0, gid: 0, mtime: 0 });
const file = (path: string, body: Body): TarEntry => ({ kind: 'file', path, body, mode: 0o644, uid: 0, gid: 0, mtime: 0 });
