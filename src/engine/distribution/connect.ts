import type { Connector, Daemon } from '../daemon/daemon.ts';
import { DockerError } from '../errors/index.ts';
import { fromBytes, type Process, type Step, SysError } from '../kernel/index.ts';
import { FetchError, fetchHttp, HttpError } from '../programs/http/index.ts';
import { DEFAULT_DOMAIN } from '../reference/index.ts';
import type { RemoteRegistry, RequestTrace } from '../registry/index.ts';
import { hostAndPort, isInsecure } from './address.ts';
import { httpRegistry } from './http-registry.ts';
import { mirrored } from './mirror.ts';

/** The process in whose name the engine speaks: the one whose turn it is, on the engine's own host. */
export function callerOf(daemon: Daemon): { kernel: Daemon['kernel']; process(): Process } {
  return {
    kernel: daemon.kernel,
    process: () => {
      const { current } = daemon.kernel;
      if (current === undefined) throw new Error('a registry is asked outside of any process');
      return current;
    },
  };
}

/**
 * Registries that listen somewhere on the simulated network. Loopback and `insecure-registries` may be without encryption, all others must
 * not. Throws DockerError with the text of a connection that cannot be made. Source: moby registry/service_v2.go, distribution/registry.go.
 */
export const httpConnector: Connector = function* connector(daemon, domain) {
  if (domain === DEFAULT_DOMAIN) return undefined;
  const caller = callerOf(daemon);
  const { host, port } = hostAndPort(domain);
  const found = yield* caller.process().net.lookup(host);
  const addresses = found.kind === 'found' ? found.addresses : [];
  const insecure = isInsecure(domain, addresses, daemon.config);
  if (found.kind !== 'found') {
    const scheme = insecure ? 'http' : 'https';
    throw new DockerError(
      'Unavailable',
      `Get "${scheme}://${domain}/v2/": dial tcp: lookup ${host}${nameServer(caller.process())}: no such host`,
    );
  }
  const secure = `https://${host}:${port ?? 443}`;
  const plain = `http://${host}:${port ?? 80}`;
  const client = daemon.state.images.content === undefined ? 'moby' : 'containerd';
  const answer = yield* ping(caller.process(), secure);
  if (answer === 'answers') return httpRegistry(caller, secure, { client, greeting });
  if (insecure && (yield* ping(caller.process(), plain)) === 'answers') return httpRegistry(caller, plain, { client, greeting });
  if (answer === 'plain' && !insecure)
    throw new DockerError('Unavailable', `Get "https://${domain}/v2/": http: server gave HTTP response to HTTPS client`);
  const address = addresses[0] ?? host;
  const dialled = `${host === 'localhost' ? '[::1]' : address}:${port ?? (insecure ? 80 : 443)}`;
  const why = answer === 'plain' || answer === 'answers' ? 'connect: connection refused' : answer;
  throw new DockerError('Unavailable', `Get "${insecure ? 'http' : 'https'}://${domain}/v2/": dial tcp ${dialled}: ${why}`);
};

/** The request for the version of the protocol, as it is told once it was answered. */
const greeting: RequestTrace = { method: 'GET', path: '/v2/', status: 200, sent: 0, received: 2, asked: [], answered: [] };

/** ` on ADDRESS:53`, as Go's resolver tells whom it asked; nothing where no name server is set. */
function nameServer(process: Process): string {
  try {
    const [, address] = /^nameserver[ \t]+(\S+)/m.exec(fromBytes(process.fs.readFile('/etc/resolv.conf', 64 * 1024))) ?? [];
    return address === undefined ? '' : ` on ${address}:53`;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return '';
  }
}

const DIAL: Partial<Record<SysError['errno'], string>> = {
  ECONNREFUSED: 'connect: connection refused',
  EHOSTUNREACH: 'connect: no route to host',
  ENETUNREACH: 'connect: network is unreachable',
  ETIMEDOUT: 'i/o timeout',
};

/** Asks for the version of the protocol: whether a registry answers, whether somebody does without encryption, or why nobody does. */
function* ping(process: Process, origin: string): Step<string> {
  try {
    yield* fetchHttp(process, { url: `${origin}/v2/`, timeout: 15 });
    return 'answers';
  } catch (error) {
    if (error instanceof FetchError && error.kind === 'tls') return 'plain';
    if (error instanceof HttpError) return 'plain';
    const errno = error instanceof FetchError || error instanceof SysError ? error.errno : undefined;
    if (errno === undefined) throw error;
    if (errno === 'ECONNRESET') return 'plain';
    return DIAL[errno] ?? `connect: ${new SysError(errno).message.toLowerCase()}`;
  }
}

/** Puts an engine's mirrors before the way to Docker Hub; without any it is that way itself. */
export function withMirrors(hub: Connector): Connector {
  return function* connector(daemon: Daemon, domain: string): Step<RemoteRegistry | undefined> {
    const origin = yield* hub(daemon, domain);
    if (origin === undefined || domain !== DEFAULT_DOMAIN || daemon.config.registryMirrors.length === 0) return origin;
    const caller = callerOf(daemon);
    const mirrors: RemoteRegistry[] = [];
    for (const mirror of daemon.config.registryMirrors) {
      const url = mirror.replace(/\/$/, '');
      if ((yield* ping(caller.process(), url)) === 'answers') mirrors.push(httpRegistry(caller, url));
    }
    return mirrored(mirrors, origin);
  };
}
