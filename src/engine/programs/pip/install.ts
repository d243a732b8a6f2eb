import { encodeText, executableBody, type Process, type Step, SysError, TURN } from '../../kernel/index.ts';
import { generatedBody, textBody } from '../../tree/index.ts';
import { download, exists, makeDirectories, putFile, reaches, readText } from '../package-data/index.ts';
import { type Distribution, type Environment, installed } from './environment.ts';
import { choose, type Pypi, pypi, type Release, releasesOf } from './index-data.ts';
import { PipError, type PipOptions } from './options.ts';
import { removeDistribution } from './remove.ts';
import { canonical, compareVersions, parseRequirement, type Requirement, satisfies } from './version.ts';

const DEFAULT = 'https://pypi.org/simple';
/** Wheels larger than this many bytes have a progress line. */
const PROGRESS = 40_000;

interface Chosen {
  readonly release: Release;
  /** Name as the requirement wrote it first. */
  readonly shown: string;
}

/** One run of `pip install`. */
export function* install(p: Process, env: Environment, options: PipOptions): Step<number> {
  const say = function* (text: string): Step<void> {
    if (options.quiet === 0) yield* p.write(1, encodeText(text));
  };
  const roots = yield* wanted(p, options);
  if (roots.length === 0) {
    if (options.files.length > 0) return 0;
    throw new PipError('ERROR: You must give at least one requirement to install (see "pip help install")');
  }
  if (env.managed !== undefined && !options.flags.has('--break-system-packages') && options.target === undefined)
    throw new PipError(managedText(env.managed));
  const sources = [options.index ?? DEFAULT, ...options.extra];
  if (options.index !== undefined || options.extra.length > 0) yield* say(`Looking in indexes: ${sources.join(', ')}\n`);
  const index = yield* pypi();
  const here = installed(p, env);
  const chosen = new Map<string, Chosen>();
  const host = /^https?:\/\/(?:[^@/]*@)?([^/:]+)/.exec(sources[0]!)?.[1] ?? '';
  const reachable = yield* reaches(p, host);
  const queue: { requirement: Requirement; from: string }[] = roots.map(({ requirement, from }) => ({ requirement, from }));
  for (let at = 0; at < queue.length; at++) {
    const { requirement, from } = queue[at]!;
    const name = canonical(requirement.name);
    if (chosen.has(name)) continue;
    const old = here.find((each) => canonical(each.name) === name);
    const upgrade =
      (options.flags.has('--upgrade') && at < roots.length) ||
      options.flags.has('--force-reinstall') ||
      options.flags.has('--ignore-installed');
    const shown = requirement.text;
    const via = from === '' || compareVersions(env.pip, '23.1') < 0 ? '' : ` (from ${from})`;
    if (old !== undefined && satisfies(old.version, requirement)) {
      const newest = upgrade ? choose(releasesOf(index, name, env.python) ?? [], requirement, env.python) : undefined;
      if (!upgrade || newest === undefined || newest.version === old.version) {
        yield* say(`Requirement already satisfied: ${shown} in ${old.site}${from === '' ? '' : ` (from ${from})`} (${old.version})\n`);
        if (!options.flags.has('--no-deps'))
          for (const each of dependsOf(index, old, env)) queue.push({ requirement: each, from: queueName(from, requirement.name) });
        continue;
      }
      yield* say(`Requirement already satisfied: ${shown} in ${old.site}${from === '' ? '' : ` (from ${from})`} (${old.version})\n`);
    }
    if (!reachable) yield* unreachable(p, host, name);
    const releases = reachable ? releasesOf(index, name, env.python) : undefined;
    const release = releases === undefined ? undefined : choose(releases, requirement, env.python);
    if (release === undefined) throw notFound(requirement, from, releases, env.python);
    yield* say(`Collecting ${shown}${via}\n`);
    yield* fetchWheel(p, env, options, release, say);
    chosen.set(name, { release, shown: requirement.name });
    if (!options.flags.has('--no-deps') && !options.flags.has('--no-dependencies'))
      for (const each of release.depends) queue.push({ requirement: each, from: queueName(from, requirement.name) });
  }
  if (chosen.size === 0) return yield* warnings(p, env, options, 0);
  if (options.flags.has('--dry-run')) {
    yield* say(
      `Would install ${[...chosen.values()]
        .map(({ release }) => `${release.name}-${release.version}`)
        .sort()
        .join(' ')}\n`,
    );
    return 0;
  }
  yield* place(p, env, options, [...chosen.values()], here, say);
  return yield* warnings(p, env, options, chosen.size);
}

type Say = (text: string) => Step<void>;

const queueName = (from: string, name: string): string =>
  from === '' || from.startsWith('-r ') ? `${canonical(name)}${from.startsWith('-r ') ? `->${from}` : ''}` : `${canonical(name)}->${from}`;

function dependsOf(index: Pypi, old: Distribution, env: Environment): readonly Requirement[] {
  const releases = releasesOf(index, old.name, env.python);
  return releases === undefined ? [] : (choose(releases, { clauses: [['==', old.version]] }, env.python)?.depends ?? []);
}

/** What the words and requirement files ask for. Throws PipError for what is not a name in an index. */
function* wanted(p: Process, options: PipOptions): Step<{ requirement: Requirement; from: string }[]> {
  const out: { requirement: Requirement; from: string }[] = [];
  const add = (text: string, from: string): void => {
    if (/^(?:\.|\/|git\+|https?:|file:)/.test(text) || /\.(?:whl|tar\.gz|zip)$/.test(text)) {
      if (text.startsWith('.') || text.startsWith('/')) {
        if (!exists(p, text))
          throw new PipError(
            `ERROR: Invalid requirement: '${text}': Expected package name at the start of dependency specifier\n    ${text}\n    ^\nHint: It looks like a path. File '${text}' does not exist.`,
          );
        if (!['setup.py', 'pyproject.toml'].some((file) => exists(p, `${text}/${file}`)))
          throw new PipError(`ERROR: Directory '${text}' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.`);
      }
      throw new PipError(`strata: pip installs names from its index only; building ${text} is not simulated`);
    }
    const requirement = parseRequirement(text);
    if (requirement === undefined)
      throw new PipError(
        `ERROR: Invalid requirement: '${text}'${text.includes('=') && !text.includes('==') ? '\nHint: = is not a valid operator. Did you mean == ?' : ''}`,
      );
    out.push({ requirement, from });
  };
  for (const word of options.words) add(word, '');
  const read = function* (file: string): Step<void> {
    const text = readText(p, file);
    if (text === undefined) throw new PipError(`ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${file}'`);
    for (const [at, raw] of text.split('\n').entries()) {
      const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
      if (line === '') continue;
      if (/^(?:-r|--requirement)[ =]/.test(line)) yield* read(line.replace(/^\S+[ =]\s*/, ''));
      else if (!line.startsWith('-')) add(line.replace(/\s+--hash=\S+/g, '').replace(/\s*\\$/, ''), `-r ${file} (line ${at + 1})`);
    }
  };
  for (const file of options.files) yield* read(file);
  return out;
}

function notFound(requirement: Requirement, from: string, releases: readonly Release[] | undefined, python: string): PipError {
  const versions = (releases ?? []).filter((release) => compareVersions(python, release.python) >= 0).map(({ version }) => version);
  const via = from === '' ? '' : `from ${from}`;
  const known = `from versions: ${versions.length === 0 ? 'none' : versions.reverse().join(', ')}`;
  return new PipError(
    `ERROR: Could not find a version that satisfies the requirement ${requirement.text} (${via === '' || releases !== undefined ? known : known})\nERROR: No matching distribution found for ${requirement.text}`,
  );
}

function* unreachable(p: Process, host: string, name: string): Step<void> {
  for (let left = 4; left >= 0; left--) {
    yield* p.write(
      2,
      `WARNING: Retrying (Retry(total=${left}, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f046733${left}490>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': ${host === 'pypi.org' ? '' : ''}/simple/${name}/\n`,
    );
    yield* p.sleep(0.25 * 2 ** (4 - left));
  }
}

const wheelName = (env: Environment, { name, version, scripts, installed: size, wheel }: Release): string => {
  const native =
    wheel > 200 &&
    size > 0 &&
    /numpy|pandas|scipy|cryptography|cffi|lxml|pillow|greenlet|psycopg2|pydantic-core|aiohttp|yarl|multidict|frozenlist|propcache|scikit|matplotlib|contourpy|kiwisolver|pyyaml|torch|sqlalchemy|pymongo/.test(
      name,
    );
  const tag = `cp${env.python.replace('.', '')}`;
  return `${name.replaceAll('-', '_')}-${version}-${native || name === 'markupsafe' ? `${tag}-${tag}-manylinux_2_17_x86_64.manylinux2014_x86_64` : scripts.length >= 0 ? 'py3-none-any' : ''}.whl`;
};

/** A number of KiB as pip shows a wheel's size. */
const wheelSize = (kib: number): string => {
  const bytes = kib * 1000;
  return bytes > 1000 * 1000
    ? `${(bytes / 1000 / 1000).toFixed(1)} MB`
    : bytes > 10_000
      ? `${Math.floor(bytes / 1000)} kB`
      : `${(bytes / 1000).toFixed(1)} kB`;
};

function* fetchWheel(p: Process, env: Environment, options: PipOptions, release: Release, say: Say): Step<void> {
  const bytes = release.wheel * 1000;
  const cache = options.flags.has('--no-cache-dir') ? undefined : cachePath(p, release);
  const cached = cache !== undefined && exists(p, cache);
  if (!cached) {
    const seconds = yield* download(p, bytes);
    const size = wheelSize(release.wheel);
    yield* say(`  Downloading ${wheelName(env, release)} (${size})\n`);
    if (bytes > PROGRESS && compareVersions(env.pip, '22') >= 0) {
      const unit =
        bytes > 1_000_000
          ? `${(bytes / 1_000_000).toFixed(1)}/${(bytes / 1_000_000).toFixed(1)} MB`
          : `${(bytes / 1000).toFixed(1)}/${(bytes / 1000).toFixed(1)} kB`;
      const rate = bytes / seconds;
      const indent = compareVersions(env.pip, '24') >= 0 ? '   ' : '     ';
      yield* say(
        `${indent}${'━'.repeat(40)} ${unit} ${rate > 1e6 ? `${(rate / 1e6).toFixed(1)} MB/s` : `${(rate / 1e3).toFixed(1)} kB/s`} eta 0:00:00\n`,
      );
    }
    if (cache !== undefined) keepInCache(p, cache, bytes);
  } else yield* say(`  Using cached ${wheelName(env, release)} (${wheelSize(release.wheel)})\n`);
}

/** Where pip keeps an answer: five directories of one digit and a long name. */
function cachePath(p: Process, { name, version }: Release): string {
  let digits = '';
  for (let part = 0; digits.length < 56; part++) {
    let value = 0x811c9dc5;
    for (const letter of `${part}${name}-${version}`) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
    digits += (value >>> 0).toString(16).padStart(8, '0');
  }
  return `${p.env.get('HOME') ?? '/root'}/.cache/pip/http-v2/${digits.slice(0, 5).split('').join('/')}/${digits}`;
}

function keepInCache(p: Process, path: string, bytes: number): void {
  try {
    putFile(p, path, generatedBody({ seed: bytes, size: 1200 }), { mode: 0o600 });
    putFile(p, `${path}.body`, generatedBody({ seed: bytes, size: bytes }), { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

function* place(
  p: Process,
  env: Environment,
  options: PipOptions,
  chosen: readonly Chosen[],
  here: readonly Distribution[],
  say: Say,
): Step<void> {
  const order = installOrder(chosen.map(({ release }) => release));
  yield* say(`Installing collected packages: ${order.map(({ name }) => name).join(', ')}\n`);
  const site = options.target ?? env.site;
  try {
    makeDirectories(p, site);
    p.fs.access(site, 2);
    for (const release of order) {
      const old = here.find((each) => canonical(each.name) === release.name);
      if (old !== undefined && options.target === undefined) {
        yield* say(
          `  Attempting uninstall: ${release.name}\n    Found existing installation: ${old.name} ${old.version}\n    Uninstalling ${old.name}-${old.version}:\n`,
        );
        removeDistribution(p, old);
        yield* say(`      Successfully uninstalled ${old.name}-${old.version}\n`);
      }
      write(p, env, release, site, options.target === undefined ? env.bin : `${site}/bin`);
      yield* p.sleep(0.05 + release.installed / 60_000);
      if (p.tick()) yield TURN;
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const number = error.errno === 'EACCES' ? 13 : error.errno === 'ENOSPC' ? 28 : error.errno === 'EROFS' ? 30 : 5;
    const where = number === 13 ? `: '${site}'\nConsider using the \`--user\` option or check the permissions.` : '';
    throw new PipError(`ERROR: Could not install packages due to an OSError: [Errno ${number}] ${error.message}${where}\n`);
  }
  const names = order.map(({ name, version }) => `${name}-${version}`).sort();
  yield* say(`Successfully installed ${names.join(' ')}\n`);
}

/** Dependencies before what needs them: in rounds of what needs nothing that is left, each by name backwards (get_topological_weights). */
function installOrder(releases: readonly Release[]): Release[] {
  const left = new Map(releases.map((release) => [release.name, release]));
  const order: Release[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ name, depends }) => !depends.some((each) => canonical(each.name) !== name && left.has(canonical(each.name))),
    );
    const round = (ready.length > 0 ? ready : [...left.values()]).sort((x, y) => (x.name < y.name ? 1 : -1));
    for (const release of round) {
      order.push(release);
      left.delete(release.name);
    }
  }
  return order;
}

/** The import name of a distribution, where it is not its own name. */
const IMPORTS: Readonly<Record<string, string>> = {
  'python-dateutil': 'dateutil',
  pyyaml: 'yaml',
  pillow: 'PIL',
  beautifulsoup4: 'bs4',
  'psycopg2-binary': 'psycopg2',
  'scikit-learn': 'sklearn',
  'python-dotenv': 'dotenv',
  pymysql: 'pymysql',
  dnspython: 'dns',
  'markdown-it-py': 'markdown_it',
};

/** Writes a release into site-packages: its module, its metadata with RECORD, and its scripts. */
function write(p: Process, env: Environment, release: Release, site: string, bin: string): void {
  const stem = `${release.name.replaceAll('-', '_')}-${release.version}`;
  const module = IMPORTS[release.name] ?? release.name.replaceAll('-', '_');
  const info = `${site}/${stem}.dist-info`;
  const record: string[] = [];
  const put = (path: string, body: ReturnType<typeof textBody>, mode = 0o644): void => {
    putFile(p, path, body, { mode });
    record.push(path);
  };
  put(`${site}/${module}/__init__.py`, textBody(`__version__ = "${release.version}"\n`));
  const rest = release.installed * 1024 - 4000;
  if (rest > 0) put(`${site}/${module}/${module}.contents`, generatedBody({ seed: release.installed, size: rest }));
  for (const script of release.scripts) {
    const path = `${bin}/${script}`;
    if (/^pip3?$/.test(script)) put(path, executableBody('pip', 240), 0o755);
    else
      put(
        path,
        textBody(
          `#!${env.interpreter}\n# -*- coding: utf-8 -*-\nimport re\nimport sys\nfrom ${module} import main\nif __name__ == '__main__':\n    sys.exit(main())\n`,
        ),
        0o755,
      );
  }
  put(`${info}/INSTALLER`, textBody('pip\n'));
  const requires = release.depends.map(({ text }) => `Requires-Dist: ${text}\n`).join('');
  put(`${info}/METADATA`, textBody(`Metadata-Version: 2.1\nName: ${displayName(release.name)}\nVersion: ${release.version}\n${requires}`));
  put(`${info}/WHEEL`, textBody('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'));
  put(`${info}/top_level.txt`, textBody(`${module}\n`));
  record.push(`${info}/RECORD`);
  putFile(p, `${info}/RECORD`, textBody(record.map((path) => `${path},,\n`).join('')));
}

/** How a name is written in its metadata, for those that are not lower case. */
const DISPLAY: Readonly<Record<string, string>> = {
  flask: 'Flask',
  jinja2: 'Jinja2',
  markupsafe: 'MarkupSafe',
  werkzeug: 'Werkzeug',
  django: 'Django',
  pyyaml: 'PyYAML',
  sqlalchemy: 'SQLAlchemy',
  pygments: 'Pygments',
  pymysql: 'PyMySQL',
  'flask-cors': 'Flask-Cors',
};
const displayName = (name: string): string => DISPLAY[name] ?? name;

function managedText(text: string): string {
  const body = text
    .replace(/^\[externally-managed\]\s*\n(?:Error=)?/, '')
    .replace(/\n+$/, '')
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.replace(/^ /, ''));
  return `error: externally-managed-environment\n\n× This environment is externally managed\n╰─> ${body.join('\n    ')}\n\nnote: If you believe this is a mistake, please contact your Python installation or OS distribution provider. You can override this, at the risk of breaking your Python installation or OS, by passing --break-system-packages.\nhint: See PEP 668 for the detailed specification.`;
}

/** What pip says at the end: about root, and about a newer pip. */
function* warnings(p: Process, env: Environment, options: PipOptions, count: number): Step<number> {
  const root = p.credentials.uid === 0 && !env.virtual && !options.flags.has('root-ignore') && options.target === undefined;
  if (root && count > 0 && options.quiet < 2) {
    const until =
      compareVersions(env.pip, '24.1') >= 0
        ? ', possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.'
        : '. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv';
    yield* p.write(
      2,
      `WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager${until}\n`,
    );
  }
  const newest = releasesOf(yield* pypi(), 'pip', env.python);
  const latest = newest === undefined ? undefined : choose(newest, { clauses: [] }, env.python)?.version;
  const now = installed(p, env).find(({ name }) => name === 'pip')?.version ?? env.pip;
  if (
    options.quiet > 0 ||
    env.managed !== undefined ||
    options.flags.has('--disable-pip-version-check') ||
    latest === undefined ||
    compareVersions(now, latest) >= 0
  )
    return 0;
  if (compareVersions(now, '22.1') >= 0)
    yield* p.write(
      2,
      `\n[notice] A new release of pip is available: ${now} -> ${latest}\n[notice] To update, run: pip install --upgrade pip\n`,
    );
  else
    yield* p.write(
      2,
      `WARNING: You are using pip version ${now}; however, version ${latest} is available.\nYou should consider upgrading via the '${env.interpreter.replace(/[\d.]+$/, '')} -m pip install --upgrade pip' command.\n`,
    );
  return 0;
}
