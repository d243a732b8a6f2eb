import { compiledBody, type Process, type Program, type Run, type Step, SysError, statusCode } from '../../kernel/index.ts';
import { generatedBody, textBody } from '../../tree/index.ts';
import { download, exists, putFile, reaches, readText, removeTree, writeText } from '../package-data/index.ts';
import type { Code } from './ast.ts';
import { NotUnderstood } from './ast.ts';
import { type GoSource, parseGo } from './go.ts';
import { linker } from './platform.ts';

/** Thrown to end go: text for standard error, and the status. */
class GoError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

const directory = (p: Process): string => (p.cwd === '/' ? '' : p.cwd);
const absolute = (p: Process, path: string): string => (path.startsWith('/') ? path : `${directory(p)}/${path}`);

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

function version(p: Process): string {
  return p.env.get('GOLANG_VERSION') ?? /^go(\S+)/.exec(readText(p, '/usr/local/go/VERSION') ?? '')?.[1] ?? '1.24.11';
}
const minor = (p: Process): number => Number(version(p).split('.')[1] ?? 24);
const gopath = (p: Process): string => p.env.get('GOPATH') ?? `${p.env.get('HOME') ?? '/root'}/go`;

/** The directory of the nearest go.mod upwards. */
function moduleRoot(p: Process): string | undefined {
  for (let dir = directory(p); ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (exists(p, `${dir}/go.mod`)) return dir;
    if (dir === '') return undefined;
  }
}
function moduleName(p: Process): string | undefined {
  const root = moduleRoot(p);
  return root === undefined ? undefined : /^module\s+(\S+)/m.exec(readText(p, `${root}/go.mod`) ?? '')?.[1];
}

const usesModules = (p: Process): boolean =>
  p.env.get('GO111MODULE') !== 'off' && (minor(p) >= 16 || (minor(p) >= 11 && moduleRoot(p) !== undefined));

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

function* mod(p: Process, args: readonly string[]): Step<number> {
  const [action = '', name] = args.filter((word) => !word.startsWith('-'));
  if (minor(p) < 11) throw new GoError('go: unknown subcommand "mod"\nRun \'go help\' for usage.', 2);
  if (action === 'init') {
    if (exists(p, `${directory(p)}/go.mod`)) throw new GoError(`go: ${directory(p)}/go.mod already exists`);
    const module = name ?? (directory(p).startsWith(`${gopath(p)}/src/`) ? directory(p).slice(gopath(p).length + 5) : undefined);
    if (module === undefined)
      throw new GoError(
        `go: cannot determine module path for source directory ${directory(p) || '/'} (outside GOPATH, module path must be specified)\n\nExample usage:\n\t'go mod init example.com/m' to initialize a v0 or v1 module\n\t'go mod init example.com/m/v2' to initialize a v2 module\n\nRun 'go help mod init' for more information.`,
      );
    const language = minor(p) >= 21 ? version(p) : version(p).split('.').slice(0, 2).join('.');
    writeText(p, `${directory(p)}/go.mod`, `module ${module}\n\ngo ${language}\n`);
    const has = p.fs.readdir(directory(p) || '/').some((each) => each.endsWith('.go'));
    yield* p.write(
      2,
      `go: creating new go.mod: module ${module}\n${has && minor(p) >= 16 ? 'go: to add module requirements and sums:\n\tgo mod tidy\n' : ''}`,
    );
    return 0;
  }
  if (moduleRoot(p) === undefined)
    throw new GoError("go: go.mod file not found in current directory or any parent directory; see 'go help modules'");
  const requires = [...(readText(p, `${moduleRoot(p)}/go.mod`) ?? '').matchAll(/^(?:require)?\s+([\w.-]+\.[\w./-]+) (v\S+)/gm)].map(
    (match) => [match[1]!, match[2]!] as const,
  );
  if (action === 'download') {
    for (const [path, each] of requires) yield* fetchModule(p, path, each);
    if (requires.length === 0) yield* p.write(2, 'go: no module dependencies to download\n');
    return 0;
  }
  if (action === 'tidy') {
    const external = new Set(
      p.fs
        .readdir(moduleRoot(p)! || '/')
        .filter((file) => file.endsWith('.go'))
        .flatMap((file) =>
          [...(readText(p, `${moduleRoot(p)}/${file}`) ?? '').matchAll(/^\s*(?:import\s+)?(?:\w+\s+)?"([\w.-]+\.[a-z]+\/[^"]+)"/gm)].map(
            (match) => match[1]!,
          ),
        ),
    );
    if (external.size > 0) throw new GoError(`strata: modules from elsewhere are not simulated: ${[...external].join(', ')}`);
    yield* p.sleep(0.1);
    return 0;
  }
  if (action === 'verify') {
    yield* p.write(1, 'all modules verified\n');
    return 0;
  }
  throw new GoError(`strata: go mod ${action} is not simulated`);
}

function* fetchModule(p: Process, path: string, release: string): Step<void> {
  if (!(yield* reaches(p, 'proxy.golang.org')))
    throw new GoError(
      `go: ${path}@${release}: Get "https://proxy.golang.org/${path}/@v/${release}.mod": dial tcp: lookup proxy.golang.org: Temporary failure in name resolution`,
    );
  yield* download(p, 400_000);
  putFile(p, `${gopath(p)}/pkg/mod/cache/download/${path}/@v/${release}.zip`, generatedBody({ seed: path.length, size: 400_000 }));
  putFile(
    p,
    `${gopath(p)}/pkg/mod/${path}@${release}/${path.split('/').at(-1)}.contents`,
    generatedBody({ seed: path.length, size: 1_400_000 }),
    { mode: 0o444 },
  );
}

/** Modules that `go get` knows, with their newest versions. */
const MODULES: Readonly<Record<string, string>> = {
  'github.com/go-sql-driver/mysql': 'v1.9.3',
  'github.com/gin-gonic/gin': 'v1.11.0',
  'github.com/gorilla/mux': 'v1.8.1',
  'github.com/redis/go-redis/v9': 'v9.17.2',
  'github.com/spf13/cobra': 'v1.10.2',
  'github.com/lib/pq': 'v1.10.9',
  'github.com/sirupsen/logrus': 'v1.9.3',
  'github.com/labstack/echo/v4': 'v4.13.4',
  'github.com/stretchr/testify': 'v1.11.1',
  'golang.org/x/net': 'v0.48.0',
};

/** go get: into GOPATH with git before modules, into go.mod and the module cache with them. */
function* get(p: Process, args: readonly string[]): Step<number> {
  const verbose = args.includes('-v');
  const names = args.filter((word) => !word.startsWith('-') && word !== '.' && word !== './...');
  for (const word of names) {
    const [path = '', wanted] = word.split('@');
    const known = Object.keys(MODULES).find((each) => path === each || path.startsWith(`${each}/`));
    if (!usesModules(p)) {
      if (!(p.env.get('PATH') ?? '').split(':').some((dir) => exists(p, `${dir}/git`)))
        throw new GoError(
          `go: missing Git command. See https://golang.org/s/gogetcmd\npackage ${path}: exec: "git": executable file not found in $PATH`,
        );
      if (exists(p, `${gopath(p)}/src/${path}`)) continue;
      const host = path.split('/')[0]!;
      if (!(yield* reaches(p, host)))
        throw new GoError(
          `package ${path}: unrecognized import path "${path}" (https fetch: Get https://${path}?go-get=1: dial tcp: lookup ${host}: Temporary failure in name resolution)`,
        );
      if (known === undefined)
        throw new GoError(
          `# cd .; git clone -- https://${path} ${gopath(p)}/src/${path}\nCloning into '${gopath(p)}/src/${path}'...\nfatal: could not read Username for 'https://${host}': terminal prompts disabled\npackage ${path}: exit status 128`,
        );
      if (verbose) yield* p.write(2, `${path} (download)\n`);
      yield* download(p, 900_000);
      const name = path.split('/').at(-1)!;
      writeText(p, `${gopath(p)}/src/${path}/README.md`, `# ${name}\n`);
      putFile(p, `${gopath(p)}/src/${path}/${name}.contents`, generatedBody({ seed: path.length, size: 1_100_000 }));
      continue;
    }
    if (moduleRoot(p) === undefined)
      throw new GoError(
        "go: go.mod file not found in current directory or any parent directory.\n\t'go get' is no longer supported outside a module.\n\tTo build and install a command, use 'go install' with a version,\n\tlike 'go install example.com/cmd@latest'\n\tFor more information, see https://golang.org/doc/go-get-install-deprecation\n\tor run 'go help get' or 'go help install'.",
      );
    if (known === undefined)
      throw new GoError(
        `go: module ${path}: reading https://proxy.golang.org/${path}/@v/list: 404 Not Found\n\tserver response: not found`,
      );
    const release = wanted === undefined || wanted === 'latest' ? MODULES[known]! : wanted;
    yield* p.write(2, `go: downloading ${known} ${release}\n`);
    yield* fetchModule(p, known, release);
    const file = `${moduleRoot(p)}/go.mod`;
    const text = readText(p, file) ?? '';
    if (!text.includes(`${known} `)) writeText(p, file, `${text}\nrequire ${known} ${release}\n`);
    yield* p.write(2, `go: added ${known} ${release}\n`);
  }
  return 0;
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
