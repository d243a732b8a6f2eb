import type { Process, Step } from '../../kernel/index.ts';
import { exists, readText, removeTree } from '../package-data/index.ts';
import { type Distribution, type Environment, installed } from './environment.ts';
import { PipError, type PipOptions } from './options.ts';
import { canonical } from './version.ts';

/** The files of a distribution, by its RECORD. */
export function filesOf(p: Process, { info }: Distribution): string[] {
  return (readText(p, `${info}/RECORD`) ?? '')
    .split('\n')
    .map((line) => line.split(',')[0]!)
    .filter((path) => path !== '');
}

export function removeDistribution(p: Process, distribution: Distribution): void {
  for (const path of filesOf(p, distribution)) {
    if (exists(p, path)) p.fs.unlink(path);
    const dir = path.slice(0, path.lastIndexOf('/'));
    if (dir.startsWith(`${distribution.site}/`) && exists(p, dir) && p.fs.readdir(dir).length === 0) p.fs.rmdir(dir);
  }
  removeTree(p, distribution.info);
}

/** pip uninstall [-y] NAME… */
export function* uninstall(p: Process, env: Environment, options: PipOptions): Step<number> {
  const here = installed(p, env);
  const names = [...options.words];
  for (const file of options.files)
    for (const line of (readText(p, file) ?? '').split('\n'))
      if (/^[A-Za-z]/.test(line.trim())) names.push(line.trim().replace(/[<>=!~;[ ].*$/, ''));
  if (names.length === 0) throw new PipError('ERROR: You must give at least one requirement to uninstall (see "pip help uninstall")');
  if (env.managed !== undefined && !options.flags.has('--break-system-packages'))
    throw new PipError('error: externally-managed-environment\n\n× This environment is externally managed');
  for (const name of names) {
    const found = here.find((each) => canonical(each.name) === canonical(name));
    if (found === undefined) {
      yield* p.write(2, `WARNING: Skipping ${name} as it is not installed.\n`);
      continue;
    }
    yield* p.write(1, `Found existing installation: ${found.name} ${found.version}\nUninstalling ${found.name}-${found.version}:\n`);
    if (!options.flags.has('--yes')) {
      yield* p.write(
        1,
        `  Would remove:\n${filesOf(p, found)
          .slice(0, 3)
          .map((path) => `    ${path}\n`)
          .join('')}Proceed (Y/n)? `,
      );
      const answer = String.fromCharCode(...(yield* p.read(0, 100)));
      if (answer === '') throw new PipError('ERROR: Exception:\nEOFError: EOF when reading a line', 2);
      if (/^\s*n/i.test(answer)) continue;
    }
    removeDistribution(p, found);
    yield* p.write(1, `  Successfully uninstalled ${found.name}-${found.version}\n`);
  }
  return 0;
}
