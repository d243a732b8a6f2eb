import { encodeText, fromBytes, type Process, type Run, type Step, SysError, TURN } from '../../kernel/index.ts';
import {
  BodyReader,
  certifies,
  type Headers,
  HttpConnection,
  HttpError,
  type HttpResponse,
  headerOf,
  hostHeader,
  parseUrl,
  readResponseHead,
  resolveUrl,
  responseFraming,
  tlsConnect,
  type Url,
  writeRequest,
} from '../http/index.ts';
import { readOptions, WgetOptions } from './options.ts';
import { dots, humanSize, speed, stamp } from './text.ts';

const USAGE = "Usage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n";

/** Ends the work on one URL with an exit status (wget's EXIT STATUS: 4 network, 5 TLS, 8 server). */
class WgetEnd extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`wget ends with ${status}`);
    this.status = status;
  }
}

/** GNU wget 1.21: fetches files over the simulated network. */
export function* wget(p: Process): Run {
  p.setDisposition(13, 'ignore');
  const o = readOptions(p.argv.slice(1));
  if (!(o instanceof WgetOptions)) {
    yield* p.write(2, `wget: ${o}\n${USAGE}`);
    return 2;
  }
  if (o.has('version') || o.has('help')) {
    yield* p.write(
      1,
      o.has('version') ? 'GNU Wget 1.21.3 built on linux-gnu.\n' : `GNU Wget 1.21.3, a non-interactive network retriever.\n${USAGE}`,
    );
    return 0;
  }
  if (o.urls.length === 0) {
    yield* p.write(2, `wget: missing URL\n${USAGE}`);
    return 1;
  }
  let status = 0;
  const run = new Retrieval(p, o);
  for (const url of o.urls) {
    try {
      yield* run.fetch(url);
    } catch (error) {
      if (error instanceof SysError) yield* p.write(2, `wget: ${error.message}\n`);
      else if (!(error instanceof WgetEnd)) throw error;
      const code = error instanceof WgetEnd ? error.status : 3;
      status = status === 0 ? code : Math.min(status, code);
    }
  }
  return status;
}

class Retrieval {
  readonly #p: Process;
  readonly #o: WgetOptions;
  readonly #left: string;
  readonly #right: string;
  #document: number | undefined;

  constructor(p: Process, o: WgetOptions) {
    this.#p = p;
    this.#o = o;
    const locale = p.env.get('LC_ALL') || p.env.get('LC_CTYPE') || p.env.get('LANG') || 'C';
    [this.#left, this.#right] = /utf-?8/i.test(locale) ? ['‘', '’'] : ["'", "'"];
  }

  *fetch(text: string): Step<void> {
    let location = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
    if (this.#o.has('spider')) yield* this.#say('Spider mode enabled. Check if remote file exists.\n');
    for (let redirects = 0; ; redirects++) {
      const url = parseUrl(location);
      if (url === undefined || (url.scheme !== 'http' && url.scheme !== 'https')) {
        yield* this.#warn(`${location}: ${url === undefined ? 'Invalid host name' : `Unsupported scheme ${this.#quoted(url.scheme)}`}.\n`);
        throw new WgetEnd(1);
      }
      const name = this.#fileName(url);
      if (this.#o.has('no-clobber') && !this.#o.has('output-document') && this.#p.fs.exists(name)) {
        yield* this.#warn(`File ${this.#quoted(name)} already there; not retrieving.\n\n`);
        return;
      }
      yield* this.#say(`--${stamp(this.#p.now())}--  ${location}${url.target === '/' && !location.endsWith('/') ? '/' : ''}\n`);
      const next = yield* this.#exchange(url, location, name);
      if (next === undefined) return;
      if (redirects >= Number(this.#o.value('max-redirect') ?? 20)) {
        yield* this.#warn(`${redirects} redirections exceeded.\n`);
        throw new WgetEnd(8);
      }
      location = next;
    }
  }

  *#exchange(url: Url, location: string, name: string): Step<string | undefined> {
    const connection = yield* this.#connect(url);
    try {
      const head = yield* this.#ask(url, connection);
      const moved = headerOf(head.headers, 'Location');
      if (head.status >= 300 && head.status < 400 && moved !== undefined) {
        yield* this.#say(`Location: ${moved} [following]\n`);
        return resolveUrl(url, moved);
      }
      if (head.status >= 400) {
        if (this.#o.has('spider') && head.status === 404) yield* this.#say('Remote file does not exist -- broken link!!!\n\n');
        else {
          if (this.#o.has('no-verbose')) yield* this.#warn(`${location}:\n`);
          yield* this.#warn(
            `${stamp(this.#p.now())} ERROR ${head.status}: ${head.reason || 'No description'}.\n${this.#plain() ? '\n' : ''}`,
          );
        }
        throw new WgetEnd(8);
      }
      yield* this.#receive(location, name, head, connection);
      return undefined;
    } finally {
      connection.close();
    }
  }

  *#connect(url: Url): Step<HttpConnection> {
    const { host, port } = url;
    const found = yield* this.#p.net.lookup(host);
    const literal = found.kind === 'found' && found.from === 'address';
    if (!literal) yield* this.#say(`Resolving ${host} (${host})... `);
    if (found.kind !== 'found') {
      const why = found.kind === 'unknown' ? 'Name or service not known' : 'Temporary failure in name resolution';
      yield* this.#say(`failed: ${why}.\n`);
      yield* this.#warn(`wget: unable to resolve host address ${this.#quoted(host)}\n`);
      throw new WgetEnd(4);
    }
    if (!literal) yield* this.#say(`${found.addresses.join(', ')}\n`);
    const limit = Number(this.#o.value('connect-timeout') ?? this.#o.value('timeout') ?? 0);
    for (const address of found.addresses) {
      yield* this.#say(`Connecting to ${literal ? host : `${host} (${host})|${address}|`}:${port}... `);
      try {
        const fd = yield* this.#p.net.connect(address, port, limit > 0 ? this.#p.now() + limit : undefined);
        yield* this.#say('connected.\n');
        const deadline = Number(this.#o.value('timeout') ?? 0);
        const connection = new HttpConnection(this.#p, fd, { deadline: deadline > 0 ? this.#p.now() + deadline : undefined });
        if (url.scheme === 'https') yield* this.#handshake(url, connection);
        return connection;
      } catch (error) {
        if (!(error instanceof SysError) || error.errno === 'EINTR') throw error;
        yield* this.#say(`failed: ${error.message}.\n`);
      }
    }
    throw new WgetEnd(4);
  }

  *#handshake(url: Url, connection: HttpConnection): Step<void> {
    const certificate = yield* tlsConnect(connection, url.host);
    if (certificate === undefined) {
      yield* this.#warn('GnuTLS: An unexpected TLS packet was received.\nUnable to establish SSL connection.\n');
      throw new WgetEnd(4);
    }
    if (certifies(certificate, url.host) || this.#o.has('no-check-certificate')) return;
    yield* this.#warn(`The certificate's owner does not match hostname ${this.#quoted(url.host)}\n`);
    throw new WgetEnd(5);
  }

  *#ask(url: Url, connection: HttpConnection): Step<Omit<HttpResponse, 'body'>> {
    const o = this.#o;
    const body = o.value('post-data') ?? o.value('body-data');
    const method = o.value('method') ?? (o.has('post-data') ? 'POST' : o.has('spider') ? 'HEAD' : 'GET');
    const headers: Headers = [
      ['Host', hostHeader(url)],
      ['User-Agent', o.value('user-agent') ?? 'Wget/1.21.3'],
      ['Accept', '*/*'],
      ['Accept-Encoding', 'identity'],
      ['Connection', 'Keep-Alive'],
      ...(body === undefined ? [] : ([['Content-Type', 'application/x-www-form-urlencoded']] as const)),
      ...o.list('header').map((line) => [line.split(':')[0]!.trim(), line.slice(line.indexOf(':') + 1).trim()] as const),
    ];
    yield* this.#say('HTTP request sent, awaiting response... ');
    try {
      yield* writeRequest(connection, { method, target: url.target, headers, ...(body === undefined ? {} : { body }) });
      const head = yield* readResponseHead(connection);
      const lines = [`${head.version} ${head.status} ${head.reason}`, ...head.headers.map(([field, value]) => `${field}: ${value}`)];
      yield* this.#say(o.has('server-response') ? `\n${lines.map((line) => `  ${line}\n`).join('')}` : `${head.status} ${head.reason}\n`);
      return head;
    } catch (error) {
      if (error instanceof HttpError) yield* this.#say('No data received.\nGiving up.\n\n');
      else if (error instanceof SysError && error.errno !== 'EINTR')
        yield* this.#say(
          `Read error (${error.errno === 'ETIMEDOUT' ? 'Connection timed out' : error.message}) in headers.\nGiving up.\n\n`,
        );
      else throw error;
      throw new WgetEnd(4);
    }
  }

  *#receive(location: string, name: string, head: Omit<HttpResponse, 'body'>, connection: HttpConnection): Step<void> {
    const p = this.#p;
    const framing = responseFraming('GET', head);
    const total = framing.kind === 'length' ? framing.length : undefined;
    const type = headerOf(head.headers, 'Content-Type')?.split(';')[0];
    const size = total === undefined ? 'unspecified' : `${total}${total >= 1024 ? ` (${humanSize(total)})` : ''}`;
    const length = `Length: ${size}${type === undefined ? '' : ` [${type}]`}\n`;
    if (this.#o.has('spider')) {
      const html = type === 'text/html';
      yield* this.#say(
        `${length}Remote file exists${html ? ' and could contain further links,\nbut recursion is disabled -- not retrieving' : ''}.\n\n`,
      );
      return;
    }
    if (this.#o.has('continue') && !this.#o.has('output-document') && p.fs.exists(name) && p.fs.stat(name).size === total) {
      yield* this.#say('\n    The file is already fully retrieved; nothing to do.\n\n');
      return;
    }
    const toOut = this.#o.value('output-document') === '-';
    const fd = yield* this.#target(name, toOut);
    yield* this.#say(`${length}Saving to: ${this.#quoted(toOut ? 'STDOUT' : name)}\n`);
    const started = p.now();
    const body = new BodyReader(connection, framing);
    let bytes = 0;
    try {
      for (;;) {
        const part = yield* body.next();
        if (part.length === 0) break;
        bytes += part.length;
        yield* p.write(fd, fromBytes(part));
        if (p.tick()) yield TURN;
      }
    } catch (error) {
      const cut = error instanceof HttpError || (error instanceof SysError && ['ECONNRESET', 'ETIMEDOUT'].includes(error.errno));
      if (!cut) throw error;
      const why = error instanceof HttpError ? `Connection closed at byte ${bytes}` : `Read error at byte ${bytes} (${error.message})`;
      yield* this.#say(`\n${stamp(p.now())} (${speed(bytes, p.now() - started)}) - ${why}. Giving up.\n\n`);
      throw new WgetEnd(4);
    }
    const seconds = p.now() - started;
    if (this.#plain() || this.#o.has('show-progress')) yield* this.#warn(dots(bytes, total, seconds));
    const counted = total === undefined ? `[${bytes}]` : `[${bytes}/${total}]`;
    const saved = toOut ? 'written to stdout' : `${this.#quoted(name)} saved`;
    yield* this.#say(`${stamp(p.now())} (${speed(bytes, seconds)}) - ${saved} ${counted}\n\n`);
    if (this.#o.has('no-verbose')) yield* this.#warn(`${stamp(p.now())} URL:${location} ${counted} -> "${toOut ? '-' : name}" [1]\n`);
    if (fd !== 1 && this.#document === undefined) p.io.close(fd);
  }

  /** The descriptor that the body goes to; `-O` keeps one file for all URLs. */
  *#target(name: string, toOut: boolean): Step<number> {
    if (toOut) return 1;
    if (this.#document !== undefined) return this.#document;
    try {
      const dir = this.#o.value('directory-prefix');
      if (dir !== undefined && !this.#p.fs.exists(dir)) this.#p.fs.mkdir(dir);
      const fd = this.#p.fs.open(encodeText(name), { write: true, create: true, truncate: true });
      if (this.#o.has('output-document')) this.#document = fd;
      return fd;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* this.#warn(`${name}: ${error.message}\n\nCannot write to ${this.#quoted(name)} (Success).\n`);
      throw new WgetEnd(3);
    }
  }

  /** The name that a URL is saved under: a number is added to one that is taken. */
  #fileName({ target }: Url): string {
    const o = this.#o;
    const given = o.value('output-document');
    if (given !== undefined) return given;
    const dir = o.has('directory-prefix') ? `${o.value('directory-prefix')!.replace(/\/$/, '')}/` : '';
    const base = `${dir}${target.slice(target.split('?')[0]!.lastIndexOf('/') + 1).replaceAll('/', '%2F') || 'index.html'}`;
    if (o.has('continue') || o.has('no-clobber') || !this.#p.fs.exists(base)) return base;
    for (let number = 1; ; number++) if (!this.#p.fs.exists(`${base}.${number}`)) return `${base}.${number}`;
  }

  #plain(): boolean {
    return !this.#o.has('quiet') && !this.#o.has('no-verbose');
  }
  #quoted(text: string): string {
    return `${this.#left}${text}${this.#right}`;
  }
  /** What is left out with -q and -nv. */
  *#say(text: string): Step<void> {
    if (this.#plain()) yield* this.#p.write(2, encodeText(text));
  }
  *#warn(text: string): Step<void> {
    if (!this.#o.has('quiet') || this.#o.has('show-progress')) yield* this.#p.write(2, encodeText(text));
  }
}
