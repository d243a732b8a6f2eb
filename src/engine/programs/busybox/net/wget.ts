import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { refuse } from './refuse.ts';

interface Target {
  readonly host: string;
  readonly port: number;
  /** Host and port as the URL has them. */
  readonly shown: string;
}

/** wget: says where it cannot get to. Nothing listens on the loopback interface, and there is no other. */
export function* wget(a: Call): Run {
  const o = a.options('cqSO:o:P:Y:U:T:t:n:', {
    min: 1,
    long: {
      continue: { as: 'c' },
      spider: { as: 'spider' },
      quiet: { as: 'q' },
      'server-response': { as: 'S' },
      'output-document': { as: 'O', arg: 'required' },
      'output-file': { as: 'o', arg: 'required' },
      'directory-prefix': { as: 'P', arg: 'required' },
      proxy: { as: 'Y', arg: 'required' },
      'user-agent': { as: 'U', arg: 'required' },
      timeout: { as: 'T', arg: 'required' },
      tries: { as: 't', arg: 'required' },
      header: { as: 'header', arg: 'required' },
      'post-data': { as: 'post-data', arg: 'required' },
      'post-file': { as: 'post-file', arg: 'required' },
      'no-check-certificate': { as: 'no-check-certificate' },
      'no-verbose': { as: 'q' },
      'passive-ftp': { as: 'passive-ftp' },
      'no-clobber': { as: 'no-clobber' },
      'no-host-directories': { as: 'no-host-directories' },
      'no-parent': { as: 'no-parent' },
    },
  });
  for (const url of o.rest) {
    const { host, port, shown } = parseUrl(a, url);
    yield* refuse(a, host, port, { connecting: o.has('q') ? undefined : shown });
  }
  return 0;
}

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ftps: 990 };

function parseUrl(a: Call, url: string): Target {
  const [, scheme, rest] = /^([a-z]+):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme !== undefined && PORTS[scheme] === undefined) return a.die(`not an http or ftp url: ${url}`);
  const authority = (rest ?? url).split(/[/?#]/)[0]!.replace(/^.*@/, '');
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority) ?? [];
  if (host === undefined) return a.die(`bad address '${authority}'`);
  return { host, port: port === undefined ? PORTS[scheme ?? 'http']! : Number(port), shown: authority };
}
