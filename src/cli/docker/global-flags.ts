import { sha256 } from '../../engine/digest/index.ts';
import type { ParsedFlags } from '../flags/index.ts';

const LEVELS = ['panic', 'fatal', 'error', 'warn', 'warning', 'info', 'debug', 'trace'];

/** What the client refuses of its global flags before any command. Source: docker/cli cli/flags/options.go SetLogLevel, cli/context/store. */
export function globalProblem(globals: ParsedFlags, home: string): string | undefined {
  const level = globals.string('log-level');
  if (level !== '' && !LEVELS.includes(level.toLowerCase())) return `Unable to parse logging level: ${level}`;
  const context = globals.string('context');
  if (context === '' || context === 'default') return undefined;
  const config = globals.string('config') || `${home}/.docker`;
  const folder = sha256(context).slice('sha256:'.length);
  return `Failed to initialize: unable to resolve docker endpoint: context ${JSON.stringify(context)}: context not found: open ${config}/contexts/meta/${folder}/meta.json: no such file or directory`;
}
