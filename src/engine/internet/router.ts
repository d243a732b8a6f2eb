import {
  type Kernel,
  Namespace,
  type NetworkStack,
  plainFileSystem,
  type Run,
  type Segment,
  type Step,
  type StreamSocket,
  SysError,
} from '../kernel/index.ts';
import {
  HttpConnection,
  HttpError,
  type HttpRequest,
  headerOf,
  keepsAlive,
  readRequest,
  tlsAccept,
  writeResponse,
} from '../programs/http/index.ts';
import type { Internet, SiteRequest } from './internet.ts';

/** Seconds to a host of the internet and back. */
const DELAY = 0.012;
/** Most connections to the internet at once. */
const MAX_SERVED = 64;
/** Seconds that a host waits for a request. */
const PATIENCE = 60;
const SERVER_PORTS = [80, 443];
/** Name servers that everyone knows: they answer what the router answers, and pings. */
const NAME_SERVERS: ReadonlySet<string> = new Set([
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '9.9.9.9',
  '114.114.114.114',
  '223.5.5.5',
  '119.29.29.29',
]);

export interface RouterOptions {
  /** The wire that machines hang on, and the router's own address there with its bits. */
  readonly segment: Segment;
  readonly address: string;
  /** Undefined: there is no way out, only names of the machines. */
  readonly internet: Internet | undefined;
  /** Addresses of the machines on the wire, by name. */
  readonly machines: () => ReadonlyMap<string, string>;
}

/**
 * The router between machines and the internet. It is also their name server. Behind it the hosts of the internet answer on ports
 * 80 and 443; other ports are refused, and addresses that nobody has never answer.
 */
export function startRouter(kernel: Kernel, options: RouterOptions): NetworkStack {
  const ns = new Namespace({ id: 'internet', hostname: 'internet', root: plainFileSystem('tmpfs') });
  ns.nextPid = 2;
  const stack = ns.network;
  const { internet } = options;
  stack.add({ name: 'eth0', addresses: [options.address], segment: options.segment, mac: '02:53:54:52:41:01' });
  stack.nameServer = (name) => {
    const found = options.machines().get(name) ?? internet?.resolve(name);
    return found === undefined ? [] : [found];
  };
  if (internet === undefined) return stack;
  stack.delay = DELAY;
  stack.answersFor = (address) => internet.has(address) || NAME_SERVERS.has(address);
  let served = 0;
  stack.serve = (address, port, socket) => {
    if (!internet.has(address) || !SERVER_PORTS.includes(port) || served >= MAX_SERVED) return false;
    served++;
    const process = kernel.start({ ns, argv: ['internet'], env: new Map(), credentials: { uid: 0, gid: 0, groups: [] }, files: [socket] });
    process.onExit = () => served--;
    process.run = (function* (): Run {
      process.setDisposition(13, 'ignore');
      const connection = new HttpConnection(process, 0, { deadline: process.now() + PATIENCE });
      try {
        yield* serveConnection(internet, connection, socket, { address, port });
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
      return 0;
    })();
    return true;
  };
  return stack;
}

function* serveConnection(
  internet: Internet,
  connection: HttpConnection,
  socket: StreamSocket,
  at: { address: string; port: number },
): Step<void> {
  const { address, port } = at;
  let scheme: SiteRequest['scheme'] = 'http';
  if (port === 443) {
    const name = yield* tlsAccept(connection, (asked) => ({ names: internet.certificateFor(address, asked), issuer: 'Strata' }));
    if (name !== undefined) scheme = 'https';
    else {
      yield* writeResponse(connection, {
        status: 400,
        body: 'The plain HTTP request was sent to HTTPS port\n',
        headers: [['Connection', 'close']],
      });
      return;
    }
  }
  for (;;) {
    const request = yield* next(connection);
    if (request === undefined) return;
    const host = (headerOf(request.headers, 'Host') ?? address).replace(/:\d+$/, '').toLowerCase();
    const response = yield* internet.respond(address, { ...request, host, port, scheme, client: socket.remote.address });
    const open = keepsAlive(request.version, request.headers);
    const headers = open ? (response.headers ?? []) : [...(response.headers ?? []), ['Connection', 'close'] as const];
    yield* writeResponse(connection, { ...response, headers }, request.method);
    if (!open) return;
  }
}

/** The next request; nonsense is answered and ends the connection. */
function* next(connection: HttpConnection): Step<HttpRequest | undefined> {
  try {
    return yield* readRequest(connection);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.kind !== 'cut-short') yield* writeResponse(connection, { status: 400, headers: [['Connection', 'close']] });
    return undefined;
  }
}
