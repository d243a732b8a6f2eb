import type { HealthConfig } from '../../image/index.ts';

const SECOND = 1e9;

/** Seconds, and a count of failures. */
export interface Settings {
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

/** Seconds and counts of a health check, defaults filled in. */
export function healthSettings(config: HealthConfig): Settings {
  const seconds = (nanos: number | undefined, fallback: number): number => (nanos === undefined || nanos === 0 ? fallback : nanos / SECOND);
  const { Retries = 0 } = config;
  return {
    interval: seconds(config.Interval, 30),
    timeout: seconds(config.Timeout, 30),
    startPeriod: seconds(config.StartPeriod, 0),
    startInterval: seconds(config.StartInterval, 5),
    retries: Retries > 0 ? Retries : 3,
  };
}
