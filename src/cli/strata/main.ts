import { readFileSync } from 'node:fs';
import { interactive } from './interactive.ts';
import { parseCommand } from './parse.ts';
import { recordCase } from './run.ts';

const USAGE = `Usage: strata COMMAND

  strata sh                              an interactive session on a simulated machine
  strata run --record OUT.json CASE_DIR  runs a recorded case and writes what happened
  strata parse [--dump|--json] FILE      parses a Dockerfile and prints its tree
  strata check [FOLDER]                  checks a course, ./content when no folder is given: its files, its exercises, its answers
`;

/** The `strata` command line. Returns the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  try {
    if (command === 'sh' && rest.length === 0) return await interactive();
    if (command === 'run' && rest.length === 3 && rest[0] === '--record') return await recordCase(rest[1]!, rest[2]!);
    if (command === 'parse') return parse(rest);
    if (command === 'check' && rest.length <= 1) {
      const { check } = await import('./check.ts');
      return await check(rest[0] ?? 'content', { say: (line) => void process.stdout.write(`${line}\n`) });
    }
  } catch (error) {
    process.stderr.write(`strata: ${error instanceof Error ? (process.env.STRATA_DEBUG ? error.stack : error.message) : String(error)}\n`);
    return 1;
  }
  const asked = command === '--help' || command === 'help';
  (asked ? process.stdout : process.stderr).write(USAGE);
  return asked ? 0 : 2;
}

function parse(args: readonly string[]): number {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const flags = args.filter((arg) => arg.startsWith('--'));
  if (files.length !== 1 || flags.length > 1 || flags.some((flag) => flag !== '--dump' && flag !== '--json')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { stdout, stderr, exit } = parseCommand(
    new Uint8Array(readFileSync(files[0] === '-' ? 0 : files[0]!)),
    flags[0] === '--json' ? 'json' : 'dump',
  );
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}
