import { Pattern, PatternError } from '../pattern/index.ts';
import { argsOf, blocks, type Directive } from './config.ts';
import { problem } from './problem.ts';

/** A block with those around it: what a directive means here is what the innermost that has it says. */
export class Scope {
  readonly directives: readonly Directive[];
  readonly parent: Scope | undefined;
  constructor(directives: readonly Directive[], parent?: Scope) {
    this.directives = directives;
    this.parent = parent;
  }
  /** Arguments of the innermost directive of this name. */
  args(name: string): readonly string[] | undefined {
    return argsOf(this.directives, name) ?? this.parent?.args(name);
  }
  value(name: string, otherwise: string): string {
    return this.args(name)?.[0] ?? otherwise;
  }
  isOn(name: string, otherwise = false): boolean {
    const value = this.args(name)?.[0];
    return value === undefined ? otherwise : value.toLowerCase() === 'on';
  }
  /** All directives of a name in the innermost block that has any. */
  all(name: string): readonly Directive[] {
    const own = this.directives.filter((each) => each.name === name);
    return own.length > 0 ? own : (this.parent?.all(name) ?? []);
  }
}

export interface Location {
  readonly kind: 'exact' | 'prefix' | 'prefix-no-regex' | 'regex' | 'named';
  readonly path: string;
  readonly pattern: Pattern | undefined;
  readonly scope: Scope;
  readonly locations: readonly Location[];
}

export interface Listen {
  readonly address: string;
  readonly port: number;
  readonly isDefault: boolean;
}

export interface Server {
  readonly listens: readonly Listen[];
  readonly names: readonly string[];
  readonly scope: Scope;
  readonly locations: readonly Location[];
}

/** The servers of the http block. Throws ConfigProblem for what nginx refuses. */
export function serversOf(http: Directive): { scope: Scope; servers: Server[] } {
  const scope = new Scope(http.block ?? []);
  const servers = blocks(http.block ?? [], 'server').map((directive): Server => {
    const own = new Scope(directive.block!, scope);
    const listens = directive.block!.filter(({ name }) => name === 'listen').map(listenOf);
    const seen = new Set<string>();
    for (const [index, each] of listens.entries()) {
      const key = `${each.address}:${each.port}`;
      const at = directive.block!.filter(({ name }) => name === 'listen')[index]!;
      if (seen.has(key)) problem(`a duplicate listen ${key}`, at.file, at.line);
      seen.add(key);
    }
    const names = directive.block!.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args);
    return {
      listens: listens.length > 0 ? listens : [{ address: '0.0.0.0', port: 80, isDefault: false }],
      names: names.map((name) => name.toLowerCase()),
      scope: own,
      locations: locationsOf(directive.block!, own),
    };
  });
  return { scope, servers };
}

function listenOf({ args, file, line }: Directive): Listen {
  const text = args[0]!;
  const invalid = (what: string): never => problem(`invalid ${what} in "${text}" of the "listen" directive`, file, line);
  if (text.startsWith('unix:') || args.includes('udp')) problem(`strata: listening on "${args.join(' ')}" is not simulated`, file, line);
  if (args.includes('ssl') || args.includes('quic')) problem(`strata: "listen ${args.join(' ')}" is not simulated`, file, line);
  const [, host, port] = /^(?:(\[[^\]]*\]|[^:]+):)?([^:]+)$/.exec(text) ?? invalid('host');
  const alone = host === undefined && !/^\d+$/.test(port!);
  const number = alone ? 80 : Number(port);
  if (!alone && (!/^\d+$/.test(port!) || number < 1 || number > 65_535)) invalid('port');
  const name = alone ? port! : (host ?? '*');
  const address = name === '*' ? '0.0.0.0' : name === 'localhost' ? '127.0.0.1' : name;
  if (!/^[\d.]+$|^\[.*\]$/.test(address)) problem(`host not found in "${text}" of the "listen" directive`, file, line);
  return { address, port: number, isDefault: args.includes('default_server') || args.includes('default') };
}

function locationsOf(directives: readonly Directive[], parent: Scope): Location[] {
  const out: Location[] = [];
  for (const { args, block, file, line } of blocks(directives, 'location')) {
    const attached = /^(=|~\*|~|\^~)(.+)$/.exec(args[0]!);
    const [mark, path] =
      args.length > 1 ? [args[0]!, args[1]!] : attached !== null && args[0] !== '~' ? [attached[1]!, attached[2]!] : ['', args[0]!];
    const scope = new Scope(block!, parent);
    const kind =
      path.startsWith('@') && mark === ''
        ? 'named'
        : mark === '='
          ? 'exact'
          : mark === '^~'
            ? 'prefix-no-regex'
            : mark === ''
              ? 'prefix'
              : 'regex';
    if (!['', '=', '~', '~*', '^~'].includes(mark)) problem(`invalid location modifier "${mark}"`, file, line);
    if (
      kind !== 'regex' &&
      out.some((each) => each.kind !== 'regex' && each.path === path && (each.kind === 'exact') === (kind === 'exact'))
    )
      problem(`duplicate location "${path}"`, file, line);
    out.push({
      kind,
      path,
      scope,
      pattern: kind === 'regex' ? patternOf(path, mark === '~*', file, line) : undefined,
      locations: locationsOf(block!, scope),
    });
  }
  return out;
}

export function patternOf(source: string, ignoreCase: boolean, file: string | undefined, line: number): Pattern {
  try {
    return new Pattern(source, { ignoreCase });
  } catch (error) {
    if (error instanceof PatternError)
      return problem(`pcre2_compile() failed: ${error.message} in "${source}" at "${source.slice(error.at)}"`, file, line);
    throw error;
  }
}

/** The location for a path (ngx_http_core_find_location): exact, then the longest prefix, unless a regular expression matches first. */
export function locationFor(
  locations: readonly Location[],
  uri: string,
): { location: Location; groups: readonly (string | undefined)[] } | undefined {
  const exact = locations.find(({ kind, path }) => kind === 'exact' && path === uri);
  if (exact !== undefined) return { location: exact, groups: [] };
  let best: Location | undefined;
  for (const each of locations)
    if (
      (each.kind === 'prefix' || each.kind === 'prefix-no-regex') &&
      uri.startsWith(each.path) &&
      each.path.length > (best?.path.length ?? -1)
    )
      best = each;
  const inner = best === undefined || best.locations.length === 0 ? undefined : locationFor(best.locations, uri);
  if (inner !== undefined) return inner;
  if (best?.kind !== 'prefix-no-regex') {
    for (const each of locations) {
      const match = each.pattern?.exec(uri);
      if (match !== undefined) return { location: each, groups: match.groups };
    }
  }
  return best === undefined ? undefined : { location: best, groups: [] };
}

/** The server for an address and a Host (ngx_http_find_virtual_server): its name, a name with a star, else the default of the address. */
export function serverFor(servers: readonly Server[], port: number, address: string, host: string): Server | undefined {
  const matching = (wanted: string): Server[] =>
    servers.filter(({ listens }) => listens.some((each) => each.port === port && each.address === wanted));
  const own = matching(address);
  const here = own.length > 0 ? own : matching('0.0.0.0');
  const name = host.toLowerCase();
  const stars = (pattern: string): boolean =>
    (pattern.startsWith('*.') && name.endsWith(pattern.slice(1))) ||
    (pattern.startsWith('.') && (name === pattern.slice(1) || name.endsWith(pattern))) ||
    (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)));
  return (
    here.find(({ names }) => names.includes(name)) ??
    here.find(({ names }) => names.some(stars)) ??
    here.find(({ names }) => names.some((each) => each.startsWith('~') && new Pattern(each.slice(1), { ignoreCase: true }).test(name))) ??
    here.find(({ listens }) => listens.some((each) => each.port === port && each.isDefault)) ??
    here[0]
  );
}
