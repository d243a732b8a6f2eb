import type { Explanation } from './contract.ts';

/** What the parts of the pictures are. A topic that is missing is explained by the one before its last dot. */
export const topics = {
  stack: {
    title: 'Stack',
    text: 'An image, cut open: its layers with the oldest at the bottom, and on top the writable layer of a container.',
    lesson: 'layer-stack',
  },
  'stack.bed': {
    title: 'Layer',
    text: 'One layer: an archive of the files that one instruction added, changed or removed. The four characters begin its diffID; colour and texture come from the same digest, so the same layer looks the same everywhere.',
    lesson: 'layer-stack',
  },
  'stack.base': {
    title: 'Base image',
    text: 'Layers that this image took over from the image it was built on. They are not copied: both images point at the same ones.',
    lesson: 'layer-stack',
  },
  'stack.plane': {
    title: 'No layer',
    text: 'This instruction changed only the config, such as the command or a variable. It has a row in the history and no files, so it has no thickness.',
    lesson: 'layer-stack',
  },
  'stack.axis': {
    title: 'Size axis',
    text: 'Widths are logarithmic: each line is a thousand times the one before. That way a byte and a gigabyte both show.',
    lesson: 'size-and-disk',
  },
  'stack.counts': {
    title: 'Counts',
    text: 'How many entries the layer adds (+), changes (~) and deletes (−). Directories that only lead to them are not counted.',
    lesson: 'copy-on-write',
  },
  'stack.core': {
    title: 'Core',
    text: 'The search for one path, from the top down. The first layer that has it wins; a whiteout ends the search; copies below stay in the image but out of sight.',
    lesson: 'copy-on-write',
  },
  'stack.entry': {
    title: 'Entry',
    text: 'One file of this layer. A: added here. C: changed here, stored again as a whole. D: a whiteout, which hides what the layers below have at this path.',
    lesson: 'copy-on-write',
  },
  'stack.hidden': {
    title: 'Hidden bytes',
    text: 'Bytes in this layer that a later layer replaced or deleted. Nobody sees them any more, yet they travel with every pull.',
    lesson: 'size-and-disk',
  },
  'stack.waste': {
    title: 'Wasted bytes',
    text: 'Space taken by files that later layers store again or delete. The efficiency is the share that is not wasted, reckoned the way the tool dive does.',
    lesson: 'run-hygiene',
  },
  'stack.shared': {
    title: 'Shared layer',
    text: 'Other images have this very layer on the same layers below. It is stored and pulled once.',
    lesson: 'layer-stack',
  },
  'stack.leak': {
    title: 'Still in there',
    text: 'A later layer deletes or replaces this file, but the layer that brought it is still part of the image. Whoever has the image can read it.',
    lesson: 'run-hygiene',
  },
  'stack.blame': {
    title: 'History of a path',
    text: 'Every layer that added, changed or removed this path, the newest first, with the instruction that did it.',
    lesson: 'copy-on-write',
  },
  'stack.read': {
    title: 'File in a layer',
    text: 'The content this one layer has for the path, whatever the layers above make of it.',
    lesson: 'copy-on-write',
  },
  'stack.writable': {
    title: 'Writable layer',
    text: 'All that this container has changed. It starts empty, belongs to this container alone and goes with it; the image below is never touched.',
    lesson: 'copy-on-write',
  },
  'stack.search': {
    title: 'Search in layers',
    text: 'Looks for a text in every file of every layer, also in those that later layers hide.',
    lesson: 'run-hygiene',
  },
  store: {
    title: 'Store',
    text: 'What this machine keeps: tags that point to images, their configs, and the layers they share.',
    lesson: 'tags-and-ids',
  },
  'store.tag': {
    title: 'Tag',
    text: 'A name that points at one image. It can be moved to another at any time; the image itself does not change.',
    lesson: 'image-names',
  },
  'store.image': {
    title: 'Image',
    text: 'A config and a list of layers. Removing it frees only the layers that no other image uses.',
    lesson: 'tags-and-ids',
  },
  'store.manifest': {
    title: 'Manifest',
    text: 'The packing list that a registry keeps for an image: the digest of its config and of each compressed layer. Its own digest is what name@sha256:… means.',
    lesson: 'digests',
  },
  'store.index': {
    title: 'Index',
    text: 'One name for several platforms: a list of manifests, each with its operating system and architecture.',
    lesson: 'multi-arch',
  },
  'store.config': {
    title: 'Config',
    text: 'A small JSON text with the command, the environment and the diffIDs of the layers. The SHA-256 of this text is the image ID.',
    lesson: 'digests',
  },
  'store.digest': {
    title: 'Digest',
    text: 'The SHA-256 of some bytes. Equal digests mean equal bytes; one changed byte gives a wholly different digest.',
    lesson: 'digests',
  },
  'store.layer': {
    title: 'Layer',
    text: 'Stored once, however many images use it. Each dot on the line is an image that does.',
    lesson: 'layer-stack',
  },
  'store.dangling': {
    title: 'Dangling image',
    text: 'An image that lost its name, mostly because a newer build took the tag. It stays until it is pruned or removed by ID.',
    lesson: 'dangling-and-intermediate',
  },
  'store.forecast': {
    title: 'What would go',
    text: 'The command was tried in a copy of this machine. What would be deleted is hatched; your machine is as it was.',
    lesson: 'removing-images',
  },
  'store.kept': {
    title: 'Kept',
    text: 'These layers stay although the image goes, because another image still needs them.',
    lesson: 'removing-images',
  },
  'store.container': {
    title: 'Container',
    text: 'A container that was made from this image. As long as it exists, the image cannot simply be removed.',
    lesson: 'removing-images',
  },
  'store.ripple': {
    title: 'Digest ripple',
    text: 'Change one byte of a file and see which digests follow: layer, diffID, chainID, config, manifest, index. Everything that contains a digest gets a new one itself.',
    lesson: 'digests',
  },
  build: {
    title: 'Build',
    text: 'The steps of a build, from FROM down. Each was taken from the cache or done anew, and says why.',
    lesson: 'build-cache',
  },
  'build.stage': {
    title: 'Stage',
    text: 'Everything from one FROM to the next. Only the last stage, or the one named by --target, becomes the image.',
    lesson: 'multi-stage',
  },
  'build.bed': {
    title: 'Layer of a step',
    text: 'The layer that this step made. Steps that change only the config make none.',
    lesson: 'layer-stack',
  },
  'build.cached': {
    title: 'Cached',
    text: 'The same step on the same state was done before, so its result is taken and nothing runs.',
    lesson: 'build-cache',
  },
  'build.ran': { title: 'Ran', text: 'The step was done anew, and its result will be cached.', lesson: 'build-cache' },
  'build.miss': {
    title: 'First miss',
    text: 'The first step whose inputs differ from every earlier build. All steps that stand on it are done anew as well.',
    lesson: 'build-cache',
  },
  'build.context': {
    title: 'Build context',
    text: 'The files that are sent to the builder. COPY and ADD can only see these.',
    lesson: 'build-context',
  },
  'build.ignored': {
    title: 'Left out',
    text: 'Kept out of the context by a line of .dockerignore. The builder never sees it.',
    lesson: 'build-context',
  },
  'build.join': {
    title: 'COPY --from',
    text: 'Files taken from another stage or image. Nothing else of that stage comes along.',
    lesson: 'multi-stage',
  },
  'build.hand': {
    title: 'Where the debugger stands',
    text: 'Everything above the hand is done, nothing below it. Files, config and environment are those of this very moment.',
    lesson: 'dockerfile-basics',
  },
  run: {
    title: 'Run',
    text: 'What a container really runs: how its arguments were put together, its processes, and what happened to them over time.',
    lesson: 'exec-shell-pid1',
  },
  'run.argv': {
    title: 'Arguments',
    text: 'The list of words the first process was started with. ENTRYPOINT comes first, then CMD or what stood after the image in docker run.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'run.word': {
    title: 'One argument',
    text: 'Each box is one element of the list. Spaces inside a box do not split it: no shell looks at exec form.',
    lesson: 'exec-shell-pid1',
  },
  'run.cmd': {
    title: 'CMD',
    text: 'Default arguments. Whatever stands after the image name in docker run replaces it as a whole.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'run.entrypoint': {
    title: 'ENTRYPOINT',
    text: 'The fixed beginning of the command. Only --entrypoint replaces it, and then the CMD of the image is dropped too.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'run.override': { title: 'Override', text: 'Given with docker run, in place of what the image says.', lesson: 'cmd-entrypoint-matrix' },
  'run.process': {
    title: 'Process',
    text: 'A process of the container, seen from inside: its number, user and directory there.',
    lesson: 'exec-shell-pid1',
  },
  'run.pid1': {
    title: 'PID 1',
    text: 'The first process. When it ends the container stops, and it gets only those signals it has a handler for.',
    lesson: 'exec-shell-pid1',
  },
  'run.signal': {
    title: 'Signal',
    text: 'Who got which signal and what came of it: handled, ignored, or the end of the process.',
    lesson: 'exec-shell-pid1',
  },
  'run.grace': {
    title: 'Grace period',
    text: 'docker stop asks first and waits, 10 seconds unless told otherwise. Then it kills.',
    lesson: 'exec-shell-pid1',
  },
  'run.health': {
    title: 'Health',
    text: 'Each tick is one probe. After so many failures in a row as --health-retries says the container counts as unhealthy; it goes on running.',
    lesson: 'healthcheck',
  },
  'run.life': {
    title: 'Life',
    text: 'When the container was started, stopped and restarted, and with which exit code it ended.',
    lesson: 'container-operations',
  },
  'run.event': { title: 'Event', text: 'One moment of the container, with its virtual time.', lesson: 'container-operations' },
  'run.port': {
    title: 'Published port',
    text: 'A port of the host that leads to one of the container. EXPOSE alone publishes nothing, and a published port answers only if something listens.',
    lesson: 'ports-and-volumes',
  },
  'run.browser': {
    title: 'Browser',
    text: 'Asks the published port as a browser on this machine would, through the simulated network. Nothing leaves the page.',
    lesson: 'ports-and-volumes',
  },
  'run.network': {
    title: 'Network',
    text: 'The networks this container is on, and its address there. Containers on one user-made network find each other by name.',
    lesson: 'ports-and-volumes',
  },
  'run.mount': {
    title: 'Mount',
    text: 'A slot in the wall of the container. What is written there goes to the volume or the host directory and never into the writable layer.',
    lesson: 'ports-and-volumes',
  },
  'run.layer': {
    title: 'Own layer',
    text: 'What the container wrote outside every mount. It is gone when the container is removed.',
    lesson: 'copy-on-write',
  },
  registry: {
    title: 'Registry',
    text: 'This machine on the left, a registry on the right, and in between what a push or pull moved, blob by blob.',
    lesson: 'push-pull-dedupe',
  },
  'registry.layer': {
    title: 'Layer blob',
    text: 'Layers travel compressed, so the digest on the registry’s side differs from the diffID here, though the files are the same.',
    lesson: 'push-pull-dedupe',
  },
  'registry.config': {
    title: 'Config blob',
    text: 'The image config. Its digest is the image ID, the same on both sides.',
    lesson: 'digests',
  },
  'registry.manifest': {
    title: 'Manifest',
    text: 'Sent last, when all its blobs are there. Its digest is printed at the end of a push or pull.',
    lesson: 'digests',
  },
  'registry.index': {
    title: 'Index',
    text: 'The list of platforms behind one name. A pull takes the one that fits this machine.',
    lesson: 'multi-arch',
  },
  'registry.tag': {
    title: 'Tag in the registry',
    text: 'Points at a manifest and may be moved by the next push. The digest below it stays what it is.',
    lesson: 'digests',
  },
  'registry.request': {
    title: 'Request',
    text: 'One HTTP request of the transfer, as the distribution specification has it. HEAD asks whether a blob is already there.',
    lesson: 'registry-private',
  },
  'registry.refused': {
    title: 'Refused',
    text: 'The registry said no. Nothing was moved, and the tag there points where it did.',
    lesson: 'registry-private',
  },
  matrix: {
    title: 'CMD × ENTRYPOINT',
    text: 'Every combination, built and run by the engine. Rows are forms of ENTRYPOINT, columns are what CMD contributes.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'matrix.entrypoint': {
    title: 'Form of ENTRYPOINT',
    text: 'Exec form takes arguments from CMD. Shell form wraps the text in /bin/sh -c and drops CMD and arguments without a word.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'matrix.cmd': {
    title: 'What CMD contributes',
    text: 'Nothing, a shell text, a list, the parent image’s CMD, or the arguments of docker run in its place.',
    lesson: 'cmd-entrypoint-matrix',
  },
  'timeline.line': {
    title: 'Timeline',
    text: 'Every command and edit is a point. Look at any of them, go back there, go on from there on a branch. Nothing is taken out.',
  },
  'editor.checks': {
    title: 'Checks',
    text: 'BuildKit’s own checks of a Dockerfile, run while you type. docker build --check prints the same.',
    lesson: 'dockerfile-basics',
  },
  'editor.build': {
    title: 'Build',
    text: 'Saves the files and types a docker build into the terminal, where you can see it run.',
    lesson: 'dockerfile-basics',
  },
  'files.tree': { title: 'Files', text: 'The files of the simulated machine. Commands see what you write here, and the other way round.' },
  keep: { title: 'Share and keep', text: 'Your work lives on this device and in links you make. No server has it.' },
  'keep.box': { title: 'Sandbox', text: 'A machine of your own with its whole timeline, kept on this device under a name.' },
  'keep.format': {
    title: 'Archive format',
    text: 'docker-archive is what docker save writes. An OCI layout holds the same image in the layout other tools expect.',
    lesson: 'save-load-import',
  },
  'keep.fragment': { title: 'The part after #', text: 'The state is in the link itself. Browsers never send that part to a server.' },
  'keep.archive': {
    title: 'Opened archive',
    text: 'A docker save archive from a real machine. Its bytes stay in this page; docker load reads them here.',
    lesson: 'save-load-import',
  },
  'keep.refused': {
    title: 'Refused',
    text: 'This file is no archive that could be opened, or it is damaged. Nothing of it was taken over.',
    lesson: 'save-load-import',
  },
  'keep.tabs': { title: 'Two tabs', text: 'One tab at a time keeps a lab, so that two can never overwrite each other.' },
  'keep.quota': {
    title: 'Room on this device',
    text: 'How much of what the browser allows this site is used. Delete a sandbox, or save it to a file, to make room.',
  },
  'keep.bytes': {
    title: 'Size',
    text: 'What the sandbox takes on this device: its log of commands and edits, and the files that were uploaded.',
  },
  'registry.registry': {
    title: 'Which registry',
    text: 'The first part of an image’s name says where it lives. Without one it is Docker Hub.',
    lesson: 'image-names',
  },
  clock: {
    title: 'Virtual clock',
    text: 'Time of the simulated machines. It runs like yours, can be held, and can be moved on, so that a health check need not be waited for.',
  },
  'line.cached': {
    title: 'CACHED',
    text: 'BuildKit had done this very step on this very state before, so it took the result.',
    lesson: 'build-cache',
  },
  'line.step': {
    title: 'A step of the build',
    text: 'One instruction of the Dockerfile, with its place in the stage and the time it took.',
    lesson: 'dockerfile-basics',
  },
  'line.internal': {
    title: 'Builder’s own work',
    text: 'Not an instruction: the builder reads the Dockerfile, the base image’s facts, .dockerignore or the context.',
    lesson: 'build-context',
  },
  'line.exporting': {
    title: 'Exporting',
    text: 'The result is written as an image: layers first, then the config whose digest is the image ID, then the name.',
    lesson: 'digests',
  },
  'line.using-cache': {
    title: 'Using cache',
    text: 'The classic builder found an image that was made from the same parent by the same instruction.',
    lesson: 'build-cache',
  },
  'line.digest': {
    title: 'Digest',
    text: 'The digest of the manifest in the registry. name@sha256:… names exactly these bytes for ever.',
    lesson: 'digests',
  },
  'line.pulling': {
    title: 'A layer on its way',
    text: 'Each line is one layer, named by the first digits of its compressed digest.',
    lesson: 'pull-and-run',
  },
  'line.exists': {
    title: 'Already exists',
    text: 'This machine has the layer already, from another image. It is not fetched again.',
    lesson: 'push-pull-dedupe',
  },
  'line.layer-exists': {
    title: 'Layer already exists',
    text: 'The registry has this layer, so it is not sent.',
    lesson: 'push-pull-dedupe',
  },
  'line.mounted': {
    title: 'Mounted from',
    text: 'Another repository of this registry has the layer; it is linked there instead of being sent.',
    lesson: 'push-pull-dedupe',
  },
  'line.untagged': {
    title: 'Untagged',
    text: 'Only a name was taken away. The image goes when no name and no container needs it any more.',
    lesson: 'removing-images',
  },
  'line.deleted': {
    title: 'Deleted',
    text: 'An image or layer is really gone, because nothing refers to it any more.',
    lesson: 'removing-images',
  },
  'line.images': {
    title: 'docker images',
    text: 'One line for each tag: several lines with one IMAGE ID are one image. SIZE counts shared layers in every line.',
    lesson: 'list-filter-format',
  },
  'line.none': {
    title: '<none>',
    text: 'An image without a name: dangling, or an in-between of the classic builder.',
    lesson: 'dangling-and-intermediate',
  },
  'line.ps': {
    title: 'docker ps',
    text: 'Containers that run; -a shows the others too. COMMAND is what really started, shortened.',
    lesson: 'container-operations',
  },
  'line.history': {
    title: 'docker history',
    text: 'The instructions behind the image, newest first. <missing> only says that the in-between images are not on this machine.',
    lesson: 'layer-stack',
  },
  'line.diff': {
    title: 'docker diff',
    text: 'What the container changed against its image: A added, C changed, D deleted.',
    lesson: 'copy-on-write',
  },
  'line.prompt': {
    title: 'Command',
    text: 'A command you ran. Its number is its point in the timeline; the pictures show what it changed.',
  },
  'line.output': {
    title: 'Output',
    text: 'What the command printed, the same as the real one prints. The pictures show the state behind it.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

export type Topic = keyof typeof topics;
