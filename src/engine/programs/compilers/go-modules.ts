import type { Process, Step } from '../../kernel/index.ts';
import { generatedBody } from '../../tree/index.ts';
import { download, exists, putFile, reaches, readText, writeText } from '../package-data/index.ts';
import { directory, GoError, gopath, minor, moduleRoot, usesModules, version } from './go-place.ts';

/** go mod: init, download, tidy, verify. */
export function* mod(p: Process, args: readonly string[]): Step<number> {
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
export function* get(p: Process, args: readonly string[]): Step<number> {
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
