import { encodeText, type Step } from '../../kernel/index.ts';
import { type Answer, page, plain } from './answer.ts';
import { type Exchange, expand } from './exchange.ts';
import { proxy, type Upstream } from './proxy.ts';
import { rewrite } from './rewrite.ts';
import { type Location, locationFor } from './scope.ts';
import { fileFor, serveFile } from './static.ts';

/** Internal redirects that one request may take (nginx allows ten). */
const MAX_REDIRECTS = 10;

type Report = (level: 'error' | 'crit', message: string) => void;

/** Runs a request through its phases until there is an answer with a body. */
export function* handle(e: Exchange, upstreams: Map<string, Upstream>, signature: string, report: Report): Step<Answer> {
  const first = yield* content(e, upstreams, report, undefined);
  return yield* withErrorPage(e, first, upstreams, signature, report);
}

function* content(e: Exchange, upstreams: Map<string, Upstream>, report: Report, named: Location | undefined): Step<Answer> {
  e.scope = e.server.scope;
  const early = rewrite(e, e.server.scope.directives);
  if (typeof early === 'object') return early.answer;
  let jump = named;
  for (let turns = 0; turns <= MAX_REDIRECTS; turns++) {
    const found = jump === undefined ? locationFor(e.server.locations, e.uri) : { location: jump, groups: [] };
    jump = undefined;
    const location = found?.location;
    e.scope = location?.scope ?? e.server.scope;
    if (found !== undefined && found.groups.length > 0) e.groups = found.groups;
    if (location !== undefined) {
      const rewritten = rewrite(e, location.scope.directives);
      if (typeof rewritten === 'object') return rewritten.answer;
      if (rewritten === 'search') continue;
      if (location.scope.directives.some(({ name }) => name === 'internal') && turns === 0 && named === undefined) return plain(404);
    }
    if (denied(e)) {
      report('error', 'access forbidden by rule');
      return plain(403);
    }
    const tried = tryFiles(e, location);
    if (typeof tried === 'object') {
      if ('status' in tried) return plain(tried.status);
      if ('named' in tried) {
        jump = e.server.locations.find(({ kind, path }) => kind === 'named' && path === tried.named);
        if (jump !== undefined) continue;
        report('error', `could not find named location "${tried.named}"`);
        return plain(500);
      }
      [e.uri = '', e.args = e.args] = tried.redirect.split('?');
      continue;
    }
    const passes =
      location?.scope.directives.some(({ name }) => name === 'proxy_pass') === true ||
      (e.scope !== location?.scope && e.scope.directives.some(({ name }) => name === 'proxy_pass'));
    if (passes) {
      return yield* proxy(e, location!, upstreams, (message) => report('error', message));
    }
    if (location?.scope.directives.some(({ name }) => name === 'stub_status') === true) {
      const { connection } = e;
      return {
        status: 200,
        headers: [],
        type: 'text/plain',
        body: `Active connections: 1 \nserver accepts handled requests\n ${connection} ${connection} ${connection} \nReading: 0 Writing: 1 Waiting: 0 \n`,
      };
    }
    const served = serveFile(e, location, report);
    if (!('redirect' in served)) return served;
    e.uri = served.redirect;
  }
  report('error', `rewrite or internal redirection cycle while internally redirecting to "${e.uri}"`);
  return plain(500);
}

type Tried = { readonly status: number } | { readonly named: string } | { readonly redirect: string } | undefined;

function tryFiles(e: Exchange, location: Location | undefined): Tried {
  const args = (location?.scope ?? e.server.scope).args('try_files');
  if (args === undefined) return undefined;
  for (const arg of args.slice(0, -1)) {
    const uri = expand(e, arg);
    const path = encodeText(fileFor(e, location, uri).replace(/\/$/, ''));
    const kind = e.p.fs.exists(path) ? e.p.fs.stat(path).kind : undefined;
    if (kind === undefined || (kind === 'dir') !== uri.endsWith('/')) continue;
    e.uri = uri;
    return undefined;
  }
  const last = args.at(-1)!;
  if (last.startsWith('=')) return { status: Number(last.slice(1)) };
  return last.startsWith('@') ? { named: last } : { redirect: expand(e, last) };
}

/** `allow` and `deny` in order; the first that fits decides. */
function denied(e: Exchange): boolean {
  for (let scope: typeof e.scope | undefined = e.scope; scope !== undefined; scope = scope.parent) {
    const rules = scope.directives.filter(({ name }) => name === 'allow' || name === 'deny');
    if (rules.length === 0) continue;
    const rule = rules.find(({ args }) => args[0] === 'all' || args[0] === e.peer.address || inBlock(e.peer.address, args[0]!));
    return rule?.name === 'deny';
  }
  return false;
}

function inBlock(address: string, block: string): boolean {
  const number = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const [network = '', bits = '32'] = block.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(address) / size) === Math.floor(number(network) / size);
}

/** Gives an answer without a body the page that `error_page` names, else nginx's own. */
function* withErrorPage(e: Exchange, answer: Answer, upstreams: Map<string, Upstream>, signature: string, report: Report): Step<Answer> {
  const bare =
    answer.proxied === undefined && answer.type === undefined && answer.body.length === 0 && answer.status >= 300 && answer.status !== 304;
  const intercept = answer.proxied !== undefined && answer.status >= 300 && e.scope.isOn('proxy_intercept_errors');
  if (!bare && !intercept) return answer;
  const entry = e.scope.all('error_page').find(({ args }) => args.slice(0, -1).includes(String(answer.status)));
  if (entry !== undefined) {
    const changed = entry.args.find((arg) => /^=\d*$/.test(arg));
    const target = expand(e, entry.args.at(-1)!);
    if (/^https?:\/\//.test(target)) return { status: 302, headers: [['Location', target]], body: page(302, signature), type: 'text/html' };
    const named = target.startsWith('@') ? e.server.locations.find(({ kind, path }) => kind === 'named' && path === target) : undefined;
    if (named === undefined) e.uri = target;
    const method = e.request.method;
    const inner: Exchange = { ...e, request: { ...e.request, method: method === 'HEAD' ? 'HEAD' : 'GET' } };
    const found = yield* content(inner, upstreams, report, named);
    const status =
      changed === undefined || changed === '='
        ? changed === '='
          ? found.status
          : found.status === 200
            ? answer.status
            : found.status
        : Number(changed.slice(1));
    if (found.status < 300 || found.type !== undefined || found.proxied !== undefined)
      return { ...found, status, headers: found.headers.filter(([name]) => name !== 'Accept-Ranges') };
    return { ...found, body: page(found.status, signature), type: 'text/html' };
  }
  if (answer.status === 204) return answer;
  return { ...answer, body: page(answer.status, signature), type: 'text/html' };
}
