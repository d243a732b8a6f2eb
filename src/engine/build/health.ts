import type { StageInstruction } from '../dockerfile/index.ts';
import type { HealthConfig } from '../image/index.ts';

/** HEALTHCHECK's settings as an image config has them: what is zero is not set. */
export function healthConfig(health: Extract<StageInstruction, { kind: 'HEALTHCHECK' }>['health']): HealthConfig {
  const { test, interval, timeout, startPeriod, startInterval, retries } = health;
  return {
    Test: test,
    ...(interval === 0 ? {} : { Interval: interval }),
    ...(timeout === 0 ? {} : { Timeout: timeout }),
    ...(startPeriod === 0 ? {} : { StartPeriod: startPeriod }),
    ...(startInterval === 0 ? {} : { StartInterval: startInterval }),
    ...(retries === 0 ? {} : { Retries: retries }),
  };
}
