import { imageEvent } from '../../daemon/events/index.ts';
import { forgetUnnamed, usesContainerd } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import type { ImageID } from '../../digest/index.ts';
import type { Step } from '../../kernel/index.ts';
import { familiarString, fromCanonical } from '../../reference/index.ts';
import { setTag } from '../../store/index.ts';
import { storeImage } from './export.ts';
import { exportTarget } from './export-target.ts';
import type { Progress } from './progress.ts';
import { provenancePredicate } from './provenance.ts';
import type { BuildkitOutcome, BuildkitRequest, ExportResponse, PlatformResult } from './request.ts';

type Exported = Omit<Extract<BuildkitOutcome, { ok: true }>, 'ok' | 'warnings'>;

/** What becomes of the results, at least one: an image of the engine where that is wanted, then whatever the client does with them. */
export function* exportResults(
  daemon: Daemon,
  request: BuildkitRequest,
  results: readonly PlatformResult[],
  progress: Progress,
): Step<Exported> {
  const { tags, store, exporters = [] } = request;
  const [first] = results as readonly [PlatformResult, ...PlatformResult[]];
  let image: ImageID | undefined;
  let response: ExportResponse = {};
  if (store) {
    if (usesContainerd(daemon)) ({ image, response } = yield* toContainerd(daemon, request, results, progress));
    else image = yield* toGraphDriver(daemon, tags, first, progress);
  }
  for (const exporter of exporters)
    response = { ...(yield* exporter({ results, tags }, (name, act) => progress.during(name, act))), ...response };
  const provenance = results.length === 1 ? { provenance: provenancePredicate(first.facts) } : {};
  return { image, configText: first.configText, response, ...provenance };
}

function* toGraphDriver(daemon: Daemon, tags: readonly string[], { ref, configText }: PlatformResult, progress: Progress): Step<ImageID> {
  const line = yield* progress.begin('exporting to image');
  if (ref.layers.length > 0) yield* progress.status(line, 'exporting layers', true);
  const image = storeImage(daemon, configText, ref);
  yield* progress.status(line, `writing image ${image}`);
  for (const tag of tags) {
    daemon.update({ images: setTag(daemon.state.images, tag, image, daemon.now()) });
    imageEvent(daemon, image, 'tag', familiarString(fromCanonical(tag)));
    yield* progress.status(line, `naming to ${tag.replace(/:latest$/, '')}`);
  }
  imageEvent(daemon, image, 'create');
  yield* progress.done(line);
  return image;
}

/** An image that loses its last name goes at once. */
function* toContainerd(
  daemon: Daemon,
  { tags, attest = false, ociMediaTypes = false }: BuildkitRequest,
  results: readonly PlatformResult[],
  progress: Progress,
): Step<{ image: ImageID; response: ExportResponse }> {
  const line = yield* progress.begin('exporting to image');
  yield* progress.status(line, 'exporting layers', true);
  const made = exportTarget(daemon, results, { attest, oci: ociMediaTypes });
  for (const text of made.lines) yield* progress.status(line, text);
  imageEvent(daemon, made.id, 'create');
  for (const tag of tags) {
    const before = daemon.state.images.tags.get(tag);
    daemon.update({ images: setTag(daemon.state.images, tag, made.id, daemon.now()) });
    if (before !== made.id) forgetUnnamed(daemon, before);
    imageEvent(daemon, made.id, 'tag', familiarString(fromCanonical(tag)));
  }
  const names = tags.length > 0 ? tags : [`moby-dangling@${made.id}`];
  for (const name of names) for (const what of ['naming', 'unpacking']) yield* progress.status(line, `${what} to ${name}`);
  yield* progress.done(line);
  return { image: made.shown, response: { digest: made.id, descriptor: made.descriptor } };
}
