import { compiledBody, type Process, type Program, type Run, type Step, SysError, statusCode } from '../../kernel/index.ts';
import { generatedBody, textBody } from '../../tree/index.ts';
import { exists, putFile, readText, removeTree } from '../package-data/index.ts';
import type { Code } from './ast.ts';
import { NotUnderstood } from './ast.ts';
import { type GoSource, parseGo } from './go.ts';
import { get, mod } from './go-modules.ts';
import { absolute, directory, GoError, gopath, minor, moduleName, moduleRoot, usesModules, version } from './go-place.ts';
import { linker } from './platform.ts';

/** go: build, run, install, mod, get, version, env and a few more. */
export const go: Program = function* main(p: Process): Run {
  const [command = '', ...args] = p.argv.slice(1);
  try {
    return yield* run(p, command, args);
  } catch (error) {
    if (error instanceof GoError) {
      if (error.message !== '') yield* p.write(2, `${error.message}\n`);
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `go: ${error.message.toLowerCase()}\n`);
    return 1;
  }
};

function* run(p: Process, command: string, args: readonly string[]): Step<number> {
  switch (command) {
    case 'version':
      yield* p.write(1, `go version go${version(p)} linux/amd64\n`);
      return 0;
    case 'env':
      return yield* env(p, args);
    case 'build':
    case 'install':
      return yield* build(p, command, args);
    case 'run':
      return yield* runSource(p, args);
    case 'mod':
      return yield* mod(p, args);
    case 'get':
      return yield* get(p, args);
    case 'fmt':
    case 'vet':
      sources(
        p,
        args.filter((word) => !word.startsWith('-')),
      );
      return 0;
    case 'clean':
      if (args.includes('-cache') || args.includes('-modcache')) removeTree(p, `${p.env.get('HOME') ?? '/root'}/.cache/go-build`);
      if (args.includes('-modcache')) removeTree(p, `${gopath(p)}/pkg/mod`);
      return 0;
    case 'test':
      yield* p.write(1, `?   \t${moduleName(p) ?? 'command-line-arguments'}\t[no test files]\n`);
      return 0;
    case 'list':
      yield* p.write(1, `${moduleName(p) ?? 'command-line-arguments'}\n`);
      return 0;
    case '':
    case 'help':
      yield* p.write(
        2,
        'Go is a tool for managing Go source code.\n\nUsage:\n\n\tgo <command> [arguments]\n\nThe commands are:\n\n\tbuild       compile packages and dependencies\n\tget         add dependencies to current module and install them\n\tinstall     compile and install packages and dependencies\n\tmod         module maintenance\n\trun         compile and run Go program\n\tversion     print Go version\n\n',
      );
      return 2;
    case 'generate':
    case 'work':
    case 'tool':
    case 'doc':
    case 'fix':
    case 'bug':
    case 'telemetry':
      throw new GoError(`strata: go ${command} is not simulated`);
  }
  throw new GoError(`go ${command}: unknown command\nRun 'go help' for usage.`, 2);
}

interface Flags {
  readonly output: string | undefined;
  readonly packages: readonly string[];
  readonly ldflags: string;
  readonly verbose: boolean;
}

function readFlags(args: readonly string[]): Flags {
  const packages: string[] = [];
  let output: string | undefined;
  let ldflags = '';
  let verbose = false;
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '-o') output = args[++i];
    else if (/^--?o=/.test(word)) output = word.slice(word.indexOf('=') + 1);
    else if (/^--?ldflags$/.test(word)) ldflags = args[++i] ?? '';
    else if (/^--?ldflags=/.test(word)) ldflags = word.slice(word.indexOf('=') + 1);
    else if (/^--?(?:tags|mod|p|installsuffix|gcflags|asmflags|buildmode|compiler|pkgdir|overlay)$/.test(word)) i++;
    else if (word === '-v' || word === '-x') verbose = true;
    else if (!word.startsWith('-')) packages.push(word);
  }
  return { output, packages, ldflags, verbose };
}

/** The Go files of a package argument: files by name, or those of a directory. */
function sources(p: Process, packages: readonly string[]): { files: string[]; name: string } {
  const named = packages.filter((word) => word.endsWith('.go'));
  if (named.length > 0) {
    for (const file of named)
      if (!exists(p, file))
        throw new GoError(
          minor(p) >= 16
            ? `no required module provides package ${file}; to add it:\n\tgo get ${file}`
            : `stat ${file}: no such file or directory`,
        );
    return { files: named, name: named[0]!.slice(named[0]!.lastIndexOf('/') + 1).replace(/\.go$/, '') };
  }
  const [word = '.'] = packages;
  const dir = word === './...' ? '.' : word;
  const modules = usesModules(p);
  if (modules && moduleRoot(p) === undefined)
    throw new GoError("go: go.mod file not found in current directory or any parent directory; see 'go help modules'");
  const path =
    dir.startsWith('.') || dir.startsWith('/')
      ? absolute(p, dir).replace(/\/\.(?=\/|$)/g, '')
      : modules
        ? `${moduleRoot(p)}${dir.replace(moduleName(p) ?? '', '')}`
        : `${gopath(p)}/src/${dir}`;
  const files = exists(p, path)
    ? p.fs
        .readdir(path)
        .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
        .map((name) => `${path}/${name}`)
    : [];
  if (!exists(p, path))
    throw new GoError(
      modules
        ? `stat ${path}: directory not found`
        : `can't load package: package ${dir}: cannot find package "${dir}" in any of:\n\t/usr/local/go/src/${dir} (from $GOROOT)\n\t${path} (from $GOPATH)`,
    );
  if (files.length === 0)
    throw new GoError(
      minor(p) >= 13 ? `no Go files in ${path === '' ? '/' : path}` : `can't load package: package .: no Go files in ${path}`,
    );
  const module = moduleName(p);
  const inRoot = module !== undefined && path === moduleRoot(p);
  return {
    files,
    name: inRoot
      ? module
          .replace(/\/v\d+$/, '')
          .split('/')
          .at(-1)!
      : path.split('/').at(-1)!,
  };
}

interface Built {
  readonly code: Code;
  readonly imports: ReadonlySet<string>;
}

/** Parses and checks a package. Throws GoError with what the compiler would print, or why Strata does not compile it. */
function compileFiles(p: Process, files: readonly string[]): Built {
  const functions: Record<string, Code['functions'][string]> = {};
  const globals: Code['globals'][number][] = [];
  const imports = new Set<string>();
  const errors: string[] = [];
  let pkg = '';
  for (const file of files) {
    const shown = file.startsWith(`${directory(p)}/`)
      ? `./${file.slice(directory(p).length + 1)}`
      : file.startsWith('/')
        ? file
        : `./${file}`;
    let source: GoSource;
    try {
      source = parseGo(readText(p, file) ?? '');
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      throw new GoError(
        `# ${moduleName(p) ?? 'command-line-arguments'}\n${shown}:${error.line}: strata: ${error.message}; the compiler here understands small programs only`,
      );
    }
    pkg = source.package;
    for (const { path, line, column } of source.imports) {
      imports.add(path);
      if (!path.split('/')[0]!.includes('.')) continue;
      if (usesModules(p) && !(readText(p, `${moduleRoot(p)}/go.mod`) ?? '').includes(path.split('/').slice(0, 3).join('/')))
        throw new GoError(
          `${shown.replace(/^\.\//, '')}:${line}:${column}: no required module provides package ${path}; to add it:\n\tgo get ${path}`,
        );
      if (!usesModules(p) && !exists(p, `${gopath(p)}/src/${path}`))
        throw new GoError(
          `${shown.replace(/^\.\//, '')}:${line}:${column}: cannot find package "${path}" in any of:\n\t/usr/local/go/src/${path} (from $GOROOT)\n\t${gopath(p)}/src/${path} (from $GOPATH)`,
        );
    }
    for (const { path, line, column } of source.unused) {
      if (path.split('/')[0]!.includes('.')) continue;
      errors.push(`${shown}:${line}:${column}: ${minor(p) >= 20 ? `"${path}" imported and not used` : `imported and not used: "${path}"`}`);
    }
    Object.assign(functions, source.code.functions);
    globals.push(...source.code.globals);
  }
  if (errors.length > 0) throw new GoError(`# ${moduleName(p) ?? 'command-line-arguments'}\n${errors.join('\n')}`, minor(p) >= 20 ? 1 : 2);
  if (pkg === 'main' && functions.main === undefined)
    throw new GoError(
      `# ${moduleName(p) ?? 'command-line-arguments'}\nruntime.main_main·f: function main is undeclared in the main package`,
    );
  return { code: { language: 'go', functions, globals }, imports };
}

const NETWORKED = /^(?:net(?:\/|$)|os\/user)/;

/** Writes an executable: static where cgo is off or nothing needs the C library, else with a loader. */
function link(p: Process, built: Built, output: string, ldflags: string): void {
  const goos = p.env.get('GOOS') ?? 'linux';
  const arch = p.env.get('GOARCH') ?? 'amd64';
  const cgo = p.env.get('CGO_ENABLED') ?? (arch === 'amd64' && hasCompiler(p) ? '1' : '0');
  const networked = [...built.imports].some((path) => NETWORKED.test(path));
  const base = built.imports.has('net/http')
    ? 8_100_000
    : networked
      ? 4_600_000
      : built.imports.has('fmt') || built.imports.has('log')
        ? 2_300_000
        : 1_600_000;
  const stripped = /-s\b/.test(ldflags) || /-w\b/.test(ldflags);
  const size = Math.round((minor(p) < 16 ? base * 0.82 : base) * (stripped ? 0.69 : 1));
  if (goos !== 'linux') {
    putFile(p, output, textBody(`${goos === 'windows' ? 'MZ' : '\u{fe}'}${' '.repeat(60)}`), { mode: 0o755 });
    return;
  }
  const dynamic = cgo === '1' && networked && !/-static/.test(ldflags) && !(p.env.get('GOFLAGS') ?? '').includes('netgo');
  const body = compiledBody({
    program: 'compiled',
    text: JSON.stringify(built.code),
    size,
    architecture: arch,
    interpreter: dynamic ? linker(p).loader : undefined,
  });
  putFile(p, output, body, { mode: 0o755 });
}

const hasCompiler = (p: Process): boolean => (p.env.get('PATH') ?? '').split(':').some((dir) => exists(p, `${dir}/gcc`));

/** Go's build cache: the standard library's parts that a program uses are compiled once. */
function* compileTime(p: Process, built: Built): Step<void> {
  const cache = p.env.get('GOCACHE') ?? `${p.env.get('HOME') ?? '/root'}/.cache/go-build`;
  const parts: readonly (readonly [string, number])[] = [
    ['00/runtime', 24_000_000],
    ...(built.imports.has('fmt') ? [['1f/fmt', 9_000_000] as const] : []),
    ...(built.imports.has('net/http') ? [['a3/net-http', 86_000_000] as const] : []),
  ];
  for (const [name, size] of parts) {
    if (minor(p) < 20 || exists(p, `${cache}/${name}-d`)) continue;
    yield* p.sleep(size / 8_000_000);
    putFile(p, `${cache}/${name}-d`, generatedBody({ seed: size, size }));
  }
  yield* p.sleep(0.4);
}

function* build(p: Process, command: string, args: readonly string[]): Step<number> {
  const flags = readFlags(args);
  if (command === 'install' && flags.packages.some((word) => word.includes('@')))
    throw new GoError('strata: go install of a remote program is not simulated');
  const { files, name } = sources(p, flags.packages);
  const built = compileFiles(p, files);
  yield* compileTime(p, built);
  if (built.code.functions.main === undefined) return 0;
  const target =
    command === 'install'
      ? `${p.env.get('GOBIN') ?? `${gopath(p)}/bin`}/${name}`
      : absolute(p, flags.output === undefined ? name : flags.output);
  const output = exists(p, target) && p.fs.stat(target).kind === 'dir' ? `${target.replace(/\/$/, '')}/${name}` : target;
  link(p, built, output, flags.ldflags);
  return 0;
}

function* runSource(p: Process, args: readonly string[]): Step<number> {
  const at = args.findIndex((word) => !word.startsWith('-'));
  const files: string[] = [];
  let rest = at < 0 ? args.length : at;
  if (args[rest]?.endsWith('.go')) while (args[rest]?.endsWith('.go')) files.push(args[rest++]!);
  else if (rest < args.length) files.push(args[rest++]!);
  if (files.length === 0) throw new GoError('go: no go files listed');
  const found = sources(p, files);
  const built = compileFiles(p, found.files);
  yield* compileTime(p, built);
  const dir = `/tmp/go-build${Math.floor(p.now())}/b001/exe`;
  const output = `${dir}/${found.name}`;
  link(p, built, output, '');
  const child = p.fork(function* start(self) {
    return yield* self.execve(output, [output, ...args.slice(rest)], self.env);
  });
  const ended = yield* p.waitpid(child.pid);
  removeTree(p, dir.split('/').slice(0, 3).join('/'));
  const code = ended === undefined ? 1 : statusCode(ended.status);
  if (code === 0) return 0;
  yield* p.write(
    2,
    ended?.status.kind === 'signaled' ? `signal: ${ended.status.signal === 9 ? 'killed' : 'terminated'}\n` : `exit status ${code}\n`,
  );
  return 1;
}

function* env(p: Process, args: readonly string[]): Step<number> {
  const home = p.env.get('HOME') ?? '/root';
  const values: Readonly<Record<string, string>> = {
    CGO_ENABLED: p.env.get('CGO_ENABLED') ?? (hasCompiler(p) ? '1' : '0'),
    GOARCH: p.env.get('GOARCH') ?? 'amd64',
    GOCACHE: p.env.get('GOCACHE') ?? `${home}/.cache/go-build`,
    GOMOD: moduleRoot(p) === undefined ? '/dev/null' : `${moduleRoot(p)}/go.mod`,
    GOOS: p.env.get('GOOS') ?? 'linux',
    GOPATH: gopath(p),
    GOPROXY: p.env.get('GOPROXY') ?? 'https://proxy.golang.org,direct',
    GOROOT: exists(p, '/usr/local/go') ? '/usr/local/go' : '/usr/lib/go',
    GOVERSION: `go${version(p)}`,
  };
  const names = args.filter((word) => !word.startsWith('-'));
  if (args.includes('-w')) return 0;
  if (names.length > 0) for (const name of names) yield* p.write(1, `${values[name] ?? p.env.get(name) ?? ''}\n`);
  else for (const [name, value] of Object.entries(values)) yield* p.write(1, `${name}='${value}'\n`);
  return 0;
}
