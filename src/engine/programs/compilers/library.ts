import { decodeText, encodeText, type Step, SysError } from '../../kernel/index.ts';
import { HttpConnection, HttpError, keepsAlive, readRequest, writeResponse } from '../http/index.ts';
import { readText } from '../package-data/index.ts';
import type { Stmt } from './ast.ts';
import { Ended, type Machine } from './evaluate.ts';
import { format, show, type Value } from './format.ts';

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : show(value ?? null));
const line = (values: readonly Value[]): string => `${values.map(show).join(' ')}\n`;

/** Go's log prefix: `2026/01/01 00:00:00 `. */
function stamp(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  let year = 1970;
  let left = days;
  const length = (y: number): number => (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 366 : 365);
  while (left >= length(year)) left -= length(year++);
  const months = [31, length(year) === 366 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let month = 0;
  while (left >= months[month]!) left -= months[month++]!;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const day = seconds - days * 86_400;
  return `${year}/${two(month + 1)}/${two(left + 1)} ${two(day / 3600)}:${two((day % 3600) / 60)}:${two(day % 60)} `;
}

/** Calls a function of the C or Go library that compiled programs have. */
export function* callLibrary(m: Machine, name: string, args: readonly Value[]): Step<Value> {
  return m.code.language === 'c' ? yield* callC(m, name, args) : yield* callGo(m, name, args);
}

function* callC(m: Machine, name: string, args: readonly Value[]): Step<Value> {
  const { p } = m;
  const [first = 0, second = 0] = args;
  switch (name) {
    case 'printf': {
      const made = format(text(first), args.slice(1));
      yield* m.print(made);
      return made.length;
    }
    case 'puts':
      yield* m.print(`${text(first)}\n`);
      return 1;
    case 'putchar':
      yield* m.print(String.fromCharCode(Number(first) & 0xff));
      return first;
    case 'fprintf':
    case 'fputs': {
      const made = name === 'fprintf' ? format(text(second), args.slice(2)) : text(first);
      if ((name === 'fprintf' ? first : second) === 2) yield* p.write(2, made);
      else yield* m.print(made);
      return made.length;
    }
    case 'write':
      if (first === 2) yield* p.write(2, text(second).slice(0, Number(args[2] ?? 0)));
      else yield* m.print(text(second).slice(0, Number(args[2] ?? 0)));
      return args[2] ?? 0;
    case 'perror':
      yield* p.write(2, `${text(first)}: Success\n`);
      return 0;
    case 'exit':
    case '_exit':
      throw new Ended(Number(first));
    case 'abort':
      yield* p.raise(6);
      throw new Ended(134);
    case 'getenv':
      return p.env.get(text(first)) ?? null;
    case 'sleep':
    case 'usleep':
      if (name === 'sleep' && p.isatty(1)) yield* m.flush();
      yield* p.sleep(Number(first) / (name === 'sleep' ? 1 : 1e6));
      return 0;
    case 'fflush':
      yield* m.flush();
      return 0;
    case 'strcmp':
      return text(first) === text(second) ? 0 : text(first) < text(second) ? -1 : 1;
    case 'strlen':
      return text(first).length;
    case 'atoi':
      return Number.parseInt(text(first), 10) || 0;
    case 'abs':
      return Math.abs(Number(first));
    case 'getpid':
      return p.pid;
    case 'getppid':
      return p.ppid;
    case 'getuid':
    case 'geteuid':
      return p.credentials.uid;
  }
  return 0;
}

function* callGo(m: Machine, name: string, args: readonly Value[]): Step<Value> {
  const { p } = m;
  const [first = null, second = null] = args;
  switch (name) {
    case 'fmt.Println':
      yield* m.print(line(args));
      return null;
    case 'fmt.Print':
      yield* m.print(args.map(show).join(''));
      return null;
    case 'fmt.Printf':
      yield* m.print(format(text(first), args.slice(1)));
      return null;
    case 'fmt.Sprintf':
    case 'fmt.Errorf':
      return format(text(first), args.slice(1));
    case 'fmt.Sprint':
      return args.map(show).join('');
    case 'fmt.Sprintln':
      return line(args);
    case 'errors.New':
    case 'string':
    case 'bytes':
    case 'err.Error':
      return typeof first === 'number' ? String.fromCharCode(first) : text(first);
    case 'fmt.Fprintf':
      return yield* writeTo(m, first, format(text(second), args.slice(2)));
    case 'fmt.Fprintln':
      return yield* writeTo(m, first, line(args.slice(1)));
    case 'fmt.Fprint':
    case 'io.WriteString':
      return yield* writeTo(m, first, args.slice(1).map(show).join(''));
    case 'println':
    case 'print':
      yield* p.write(2, name === 'println' ? line(args) : args.map(show).join(''));
      return null;
    case 'len':
      return typeof first === 'string' ? first.length : Array.isArray(first) ? first.length : 0;
    case 'int':
    case 'time.Duration':
      return Math.trunc(Number(first));
    case 'append':
      return [...(Array.isArray(first) ? (first as readonly Value[]) : []), ...args.slice(1)];
    case 'os.Exit':
      throw new Ended(Number(first));
    case 'os.Getenv':
      return p.env.get(text(first)) ?? '';
    case 'os.LookupEnv':
      return [p.env.get(text(first)) ?? '', p.env.has(text(first))];
    case 'os.Hostname':
      return [p.ns.hostname, null];
    case 'os.Getpid':
      return p.pid;
    case 'os.Getuid':
      return p.credentials.uid;
    case 'os.Getwd':
      return [encodeText(p.cwd), null];
    case 'os.ReadFile': {
      const found = readText(p, text(first));
      return found === undefined ? ['', `open ${text(first)}: no such file or directory`] : [found, null];
    }
    case 'time.Sleep':
      yield* p.sleep(Number(first) / 1e9);
      yield* m.signals();
      return null;
    case 'time.Now':
      return { object: 'time', data: {} };
    case 'time.Unix':
      return Math.floor(p.now());
    case 'time.Format':
      return stamp(p.now()).trim().replaceAll('/', '-').replace(' ', 'T').concat('Z');
    case 'log.Println':
    case 'log.Print':
    case 'log.Printf':
    case 'log.Fatal':
    case 'log.Fatalln':
    case 'log.Fatalf': {
      const made = name.endsWith('f') ? format(text(first), args.slice(1)) : args.map(show).join(name.endsWith('ln') ? ' ' : '');
      yield* p.write(2, `${stamp(p.now())}${made.replace(/\n$/, '')}\n`);
      if (name.startsWith('log.Fatal')) throw new Ended(1);
      return null;
    }
    case 'strconv.Itoa':
      return String(Math.trunc(Number(first)));
    case 'strconv.Atoi':
      return /^[-+]?\d+$/.test(text(first)) ? [Number(first), null] : [0, `strconv.Atoi: parsing "${text(first)}": invalid syntax`];
    case 'strings.ToUpper':
      return text(first).toUpperCase();
    case 'strings.ToLower':
      return text(first).toLowerCase();
    case 'strings.TrimSpace':
      return text(first).trim();
    case 'strings.Join':
      return (Array.isArray(first) ? (first as readonly Value[]) : []).map(show).join(text(second));
    case 'strings.Split':
      return text(first).split(text(second));
    case 'strings.Repeat':
      return text(first).repeat(Math.min(100_000, Math.max(0, Number(second))));
    case 'strings.Contains':
      return text(first).includes(text(second));
    case 'strings.HasPrefix':
      return text(first).startsWith(text(second));
    case 'strings.ReplaceAll':
      return text(first).replaceAll(text(second), text(args[2]));
    case 'runtime.Version':
      return 'go1.25.5';
    case 'runtime.NumCPU':
      return 2;
    case 'http.HandleFunc':
      m.handlers.set(text(first), second);
      return null;
    case 'http.ListenAndServe':
      return yield* serve(m, text(first));
    case 'http.Error':
      (responseOf(first) ?? { status: 0 }).status = Number(args[2] ?? 500);
      return yield* writeTo(m, first, `${text(second)}\n`);
    case 'writer.Write':
      return yield* writeTo(m, first, text(second));
    case 'writer.WriteHeader': {
      const response = responseOf(first);
      if (response !== undefined) response.status = Number(second);
      return null;
    }
    case 'writer.Header':
      return { object: 'header', data: responseOf(first) ?? {} };
    case '.Set':
    case 'header.Set': {
      const response = first !== null && typeof first === 'object' && 'data' in first ? (first.data as Response) : undefined;
      response?.headers.push([text(second), text(args[2])]);
      return null;
    }
    case '.Unix':
      return Math.floor(p.now());
    case '.Format':
      return stamp(p.now()).trim().replaceAll('/', '-').replace(' ', 'T').concat('Z');
    case 'request.Header.Get':
      return (
        (first !== null && typeof first === 'object' && 'data' in first
          ? (first.data as Readonly<Record<string, Value>>)[`Header ${text(second).toLowerCase()}`]
          : undefined) ?? ''
      );
    case 'request.URL.Query':
      return { object: 'query', data: first !== null && typeof first === 'object' && 'data' in first ? first.data : {} };
    case '.Get':
    case 'query.Get':
      return first !== null && typeof first === 'object' && 'data' in first
        ? ((first.data as Readonly<Record<string, Value>>)[`Query ${text(second)}`] ?? '')
        : '';
  }
  return null;
}

interface Response {
  status: number;
  body: string;
  headers: [string, string][];
}

const responseOf = (value: Value): Response | undefined =>
  value !== null && typeof value === 'object' && 'object' in value && value.object === 'writer' ? (value.data as Response) : undefined;

function* writeTo(m: Machine, target: Value, made: string): Step<Value> {
  const response = responseOf(target);
  if (response !== undefined) response.body += made;
  else if (target === 2) yield* m.p.write(2, made);
  else yield* m.print(made);
  return [made.length, null];
}

/** http.ListenAndServe: answers one request after another; gives an error that ends it. */
function* serve(m: Machine, address: string): Step<Value> {
  const { p } = m;
  const [, host = '', port = '0'] = /^(.*):(\d+)$/.exec(address) ?? [];
  let listener: number;
  try {
    listener = p.net.listen(Number(port), host === '' || host === 'localhost' ? (host === '' ? '0.0.0.0' : '127.0.0.1') : host);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return `listen tcp ${address}: bind: ${error.message.toLowerCase()}`;
  }
  for (;;) {
    let client: number;
    try {
      client = (yield* p.net.accept(listener)).fd;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* m.signals();
      continue;
    }
    try {
      yield* answer(m, client);
    } catch (error) {
      if (!(error instanceof SysError) && !(error instanceof HttpError)) throw error;
    }
    if (p.io.has(client)) p.io.close(client);
    yield* m.signals();
  }
}

function* answer(m: Machine, client: number): Step<void> {
  const connection = new HttpConnection(m.p, client, { deadline: m.p.now() + 30 });
  for (;;) {
    const request = yield* readRequest(connection);
    if (request === undefined) return;
    const [path = '/', query = ''] = request.target.split('?');
    const handler = findHandler(m.handlers, path);
    const response: Response = { status: 200, body: '', headers: [] };
    if (handler === undefined) Object.assign(response, { status: 404, body: '404 page not found\n' });
    else {
      const data: Record<string, Value> = {
        'URL.Path': encodeText(path),
        Method: request.method,
        Host: '',
        RequestURI: request.target,
        RemoteAddr: `${m.p.net.peerOf(client).address}:${m.p.net.peerOf(client).port}`,
        Proto: request.version,
      };
      for (const [name, value] of request.headers) {
        data[`Header ${name.toLowerCase()}`] = value;
        if (name.toLowerCase() === 'host') data.Host = value;
      }
      for (const pair of query.split('&')) if (pair !== '') data[`Query ${pair.split('=')[0]}`] = pair.split('=').slice(1).join('=');
      const { lambda, body } = handler as { lambda: readonly string[]; body: readonly Stmt[] };
      yield* m.run(
        lambda,
        body,
        [
          { object: 'writer', data: response },
          { object: 'request', data },
        ],
        m.globals,
      );
    }
    const typed = response.headers.some(([name]) => name.toLowerCase() === 'content-type');
    const type = /^\s*<(?:!doctype|html|h1|body|head|p|div)/i.test(response.body)
      ? 'text/html; charset=utf-8'
      : 'text/plain; charset=utf-8';
    yield* writeResponse(
      connection,
      {
        status: response.status,
        headers: [...response.headers, ...(typed || response.body === '' ? [] : [['Content-Type', type] as const])],
        body: decodeText(response.body),
      },
      request.method,
    );
    if (!keepsAlive(request.version, request.headers)) return;
  }
}

/** The handler of the longest pattern that a path is in; a pattern that ends with a slash holds everything below. */
function findHandler(handlers: ReadonlyMap<string, Value>, path: string): Value | undefined {
  let best = '';
  for (const full of handlers.keys()) {
    const pattern = full.replace(/^[A-Z]+ /, '');
    if ((pattern === path || (pattern.endsWith('/') && path.startsWith(pattern))) && pattern.length >= best.replace(/^[A-Z]+ /, '').length)
      best = full;
  }
  return handlers.get(best);
}
