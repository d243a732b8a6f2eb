import { type Process, type Run, SIGNALS, type Step, SysError } from '../../kernel/index.ts';
import {
  HttpConnection,
  HttpError,
  type HttpRequest,
  headerOf,
  keepsAlive,
  type ResponseToWrite,
  readRequest,
  writeResponse,
} from '../http/index.ts';
import { clfDate, Fibers, httpDate } from '../service/index.ts';
import { answer, type Served } from './answer.ts';
import { ConfigError, readConfig } from './config.ts';
import { RegistryError } from './errors.ts';
import { logLine, serviceFields } from './log.ts';
import { PullThrough } from './pull-through.ts';
import { Storage } from './storage.ts';
import { Uploads } from './uploads.ts';

/** `registry serve CONFIG`: listens and answers until a signal ends it. Source: distribution registry/registry.go. */
export function* serve(p: Process, path: string): Run {
  const fields = serviceFields(p);
  let served: Served;
  let listener: number;
  let where = '';
  try {
    const config = readConfig(p, path);
    where = `${config.address === '0.0.0.0' ? '' : config.address}:${config.port}`;
    const storage = new Storage(p, config.root);
    const proxy = config.remoteUrl === undefined ? undefined : new PullThrough(p, storage, config.remoteUrl);
    served = { p, config, storage, uploads: new Uploads(p, storage, config), proxy };
    if (!p.env.has('REGISTRY_HTTP_SECRET')) yield* logLine(p, 'warning', NO_SECRET, fields);
    yield* logLine(p, 'info', 'redis not configured', fields);
    yield* logLine(p, 'info', `Starting upload purge in ${1 + (p.kernel.random.bytes(1)[0]! % 59)}m0s`, fields);
    yield* logLine(p, 'info', 'using inmemory blob descriptor cache', fields);
    if (proxy !== undefined) yield* logLine(p, 'info', `Registry configured as a proxy cache to ${config.remoteUrl}`, fields);
    listener = p.net.listen(config.port, config.address);
  } catch (error) {
    if (error instanceof ConfigError) {
      yield* p.write(2, `configuration error: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof SysError)) throw error;
    yield* logLine(p, 'fatal', `listen tcp ${where}: bind: ${error.message.toLowerCase()}`, fields);
    return 1;
  }
  const { port, address } = served.config;
  yield* logLine(p, 'info', `listening on ${address === '0.0.0.0' ? '[::]' : address}:${port}`, fields);
  const fibers = new Fibers(p);
  fibers.start(accept(p, listener, fibers, served));
  for (const signal of [SIGNALS.TERM, SIGNALS.INT]) p.setDisposition(signal, 'catch');
  p.setDisposition(SIGNALS.PIPE, 'ignore');
  let ended = false;
  yield* fibers.run(
    () => ended,
    () => {
      ended = true;
    },
  );
  yield* logLine(p, 'info', 'stopping server gracefully. Draining connections for 0s', fields);
  return 0;
}

const NO_SECRET =
  'No HTTP secret provided - generated random secret. This may cause problems with uploads if multiple registries are behind a load-balancer. To provide a shared secret, fill in http.secret in the configuration file or set the REGISTRY_HTTP_SECRET environment variable.';

function* accept(p: Process, listener: number, fibers: Fibers, served: Served): Step<void> {
  for (;;) {
    const { fd, peer } = yield* p.net.accept(listener);
    fibers.start(converse(p, fd, `${peer.address}:${peer.port}`, served));
  }
}

/** One connection, request by request. What goes wrong on it ends it and nothing else. */
function* converse(p: Process, fd: number, peer: string, served: Served): Step<void> {
  const connection = new HttpConnection(p, fd);
  try {
    for (;;) {
      const request = yield* readRequest(connection);
      if (request === undefined) return;
      if (served.proxy !== undefined) yield* served.proxy.ahead(request);
      const response = answerOf(served, request);
      const headers = [...(response.headers ?? []), ...COMMON, ['Date', httpDate(p.now())] as const];
      yield* p.write(1, accessLine(p, peer, request, response));
      yield* writeResponse(connection, { ...response, headers }, request.method);
      if (!keepsAlive(request.version, request.headers)) return;
    }
  } catch (error) {
    if (error instanceof HttpError && error.kind !== 'cut-short')
      yield* quietly(writeResponse(connection, { status: 400, headers: [['Connection', 'close']], body: '400 Bad Request' }));
    else if (!(error instanceof SysError) && !(error instanceof HttpError)) throw error;
  } finally {
    connection.close();
  }
}

const COMMON = [
  ['Docker-Distribution-Api-Version', 'registry/2.0'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;

function answerOf(served: Served, request: HttpRequest): ResponseToWrite {
  try {
    return answer(served, request);
  } catch (error) {
    const known = error instanceof SysError ? new RegistryError('UNKNOWN', { DriverName: 'filesystem', Enclosed: error.message }) : error;
    if (!(known instanceof RegistryError)) throw error;
    return { status: known.status, headers: [['Content-Type', 'application/json; charset=utf-8']], body: known.text() };
  }
}

/** A line in Apache's combined format, on standard output. */
function accessLine(p: Process, peer: string, { method, target, version, headers }: HttpRequest, response: ResponseToWrite): string {
  const size = typeof response.body === 'string' ? response.body.length : (response.body?.length ?? 0);
  const agent = headerOf(headers, 'User-Agent') ?? '';
  return `${peer.replace(/:\d+$/, '')} - - [${clfDate(p.now())}] "${method} ${target} ${version}" ${response.status} ${size} "" ${JSON.stringify(agent)}\n`;
}

/** Writes to whoever may be gone. */
function* quietly(step: Step<void>): Step<void> {
  try {
    yield* step;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}
