import type { RunningMachine } from '../../cli/machine/simulation.ts';
import { encodeText, type Kernel, SysError } from '../../engine/kernel/index.ts';
import { FetchError, fetchHttp, HttpError } from '../../engine/programs/http/index.ts';
import type { Visit, VisitRequest } from '../session/engine-session.ts';

/** Virtual seconds that a visit may take. */
const PATIENCE = 30;
/** Most redirects that are followed, as browsers do. */
const REDIRECTS = 20;

/** Starts a process on a machine that makes a request, as a browser there would, and tells what came back. */
export function startVisit(kernel: Kernel, machine: RunningMachine, request: VisitRequest, answered: (visit: Visit) => void): void {
  const process = kernel.start({
    ns: machine.ns,
    argv: ['browser', encodeText(request.url)],
    env: new Map(),
    credentials: { uid: 1000, gid: 1000, groups: [1000] },
    files: [],
  });
  process.command = 'browser';
  process.run = (function* () {
    const { method, url, headers, body } = request;
    try {
      const response = yield* fetchHttp(process, {
        method,
        url,
        headers,
        ...(body === undefined ? {} : { body }),
        follow: REDIRECTS,
        timeout: PATIENCE,
      });
      answered({ status: response.status, reason: response.reason, headers: response.headers, body: response.body, url: response.url });
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof SysError || error instanceof HttpError)) throw error;
      const failure = error instanceof FetchError ? (error.errno ?? error.kind) : error instanceof SysError ? error.errno : 'bad-answer';
      answered({ failure, message: error.message });
    }
    return 0;
  })();
}
