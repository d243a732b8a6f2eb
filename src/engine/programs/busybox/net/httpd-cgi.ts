import { encodeText, type Run, type Step, SysError } from '../../../kernel/index.ts';
import { type HttpConnection, type HttpRequest, headerOf } from '../../http/index.ts';

/** Runs a program below cgi-bin and passes on what it prints (RFC 3875). The status, or undefined when there is no such program. */
export function* runCgi(connection: HttpConnection, request: HttpRequest, path: string, home: string): Step<number | undefined> {
  const { p } = connection;
  const script = `${home === '/' ? '' : home}/${path.split('/').slice(1, 3).join('/')}`;
  if (!p.fs.exists(script) || !p.fs.can(script, 1) || p.fs.stat(script).kind !== 'file') return undefined;
  const [inRead, inWrite] = p.io.pipe();
  const [outRead, outWrite] = p.io.pipe();
  const child = p.fork(function* (self): Run {
    self.io.dup2(inRead, 0);
    self.io.dup2(outWrite, 1);
    for (const fd of [inRead, inWrite, outRead, outWrite, connection.fd]) if (fd > 2) self.io.close(fd);
    self.chdir(script.slice(0, script.lastIndexOf('/')) || '/');
    try {
      return yield* self.execve(script, [script.split('/').at(-1)!], environment(request, path, script, self.env));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      return 242;
    }
  });
  p.io.close(inRead);
  p.io.close(outWrite);
  try {
    yield* p.write(inWrite, request.body);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  p.io.close(inWrite);
  const bytes = yield* p.readAll(outRead);
  p.io.close(outRead);
  yield* p.waitpid(child.pid);
  const text = String.fromCharCode(...bytes.subarray(0, 200));
  const own = /^Status: ?(\d{3}[^\r\n]*)\r?\n/i.exec(text);
  yield* connection.write(text.startsWith('HTTP/') ? '' : `HTTP/1.1 ${own?.[1] ?? '200 OK'}\r\n`);
  yield* connection.write(bytes.subarray(own?.[0].length ?? 0));
  return 200;
}

function environment(request: HttpRequest, path: string, script: string, env: ReadonlyMap<string, string>): Map<string, string> {
  const { method, target, version, headers, body } = request;
  const query = target.split('?').slice(1).join('?');
  const own: readonly (readonly [string, string])[] = [
    ['PATH_INFO', `/${path.split('/').slice(3).join('/')}`.replace(/^\/$/, '')],
    ['REQUEST_METHOD', method],
    ['REQUEST_URI', target],
    ['SCRIPT_FILENAME', script],
    ['SCRIPT_NAME', path.split('/').slice(0, 3).join('/')],
    ['QUERY_STRING', query],
    ['SERVER_SOFTWARE', 'busybox httpd/1.35.0'],
    ['SERVER_PROTOCOL', version],
    ['GATEWAY_INTERFACE', 'CGI/1.1'],
    ...(body.length > 0 ? ([['CONTENT_LENGTH', String(body.length)]] as const) : []),
    ...(headerOf(headers, 'Content-Type') === undefined ? [] : ([['CONTENT_TYPE', headerOf(headers, 'Content-Type')!]] as const)),
    ...headers.map(([name, value]) => [`HTTP_${name.toUpperCase().replaceAll('-', '_')}`, value] as const),
  ];
  return new Map([...env, ...own.map(([name, value]) => [encodeText(name), encodeText(value)] as const)]);
}
