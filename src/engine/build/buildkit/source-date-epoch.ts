import { SolveError } from './error.ts';

/**
 * The time, in seconds, that a build gives to all its rows of history and to its image; undefined for a build that uses the clock.
 * Throws SolveError. Source: buildkit frontend/dockerui/config.go, util/epoch.
 */
export function sourceDateEpoch(args: ReadonlyMap<string, string | undefined>): number | undefined {
  const text = args.get('SOURCE_DATE_EPOCH') ?? '';
  if (text === '') return undefined;
  if (!/^[+-]?\d+$/.test(text))
    throw new SolveError(`invalid SOURCE_DATE_EPOCH: ${text}: strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}
