import type { Process } from '../../kernel/index.ts';
import { encodeText, SysError } from '../../kernel/index.ts';
import { reasonOf } from '../http/index.ts';
import { mimeTypeOf } from '../service/index.ts';
import { type Directive, lastOf } from './config.ts';
import type { Site } from './site.ts';

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly body: Uint8Array | string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly type?: string;
  readonly mtime?: number;
}

/** A line for the error log: module, level and text. */
export type Report = (module: string, level: string, text: string) => void;

export interface Asked {
  readonly p: Process;
  readonly method: string;
  /** Decoded, without query and dots. */
  readonly path: string;
  readonly host: string;
  readonly port: number;
}

const SENTENCES: Readonly<Record<number, string>> = {
  400: 'Your browser sent a request that this server could not understand.<br />\n',
  403: "You don't have permission to access this resource.",
  404: 'The requested URL was not found on this server.',
  500: 'The server encountered an internal error or\nmisconfiguration and was unable to complete\nyour request.',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Apache's page for a status (http_protocol.c, ap_send_error_response). */
export function page(status: number, sentence = SENTENCES[status] ?? ''): string {
  const title = reasonOf(status);
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n<p>${sentence}</p>\n</body></html>\n`;
}
const HTML = 'text/html; charset=iso-8859-1';
export const failed = (status: number, sentence?: string, headers: Answer['headers'] = []): Answer => ({
  status,
  body: page(status, sentence),
  type: HTML,
  headers,
});

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH']);
const ALLOWED: readonly [string, string] = ['Allow', 'OPTIONS,HEAD,GET,POST,TRACE'];

/** Serves a path of a site from its files. */
export function serve(asked: Asked, site: Site, report: Report): Answer {
  const { p, method, path } = asked;
  for (const { name, args } of site.directives) {
    if (!name.startsWith('redirect') || name === 'redirectmatch') continue;
    const [status, from = '', to = ''] = args.length === 3 ? args : [name === 'redirectpermanent' ? 'permanent' : 'temp', ...args];
    const code = { permanent: 301, temp: 302, seeother: 303, gone: 410 }[status as 'temp'] ?? Number(status);
    if (path === from || path.startsWith(`${from.replace(/\/$/, '')}/`)) return moved(code, `${to}${path.slice(from.length)}`);
  }
  if (!METHODS.has(method)) {
    report('core', 'error', `AH00135: Invalid method in request ${method} ${path} HTTP/1.1`);
    return failed(501, `${escaped(method)} not supported for current URL.<br />\n`, [ALLOWED]);
  }
  if (method === 'OPTIONS') return { status: 200, body: '', headers: [ALLOWED] };
  const file = fileFor(site, path);
  const rules = site.rulesFor(file);
  if (!allowed(rules)) {
    report('authz_core', 'error', `AH01630: client denied by server configuration: ${file}`);
    return failed(403);
  }
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return failed(405, `The requested method ${method} is not allowed for this URL.`, [ALLOWED]);
  try {
    const stat = p.fs.stat(encodeText(file));
    if (stat.kind === 'dir') {
      if (!path.endsWith('/')) return moved(301, `http://${asked.host}${path}/`);
      return directory(asked, site, file, rules, report);
    }
    if (path.endsWith('/')) return failed(404);
    const bytes = p.fs.readFile(encodeText(file));
    return { status: 200, body: bytes, mtime: stat.mtime, ...typed(site, file) };
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno === 'EACCES') {
      report('core', 'error', `(13)Permission denied: AH00132: file permissions deny server access: ${file}`);
      return failed(403);
    }
    return failed(404);
  }
}

const moved = (status: number, to: string): Answer =>
  failed(status, `The document has moved <a href="${escaped(to)}">here</a>.`, [['Location', to]]);

function fileFor(site: Site, path: string): string {
  for (const { name, args } of site.directives)
    if (name === 'alias' && (path === args[0] || path.startsWith(args[0]!.endsWith('/') ? args[0]! : `${args[0]}/`)))
      return `${args[1]}${path.slice(args[0]!.length)}`;
  return `${site.documentRoot}${path}`;
}

function typed(site: Site, file: string): { type?: string } {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase();
  const added = site.directives.find(
    ({ name, args }) => name === 'addtype' && args.slice(1).some((each) => each.replace(/^\./, '').toLowerCase() === ending),
  );
  const type = added?.args[0] ?? mimeTypeOf(file);
  return type === undefined ? {} : { type };
}

/** `Require` and the older `Order`, `Allow`, `Deny` of the sections that hold. */
function allowed(rules: readonly Directive[]): boolean {
  const require = rules.findLast(({ name }) => name === 'require');
  if (require !== undefined) return require.args.join(' ').toLowerCase() !== 'all denied';
  return rules.findLast(({ name }) => name === 'deny' || name === 'allow')?.name !== 'deny';
}

function directory(asked: Asked, site: Site, dir: string, rules: readonly Directive[], report: Report): Answer {
  const { p } = asked;
  const names = lastOf(rules, 'directoryindex') ?? lastOf(site.directives, 'directoryindex') ?? ['index.html'];
  for (const name of names) {
    const file = `${dir}${name}`;
    if (!p.fs.exists(encodeText(file)) || p.fs.stat(encodeText(file)).kind !== 'file') continue;
    return { status: 200, body: p.fs.readFile(encodeText(file)), mtime: p.fs.stat(encodeText(file)).mtime, ...typed(site, file) };
  }
  const options = rules.filter(({ name }) => name === 'options').flatMap(({ args }) => args.map((arg) => arg.toLowerCase()));
  if (options.includes('indexes') || options.includes('+indexes'))
    return { status: 200, body: listing(asked, dir), type: 'text/html;charset=ISO-8859-1' };
  report(
    'autoindex',
    'error',
    `AH01276: Cannot serve directory ${dir}: No matching DirectoryIndex (${names.join(',')}) found, and server-generated directory index forbidden by Options directive`,
  );
  return failed(403);
}

/** The plain list of mod_autoindex without FancyIndexing. */
function listing({ p, path }: Asked, dir: string): string {
  const rows = p.fs.readdir(encodeText(dir)).map((name) => {
    const shown = `${name}${p.fs.stat(`${encodeText(dir)}${name}`).kind === 'dir' ? '/' : ''}`;
    return `<li><a href="${encodeURI(shown)}"> ${escaped(shown)}</a></li>\n`;
  });
  const up = path === '/' ? '' : `<li><a href="${escaped(path.replace(/[^/]*\/$/, ''))}"> Parent Directory</a></li>\n`;
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html>\n <head>\n  <title>Index of ${escaped(path.replace(/\/$/, ''))}</title>\n </head>\n <body>\n<h1>Index of ${escaped(path.replace(/\/$/, ''))}</h1>\n<ul>${up}${rows.join('')}</ul>\n</body></html>\n`;
}
