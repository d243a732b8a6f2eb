import { isApplet } from '../../shell/applets.ts';

/** Programs behind executables that packages bring, where the name is not the program's own. */
const NAMED: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  'apt-cache': 'apt',
  'apt-key': 'apt',
  'apt-mark': 'apt',
  apt: 'apt',
  'dpkg-query': 'dpkg',
  dpkg: 'dpkg',
  gcc: 'gcc',
  'g++': 'gcc',
  cc: 'gcc',
  'c++': 'gcc',
  make: 'make',
  git: 'git',
  gmake: 'make',
  pip: 'pip',
  pip3: 'pip',
  npm: 'npm',
  npx: 'npm',
  node: 'node',
  nodejs: 'node',
  go: 'go',
  nginx: 'nginx',
  apache2: 'httpd',
  'redis-server': 'redis',
  'redis-cli': 'redis',
  'redis-check-rdb': 'redis',
  gosu: 'gosu',
  'su-exec': 'gosu',
  setpriv: 'gosu',
  service: 'sysv-service',
  tini: 'tini',
  'dumb-init': 'tini',
  curl: 'curl',
};

/** Whole families by their beginning: `x86_64-linux-gnu-gcc-12`, `python3.11`. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z0-9_]+-(?:linux-gnu|linux|alpine-linux-musl|redhat-linux)-)?(?:gcc|g\+\+|cc|c\+\+)(?:-[\d.]+)?$/, 'gcc'],
  [/^python[\d.]*$/, 'python'],
  [/^pip[\d.]+$/, 'pip'],
];

/** The program an executable of this name carries: one that Strata has, a busybox applet in GNU's voice, or just the name, which then runs as not simulated. */
export function programOf(name: string): string {
  const own = NAMED[name] ?? FAMILIES.find(([pattern]) => pattern.test(name))?.[1];
  if (own !== undefined) return own;
  return isApplet(name) ? 'host-tools' : name;
}
