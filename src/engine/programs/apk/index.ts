// apk: Alpine's package manager, as apk-tools 2 behaves.
// Knows /etc/apk/repositories and world, /lib/apk/db/installed, index files in /var/cache/apk; refuses to know signatures.
// Packages come from the data part `alpine`; versions are those of a branch where they are known, else of Alpine 3.22.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { ApkError, type ApkOptions, readOptions } from './call.ts';
import { add, del, summary, upgrade } from './change.ts';
import { Database } from './database.ts';
import { cache, info, list, policy, search, update, version } from './query.ts';
import { openState } from './state.ts';

const VERSION = 'apk-tools 2.14.9, compiled for x86_64.\n';

const apk: Program = function* main(p: Process): Run {
  try {
    const options = readOptions(p.argv.slice(1));
    if (options.flags.has('version') && options.command === '') {
      yield* p.write(1, VERSION);
      return 0;
    }
    return yield* run(p, options);
  } catch (error) {
    if (error instanceof ApkError) {
      yield* p.write(2, `ERROR: ${error.message}\n`);
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `ERROR: ${error.message}\n`);
    return 1;
  }
};

function* run(p: Process, options: ApkOptions): Step<number> {
  switch (options.command) {
    case 'add':
      return yield* add(p, options);
    case 'del':
      return yield* del(p, options);
    case 'update':
      return yield* update(p, options);
    case 'upgrade':
      return yield* upgrade(p, options);
    case 'search':
      return yield* search(p, options);
    case 'info':
      return yield* info(p, options);
    case 'list':
      return yield* list(p, options);
    case 'policy':
      return yield* policy(p, options);
    case 'version':
      return yield* version(p, options);
    case 'cache':
      return yield* cache(p);
    case 'stats': {
      const db = new Database(p);
      yield* p.write(1, `installed:\n  packages: ${db.packages.size}\n  dirs: 0\n  files: 0\n  bytes: ${db.size}\n`);
      return 0;
    }
    case 'fix':
    case 'audit': {
      const state = yield* openState(p, options, { writes: options.command === 'fix', fetches: options.command === 'fix' });
      if (options.command === 'fix') yield* summary(p, options, state);
      return 0;
    }
    case 'fetch':
    case 'index':
    case 'verify':
    case 'dot':
    case 'manifest':
      yield* p.write(2, `strata: apk ${options.command} is not simulated\n`);
      return 1;
    case '':
      yield* p.write(1, `${VERSION}\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n\nThis apk has coffee making abilities.\n`);
      return 1;
  }
  yield* p.write(2, `apk: '${options.command}' is not an apk command. See 'apk --help'.\n`);
  return 1;
}

export const programs: Readonly<Record<string, Program>> = { apk };
