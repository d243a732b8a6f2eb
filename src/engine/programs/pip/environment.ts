import type { Process } from '../../kernel/index.ts';
import { exists, readText } from '../package-data/index.ts';

/** The Python that a pip belongs to. */
export interface Environment {
  /** `3.12`. */
  readonly python: string;
  readonly site: string;
  readonly bin: string;
  readonly interpreter: string;
  readonly pip: string;
  readonly virtual: boolean;
  /** The text of EXTERNALLY-MANAGED, where the distribution keeps its Python for itself. */
  readonly managed: string | undefined;
}

/** pip that came with a Python, where nothing else tells. */
const PIPS: Readonly<Record<string, string>> = {
  '3.6': '21.2.4',
  '3.7': '23.0.1',
  '3.8': '23.0.1',
  '3.9': '23.0.1',
  '3.10': '23.0.1',
  '3.11': '24.0',
  '3.12': '25.0.1',
  '3.13': '25.2',
  '3.14': '25.2',
};

/** Finds out by where pip lies: a virtual environment, /usr/local of the python image, or the distribution's /usr. Undefined without a Python. */
export function environment(p: Process): Environment | undefined {
  const prefix = prefixOf(p);
  const lib = `${prefix}/lib`;
  const virtual = exists(p, `${prefix}/pyvenv.cfg`);
  const versions = exists(p, lib) ? p.fs.readdir(lib).filter((name) => /^python3\.\d+$/.test(name)) : [];
  const python = versions.map((name) => name.slice(6)).sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]))[0];
  if (python === undefined) return undefined;
  const debian = prefix === '/usr' && exists(p, '/etc/debian_version');
  const site = debian ? `/usr/local/lib/python${python}/dist-packages` : `${lib}/python${python}/site-packages`;
  const bin = debian ? '/usr/local/bin' : `${prefix}/bin`;
  const managed = virtual ? undefined : readText(p, `${lib}/python${python}/EXTERNALLY-MANAGED`);
  return {
    python,
    site,
    bin,
    interpreter: `${prefix}/bin/python${virtual ? '3' : python}`,
    pip: pipVersion(p, [site, `${lib}/python3/dist-packages`]) ?? p.env.get('PYTHON_PIP_VERSION') ?? PIPS[python] ?? '25.2',
    virtual,
    managed,
  };
}

function prefixOf(p: Process): string {
  const called = p.argv[0] ?? '';
  const self = called.includes('/') ? called : p.executable;
  const own = /^(.*)\/bin\/[^/]+$/.exec(self)?.[1];
  if (own !== undefined && exists(p, `${own}/pyvenv.cfg`)) return own;
  const active = p.env.get('VIRTUAL_ENV');
  if (active !== undefined && exists(p, `${active}/pyvenv.cfg`)) return active;
  return p.executable.startsWith('/usr/local/') ? '/usr/local' : own === '/usr/local' && exists(p, '/usr/local/lib') ? own : '/usr';
}

function pipVersion(p: Process, sites: readonly string[]): string | undefined {
  for (const site of sites) {
    if (!exists(p, site)) continue;
    const found = p.fs.readdir(site).flatMap((name) => /^pip-([\d.]+)\.(?:dist|egg)-info$/.exec(name)?.[1] ?? [])[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An installed distribution. */
export interface Distribution {
  /** As it is written in its metadata. */
  readonly name: string;
  readonly version: string;
  /** The directory of its metadata. */
  readonly info: string;
  readonly site: string;
}

/** What is installed, by directories NAME-VERSION.dist-info, in name order. */
export function installed(p: Process, { site, python }: Environment): Distribution[] {
  const all: Distribution[] = [];
  for (const dir of [site, '/usr/lib/python3/dist-packages', `/usr/lib/python${python}/site-packages`]) {
    if (!exists(p, dir) || (dir !== site && site.startsWith('/usr/local/lib') && !exists(p, '/etc/debian_version'))) continue;
    for (const entry of p.fs.readdir(dir)) {
      const [, stem, version] = /^(.+?)-(\d[^-]*)\.(?:dist|egg)-info$/.exec(entry) ?? [];
      if (stem === undefined || version === undefined || all.some((other) => other.name === stem)) continue;
      const name = /^Name: (.*)$/m.exec(readText(p, `${dir}/${entry}/METADATA`) ?? '')?.[1] ?? stem;
      all.push({ name, version, info: `${dir}/${entry}`, site: dir });
    }
  }
  return all.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
