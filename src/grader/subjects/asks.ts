// What every check looks at, in the nouns of the pictures: what no check looks at is not graded, and greyed in the goal.
// 'nowhere' says that something stands in no picture: files of the host, output, settings.

/**
 * Of an image: `image` that it is there, by which names; `whole` all of it; `layers` all its layers; `found` the layers that the check
 * names as evidence; `paths` the layers that hold a path; `config` one field; `history`. Of a container: its `container` at all,
 * its `argv`, processes, events, own layer, what stands at a path in it, a mount, a port. `runs`: of the image. Of a build: a `step`, all
 * `steps`, the `context`. Of a registry: a `reference`, the `blobs`, `platforms` or `requests` of one, all `tags` of a repository.
 */
export type Ask =
  | 'image'
  | 'images'
  | 'dangling'
  | 'whole'
  | 'layers'
  | 'found'
  | 'paths'
  | 'config'
  | 'history'
  | 'container'
  | 'containers'
  | 'argv'
  | 'processes'
  | 'events'
  | 'own'
  | 'inside'
  | 'mount'
  | 'port'
  | 'runs'
  | 'volume'
  | 'volumes'
  | 'network'
  | 'reference'
  | 'blobs'
  | 'platforms'
  | 'requests'
  | 'tags'
  | 'step'
  | 'steps'
  | 'context'
  | 'cache'
  | 'nowhere';

/** Check names by what they look at, several separated by `+`. */
const asks: Readonly<Record<string, string>> = {
  image: 'image-exists image-absent same-id different-id image-refs',
  'image+reference': 'image-from-registry',
  images: 'image-count',
  dangling: 'dangling-count',
  whole: 'image-unchanged',
  layers: 'layers-count fs-only size-below unique-size size-ratio',
  found: 'layers-on-base layers-added layers-at-most layers-common-prefix layer-has layer-whiteout',
  paths: 'fs-has fs-absent fs-content fs-mode fs-owner',
  'layers+history': 'bytes-absent bytes-present',
  history: 'history-rows history-contains history-lacks',
  config: 'image-platform config-equals config-lacks config-env config-no-env config-label config-label-is-digest config-healthcheck',
  container: 'container-absent container-exists container-env container-label container-memory',
  'container+image': 'container-of containers-of',
  containers: 'container-count containers-in-state',
  argv: 'container-argv',
  processes: 'container-pid1 container-user',
  events:
    'container-exit container-health container-oom container-restarted container-state container-stopped-within container-streak container-logs container-logs-lack',
  'processes+events': 'container-unchanged',
  own: 'container-diff container-diff-has',
  inside: 'container-file container-file-absent',
  mount: 'container-mount',
  port: 'container-port',
  'runs+argv': 'ran-argv',
  runs: 'ran-count',
  'runs+events': 'ran ran-contains ran-exit ran-oom',
  'container+network': 'container-network',
  network: 'network-exists',
  volume: 'volume-exists volume-absent volume-file',
  volumes: 'volume-count',
  reference: 'registry-has registry-lacks registry-same-digest registry-other-digest',
  'reference+blobs': 'registry-digest-is-start registry-shares-layers',
  'reference+platforms': 'registry-platforms',
  'blobs+requests': 'push-blobs-at-most push-bytes-below',
  tags: 'registry-tags',
  step: 'step-cached',
  steps: 'steps-run-at-most',
  context: 'context-sent context-not-sent context-below',
  cache: 'cache-empty',
  nowhere:
    'output-contains turn-exit host-has host-absent host-file host-file-contains host-file-lacks archive-has archive-refs daemon-setting',
};

const byCheck: ReadonlyMap<string, readonly Ask[]> = new Map(
  Object.entries(asks).flatMap(([what, checks]) => checks.split(' ').map((check) => [check, what.split('+') as Ask[]] as const)),
);

/** What a check looks at; an unknown one throws, so that none is greyed by oversight. */
export function asksOf(check: string): readonly Ask[] {
  const found = byCheck.get(check);
  if (found === undefined) throw new Error(`what the check ${check} looks at is not said`);
  return found;
}
