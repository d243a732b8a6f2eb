// The program `registry`: the distribution registry that the image registry:2 carries.
// Knows the distribution protocol's server side and where a registry keeps its files; refuses to know engines and image stores.
// What of its configuration is not simulated is refused by name.
import type { Process, Program, Run } from '../../kernel/index.ts';
import { garbageCollect } from './garbage-collect.ts';
import { VERSION } from './log.ts';
import { serve } from './serve.ts';

const HELP = `\`registry\`

Usage:
  registry [flags]
  registry [command]

Available Commands:
  serve           \`serve\` stores and distributes Docker images
  garbage-collect \`garbage-collect\` deletes layers not referenced by any manifests
  help            Help about any command

Flags:
  -h, --help      help for registry
  -v, --version   show the version and exit

Use "registry [command] --help" for more information about a command.
`;

function* registry(p: Process): Run {
  const words = p.argv.slice(1);
  if (words.includes('-v') || words.includes('--version')) {
    yield* p.write(1, `registry github.com/docker/distribution ${VERSION}\n`);
    return 0;
  }
  const [command, ...rest] = words;
  const flags = rest.filter((word) => word.startsWith('-'));
  const path = rest.find((word) => !word.startsWith('-')) ?? p.env.get('REGISTRY_CONFIGURATION_PATH');
  if (command !== 'serve' && command !== 'garbage-collect') {
    const asked = command === undefined || command === 'help' || command === '--help' || command === '-h';
    if (!asked) yield* p.write(2, `Error: unknown command "${command}" for "registry"\nRun 'registry --help' for usage.\n`);
    else yield* p.write(1, HELP);
    return asked ? 0 : 1;
  }
  if (path === undefined) {
    yield* p.write(2, 'configuration error: configuration path unspecified\n');
    return 1;
  }
  if (command === 'serve') return yield* serve(p, path);
  const has = (short: string, long: string): boolean => flags.some((flag) => flag === short || flag === long || flag === `${long}=true`);
  return yield* garbageCollect(p, path, { dryRun: has('-d', '--dry-run'), untagged: has('-m', '--delete-untagged') });
}

export const programs: Readonly<Record<string, Program>> = { registry };
