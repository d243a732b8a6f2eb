import { lazyProgram, type Program } from '../kernel/index.ts';

/** What a group's module gives: programs by the names that executables carry. */
interface Group {
  readonly programs: Readonly<Record<string, Program>>;
}

/** Groups of programs that only some images carry, each a chunk of its own, fetched when one of its programs first runs. */
const groups: readonly (readonly [names: readonly string[], loader: () => Promise<Group>])[] = [
  [['binfmt'], () => import('./binfmt/index.ts')],
  [['buildkitd'], () => import('./buildkitd/index.ts')],
  [['apt', 'dpkg'], () => import('./apt/index.ts')],
  [['apk'], () => import('./apk/index.ts')],
  [['pip'], () => import('./pip/index.ts')],
  [['npm'], () => import('./npm/index.ts')],
  [['gcc', 'go', 'compiled'], () => import('./compilers/index.ts')],
  [['make'], () => import('./make/index.ts')],
  [['yum', 'rpm'], () => import('./yum/index.ts')],
  [['git'], () => import('./git/index.ts')],
  [['accounts'], () => import('./accounts/index.ts')],
  [['gosu', 'setpriv', 'tini'], () => import('./gosu/index.ts')],
  [['init-script', 'sysv-service'], () => import('./sysv/index.ts')],
  [['hello'], () => import('./hello/index.ts')],
  [['curl'], () => import('./curl/index.ts')],
  [['wget'], () => import('./wget/index.ts')],
  [['registry'], () => import('./registry/index.ts')],
  [['nginx'], () => import('./nginx/index.ts')],
  [['httpd', 'apache2', 'apachectl'], () => import('./httpd/index.ts')],
  [['mysql', 'mariadb', 'postgres', 'mongo', 'mongod', 'mongosh'], () => import('./databases/index.ts')],
  [['node'], () => import('./node/index.ts')],
  [['python', 'python3'], () => import('./python/index.ts')],
  [['redis', 'redis-server', 'redis-cli'], () => import('./redis/index.ts')],
];

/** Programs that load themselves, by the names that executables carry. */
export const lazyPrograms: ReadonlyMap<string, Program> = new Map(
  groups.flatMap(([names, loader]) =>
    names.map((name) => {
      const find = async (): Promise<Program> => {
        const program = (await loader()).programs[name];
        if (program === undefined) throw new Error(`its group has no program of this name`);
        return program;
      };
      return [name, lazyProgram(find)] as const;
    }),
  ),
);
