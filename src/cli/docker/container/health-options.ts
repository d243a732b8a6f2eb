import type { HealthConfig } from '../../../engine/image/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { OptionError } from './option-error.ts';

const DURATIONS = ['health-interval', 'health-timeout', 'health-start-period', 'health-start-interval'] as const;

/** A setting that is not zero. */
const nonZero = (name: keyof HealthConfig, value: number): HealthConfig => (value === 0 ? {} : { [name]: value });

/** What the `--health-*` flags say; undefined when none does. Throws OptionError. */
export function healthOptions(flags: ParsedFlags): HealthConfig | undefined {
  const command = flags.string('health-cmd');
  const given = command !== '' || flags.int('health-retries') !== 0 || DURATIONS.some((name) => flags.nanos(name) !== 0n);
  if (flags.bool('no-healthcheck')) {
    if (given) throw new OptionError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  if (!given) return undefined;
  for (const name of ['health-interval', 'health-timeout'] as const)
    if (flags.nanos(name) < 0n) throw new OptionError(`--${name} cannot be negative`);
  if (flags.int('health-retries') < 0) throw new OptionError('--health-retries cannot be negative');
  if (flags.nanos('health-start-period') < 0n) throw new OptionError('--health-start-period cannot be negative');
  if (flags.nanos('health-start-interval') < 0n) throw new OptionError('--health-start-interval cannot be negative');
  return {
    ...(command === '' ? {} : { Test: ['CMD-SHELL', command] }),
    ...nonZero('Interval', Number(flags.nanos('health-interval'))),
    ...nonZero('Timeout', Number(flags.nanos('health-timeout'))),
    ...nonZero('StartPeriod', Number(flags.nanos('health-start-period'))),
    ...nonZero('StartInterval', Number(flags.nanos('health-start-interval'))),
    ...nonZero('Retries', flags.int('health-retries')),
  };
}
