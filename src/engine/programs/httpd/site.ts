import { type Directive, lastOf } from './config.ts';

/** One virtual host, with what the main server says where it says nothing itself. */
export interface Site {
  readonly directives: readonly Directive[];
  readonly names: readonly string[];
  /** `*:80`, or nothing for the main server. */
  readonly address: string | undefined;
  readonly documentRoot: string;
  /** Directives of `<Directory>` sections that hold for a file, outermost first. */
  rulesFor(file: string): readonly Directive[];
}

/** The main server first, then the virtual hosts in order. */
export function sitesOf(directives: readonly Directive[], absolute: (path: string) => string): Site[] {
  const main = siteOf(directives, directives, undefined, absolute);
  const others = directives
    .filter(({ name }) => name === 'virtualhost')
    .map((each) => siteOf(each.block!, [...directives, ...each.block!], each.args[0], absolute));
  return [main, ...others];
}

function siteOf(
  own: readonly Directive[],
  all: readonly Directive[],
  address: string | undefined,
  absolute: (path: string) => string,
): Site {
  const aliases = own.filter(({ name }) => name === 'serveralias').flatMap(({ args }) => args);
  const sections = all.filter(({ name, block }) => name === 'directory' && block !== undefined);
  return {
    directives: all.filter(({ name }) => name !== 'virtualhost'),
    names: [...(lastOf(own, 'servername') ?? []).map((name) => name.replace(/:\d+$/, '')), ...aliases].map((name) => name.toLowerCase()),
    address,
    documentRoot: absolute(lastOf(all, 'documentroot')?.[0] ?? 'htdocs').replace(/\/$/, ''),
    rulesFor: (file) =>
      sections
        .filter(({ args }) => `${file}/`.startsWith(`${args[0]!.replace(/\/$/, '')}/`))
        .sort((a, b) => a.args[0]!.length - b.args[0]!.length)
        .flatMap(({ block }) => block!),
  };
}

/** The site for a port and a Host: the virtual host with this name, the first one of the port, else the main server. */
export function siteFor(sites: readonly Site[], port: number, host: string): Site {
  const here = sites.filter(({ address }) => address !== undefined && (address.endsWith(`:${port}`) || !/:\d+$/.test(address)));
  return here.find(({ names }) => names.includes(host.toLowerCase())) ?? here[0] ?? sites[0]!;
}
