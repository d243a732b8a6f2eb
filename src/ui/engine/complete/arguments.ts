// What each docker command takes after its flags.

export type Argument =
  | 'image'
  | 'remote-image'
  | 'runnable'
  | 'container'
  | 'running'
  | 'alive'
  | 'stopped'
  | 'paused'
  | 'volume'
  | 'network'
  | 'builder'
  | 'path'
  | 'directory'
  | 'inside'
  | 'copy'
  | 'any'
  | 'nothing';

/** The arguments in their order; the last one goes on, unless it is `nothing`. */
export const argumentsOf: Readonly<Record<string, readonly Argument[]>> = {
  'container attach': ['running', 'nothing'],
  'container commit': ['container', 'image', 'nothing'],
  'container cp': ['copy', 'copy', 'nothing'],
  'container create': ['runnable', 'inside'],
  'container diff': ['container', 'nothing'],
  'container exec': ['running', 'inside'],
  'container export': ['container', 'nothing'],
  'container inspect': ['container'],
  'container kill': ['alive'],
  'container logs': ['container', 'nothing'],
  'container pause': ['running'],
  'container port': ['running', 'nothing'],
  'container rename': ['container', 'nothing'],
  'container restart': ['container'],
  'container rm': ['container'],
  'container run': ['runnable', 'inside'],
  'container start': ['stopped'],
  'container stats': ['alive'],
  'container stop': ['alive'],
  'container top': ['running', 'nothing'],
  'container unpause': ['paused'],
  'container update': ['container'],
  'container wait': ['container'],
  'image history': ['image', 'nothing'],
  'image import': ['path', 'nothing'],
  'image inspect': ['image'],
  'image load': ['nothing'],
  'image ls': ['image', 'nothing'],
  'image pull': ['remote-image', 'nothing'],
  'image push': ['image', 'nothing'],
  'image rm': ['image'],
  'image save': ['image'],
  'image tag': ['image', 'image', 'nothing'],
  'manifest inspect': ['remote-image', 'nothing'],
  'buildx build': ['directory', 'nothing'],
  'buildx imagetools inspect': ['remote-image', 'nothing'],
  'buildx imagetools create': ['remote-image'],
  'buildx inspect': ['builder', 'nothing'],
  'buildx rm': ['builder'],
  'buildx stop': ['builder', 'nothing'],
  'buildx use': ['builder', 'nothing'],
  'network connect': ['network', 'container', 'nothing'],
  'network disconnect': ['network', 'container', 'nothing'],
  'network inspect': ['network'],
  'network rm': ['network'],
  'volume inspect': ['volume'],
  'volume rm': ['volume'],
  inspect: ['any'],
};

/** Commands in their short form, as they are called in the tables here. */
const long: Readonly<Record<string, string>> = {
  ps: 'container ls',
  images: 'image ls',
  rmi: 'image rm',
  build: 'buildx build',
  'image build': 'buildx build',
  'builder build': 'buildx build',
  'builder prune': 'buildx prune',
  history: 'image history',
  info: 'system info',
  events: 'system events',
};
const ofImages = new Set(['import', 'load', 'pull', 'push', 'save', 'tag']);
const ofContainers = new Set([
  'attach',
  'commit',
  'cp',
  'create',
  'diff',
  'exec',
  'export',
  'kill',
  'logs',
  'pause',
  'port',
  'rename',
  'restart',
  'rm',
  'run',
  'start',
  'stats',
  'stop',
  'top',
  'unpause',
  'update',
  'wait',
]);

/** `run` and `container run` are one command; so are `builder ls` and `buildx ls`. */
export function commandName(path: readonly string[]): string {
  const name = path.join(' ');
  if (long[name] !== undefined) return long[name];
  if (path.length === 1 && ofImages.has(name)) return `image ${name}`;
  if (path.length === 1 && ofContainers.has(name)) return `container ${name}`;
  return path[0] === 'builder' ? ['buildx', ...path.slice(1)].join(' ') : name;
}
