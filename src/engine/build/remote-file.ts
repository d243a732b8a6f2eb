import { type Digest, sha256 } from '../digest/index.ts';
import { type Process, type Step, SysError } from '../kernel/index.ts';
import { FetchError, fetchHttp, HttpError, type HttpResponse, headerOf, parseHttpDate, reasonOf, textOf } from '../programs/http/index.ts';
import { bytesBody, ROOT, Tree, TreeEdit } from '../tree/index.ts';
import { unreachable } from './unreachable.ts';

/** A file that a build fetched from a URL: the only one in `tree`, owned by root with mode 0600. */
export interface RemoteFile {
  readonly name: string;
  readonly tree: Tree;
  readonly digest: Digest;
}

/** What a server answered instead of a file. */
export interface RefusedFile {
  readonly status: number;
  /** `404 Not Found`. */
  readonly line: string;
  readonly body: string;
}

const MAX_REDIRECTS = 10;

/** Fetches what ADD names. An answer that is no success is given back; a text is why there is no answer, in Go's words. Source: buildkit source/http, moby builder/remotecontext. */
export function* fetchRemote(process: Process, url: string): Step<RemoteFile | RefusedFile | string> {
  let response: HttpResponse;
  try {
    response = yield* fetchHttp(process, { url, follow: MAX_REDIRECTS, headers: [['User-Agent', 'Go-http-client/1.1']] });
  } catch (error) {
    return failureText(error, url);
  }
  const { status, headers, body, reason } = response;
  if (status < 200 || status >= 400)
    return { status, line: `${status} ${reason || reasonOf(status)}`, body: textOf(body.subarray(0, 1024)) };
  const named = /filename="?([^";/]+)"?/.exec(headerOf(headers, 'Content-Disposition') ?? '')?.[1];
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/, '').split(/[?#]/)[0]!;
  const name = named ?? (path.slice(path.lastIndexOf('/') + 1) || 'download');
  const modified = parseHttpDate(headerOf(headers, 'Last-Modified') ?? '') ?? Math.floor(process.now());
  const edit = new TreeEdit(Tree.empty(modified));
  edit.create(ROOT, name, { kind: 'file', body: bytesBody(body), mode: 0o600, uid: 0, gid: 0, mtime: modified });
  return { name, tree: edit.tree(), digest: sha256(body) };
}

function failureText(error: unknown, url: string): string {
  if (error instanceof HttpError) return `Get "${url}": EOF`;
  if (error instanceof SysError && error.errno !== 'EINTR') return `Get "${url}": read tcp: ${error.message.toLowerCase()}`;
  if (!(error instanceof FetchError)) throw error;
  const port = /^[a-z]+:\/\/[^/?#]*?(?::(\d+))?(?:[/?#]|$)/.exec(url)?.[1] ?? (url.startsWith('https') ? '443' : '80');
  if (error.kind === 'connect' && error.errno === 'ECONNREFUSED')
    return `Get "${url}": dial tcp ${error.host}:${port}: connect: connection refused`;
  if (error.kind === 'connect' && error.errno === 'EHOSTUNREACH')
    return `Get "${url}": dial tcp ${error.host}:${port}: connect: no route to host`;
  if (error.kind === 'connect' && error.errno === 'ETIMEDOUT') return `Get "${url}": dial tcp ${error.host}:${port}: i/o timeout`;
  if (error.kind === 'tls') return `Get "${url}": http: server gave HTTP response to HTTPS client`;
  if (error.kind === 'redirects') return `Get "${url}": stopped after ${MAX_REDIRECTS} redirects`;
  if (error.kind === 'url') return `Get "${url}": unsupported protocol scheme ""`;
  return unreachable(url);
}
