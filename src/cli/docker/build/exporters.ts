import { type BuildResult, type Exporter, type ExportResponse, SolveError } from '../../../engine/build/index.ts';
import { archiveExporter, imageExporter, loadExporter } from '../../../engine/builders/index.ts';
import { pushImage } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText, type Process, type Step, SysError } from '../../../engine/kernel/index.ts';
import { formatPlatform } from '../../../engine/platform/index.ts';
import { fromCanonical, repositoryOf } from '../../../engine/reference/index.ts';
import { type Body, pieces } from '../../../engine/tree/index.ts';
import { absolute } from './host-path.ts';
import type { Output } from './output.ts';
import { writeArchive, writeDirectory } from './write-tree.ts';

/** How a builder in a container exports: into its registry, to the engine, or to files of the host. */
export function builderExporters(
  engine: Daemon,
  host: Daemon,
  process: Process,
  outputs: readonly Output[],
  options: { readonly attest: boolean; readonly explicit: boolean; readonly oci: boolean },
): Exporter[] {
  return outputs.flatMap((output): Exporter[] => {
    switch (output.kind) {
      case 'image':
        return [imageExporter(engine, { push: output.push, ...options })];
      case 'docker': {
        const { dest } = output;
        return [
          dest === undefined
            ? loadExporter(engine, host)
            : archiveExporter(engine, 'docker', { attest: false }, (body) => writeBody(process, body, dest)),
        ];
      }
      case 'oci':
        return [archiveExporter(engine, 'oci', { attest: options.explicit }, (body) => writeBody(process, body, output.dest))];
      default:
        return fileExporters(process, [output]);
    }
  });
}

/** The exporters that write a result's files. */
export function fileExporters(process: Process, outputs: readonly Output[]): Exporter[] {
  return outputs.flatMap((output): Exporter[] => {
    if (output.kind === 'local') return [localExporter(process, output.dest)];
    return output.kind === 'tar' ? [tarExporter(process, output.dest)] : [];
  });
}

/** A directory; one for each platform in it when there are several. */
const localExporter = (process: Process, dest: string): Exporter =>
  function* ({ results }: BuildResult, step): Step<ExportResponse> {
    yield* step('exporting to client directory', function* (log) {
      for (const { platform, ref } of results) {
        const name = formatPlatform(platform, false);
        const below = results.length > 1 ? `/${name.replaceAll('/', '_')}` : '';
        writing(() => writeDirectory(process, ref.tree, `${absolute(process, dest)}${below}`));
        yield* log(results.length > 1 ? `copying files ${name}` : 'copying files');
      }
    });
    return {};
  };

const tarExporter = (process: Process, dest: string): Exporter =>
  function* ({ results }: BuildResult, step): Step<ExportResponse> {
    yield* step('exporting to client tarball', function* (log) {
      const trees = results.map(({ platform, ref }) => ({ tree: ref.tree, below: formatPlatform(platform, false).replaceAll('/', '_') }));
      yield* writeArchive(process, trees.length > 1 ? trees : [{ tree: trees[0]!.tree, below: '' }], dest);
      yield* log('sending tarball');
    });
    return {};
  };

/** `--push` with the docker driver: the engine pushes each name. Source: docker/buildx build/build.go pushWithMoby. */
export function mobyPush(daemon: Daemon): Exporter {
  return function* ({ tags }: BuildResult, step): Step<ExportResponse> {
    let digest: string | undefined;
    for (const tag of tags) {
      const reference = fromCanonical(tag);
      yield* step(`pushing ${tag.replace(/^docker\.io\/(?:library\/)?/, '')} with docker`, function* (log) {
        try {
          yield* pushImage(daemon, reference, { all: false }, function* ({ id, status, progress }) {
            if (id !== undefined && progress && /^(?:Pushed|Layer already exists|Mounted from)/.test(status))
              yield* log(`pushing layer ${id}`);
          });
        } catch (error) {
          if (error instanceof DockerError) throw new SolveError(error.message, { ofClient: true });
          throw error;
        }
      });
      const prefix = `${repositoryOf(reference)}@`;
      digest = [...daemon.state.images.digests].findLast(([name]) => name.startsWith(prefix))?.[0].slice(prefix.length) ?? digest;
    }
    return digest === undefined ? {} : { digest };
  };
}

function* writeBody(process: Process, body: Body, dest: string): Step<void> {
  if (dest === '-') {
    for (const piece of pieces(body)) yield* process.write(1, piece);
    return;
  }
  const fd = process.fs.open(encodeText(absolute(process, dest)), { write: true, create: true, truncate: true }, 0o644);
  for (const piece of pieces(body)) yield* process.write(fd, piece);
  process.io.close(fd);
}

function writing(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof SysError) throw new SolveError(`error writing output: ${error.message.toLowerCase()}`);
    throw error;
  }
}
