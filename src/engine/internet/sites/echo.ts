import type { Step } from '../../kernel/index.ts';
import type { ResponseToWrite } from '../../programs/http/index.ts';
import { textOf } from '../../programs/http/index.ts';
import type { Site, SiteRequest } from '../internet.ts';

const json = (value: unknown, status = 200): ResponseToWrite => ({
  status,
  headers: [['Content-Type', 'application/json']],
  body: `${JSON.stringify(value, undefined, 2)}\n`,
});

function queryOf(target: string): Record<string, string> {
  const decode = (text: string): string => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return text;
    }
  };
  const query = target.split('?')[1] ?? '';
  return Object.fromEntries(
    query.split('&').flatMap((item) => (item === '' ? [] : [[decode(item.split('=')[0]!), decode(item.split('=').slice(1).join('='))]])),
  );
}

const headersOf = (request: SiteRequest): Record<string, string> =>
  Object.fromEntries(request.headers.map(([name, value]) => [name, value]));
const urlOf = ({ scheme, host, target }: SiteRequest): string => `${scheme}://${host}${target}`;

/** A host that answers with what it was asked, as httpbin does: /get, /post, /headers, /ip, /user-agent, /status/N, /redirect/N, /robots.txt. */
export const echo: Site = {
  names: ['httpbin.org', 'www.httpbin.org'],
  respond(request): ResponseToWrite | Step<ResponseToWrite> {
    const { target, method, client, body } = request;
    const path = target.split('?')[0]!;
    const base = { args: queryOf(target), headers: headersOf(request), origin: client, url: urlOf(request) };
    if (path === '/headers') return json({ headers: headersOf(request) });
    if (path === '/ip') return json({ origin: client });
    if (path === '/user-agent') return json({ 'user-agent': headersOf(request)['User-Agent'] ?? null });
    if (path === '/get' && (method === 'GET' || method === 'HEAD')) return json(base);
    if (['/post', '/put', '/patch', '/delete', '/anything'].includes(path)) return json({ ...base, data: textOf(body), method });
    const status = /^\/status\/(\d{3})$/.exec(path)?.[1];
    if (status !== undefined) return { status: Number(status), body: '' };
    const left = Number(/^\/redirect\/(\d+)$/.exec(path)?.[1] ?? 0);
    if (left > 0) return { status: 302, headers: [['Location', left === 1 ? '/get' : `/redirect/${left - 1}`]], body: '' };
    if (path === '/robots.txt') return { status: 200, headers: [['Content-Type', 'text/plain']], body: 'User-agent: *\nDisallow: /deny\n' };
    return { status: 404, headers: [['Content-Type', 'text/html']], body: '<title>404 Not Found</title>\n<h1>Not Found</h1>\n' };
  },
};

/** Hosts that tell who asks. */
export const whoAmI: Site = {
  names: ['ifconfig.me', 'icanhazip.com', 'api.ipify.org', 'ip.cn', 'www.ip.cn', 'myip.ipip.net', 'ipinfo.io'],
  respond: ({ host, client }) => {
    const plain = (body: string): ResponseToWrite => ({ status: 200, headers: [['Content-Type', 'text/plain; charset=utf-8']], body });
    if (host.endsWith('ip.cn')) return plain(`当前 IP：${client} 来自：Strata 模拟网络\n`);
    if (host === 'myip.ipip.net') return plain(`当前 IP：${client}  来自于：Strata 模拟网络\n`);
    return plain(host === 'icanhazip.com' ? `${client}\n` : client);
  },
};
