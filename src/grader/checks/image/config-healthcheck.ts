import { defineCheck, met, unmet, withImage } from '../../check.ts';
import type { HealthcheckFacts } from '../../input/images.ts';
import { quote } from '../quote.ts';

const durations = { interval: 'Interval', timeout: 'Timeout', 'start-period': 'StartPeriod' } as const;

export const configHealthcheck = defineCheck(
  'config-healthcheck',
  { image: 'reference', field: 'test|interval|timeout|start-period|retries', value: 'scalar' },
  {
    about: {
      en: 'One setting of the health check: `test` with its words joined by spaces (`CMD-SHELL …`, `CMD …`, `NONE`), durations such as 30s, `retries` as a number.',
      zh: '健康检查的一项设置：`test` 是用空格连起来的各词（`CMD-SHELL …`、`CMD …`、`NONE`），时长写成 30s 这样，`retries` 是数字。',
    },
    example: { image: 'web:1', field: 'interval', value: '10s' },
  },
  (input, { image, field, value }) =>
    withImage(input, image, (facts) => {
      const check = facts.config.Healthcheck;
      if (!check) return unmet('healthcheck-none', { image }, { image: facts.id });
      const found = settingOf(check, field);
      const wanted = field in durations ? shown(nanoseconds(String(value))) : String(value);
      if (found === wanted) return met({ image: facts.id });
      if (found === '') return unmet('healthcheck-default', { image, field, wanted: quote(wanted) }, { image: facts.id });
      return unmet('healthcheck', { image, field, found: quote(found), wanted: quote(wanted) }, { image: facts.id });
    }),
);

/** Empty for what is left to the engine's default. */
function settingOf(check: HealthcheckFacts, field: string): string {
  if (field === 'test') return (check.Test ?? []).join(' ');
  if (field === 'retries') return check.Retries ? String(check.Retries) : '';
  const nanos = check[durations[field as keyof typeof durations]];
  return nanos ? shown(nanos) : '';
}

const units: Readonly<Record<string, number>> = { ns: 1, us: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** A duration as Go writes it, in nanoseconds; 0 for what is none. */
function nanoseconds(text: string): number {
  let sum = 0;
  for (const [, count, unit] of text.matchAll(/([\d.]+)(ns|us|ms|s|m|h)/g)) sum += Number(count) * (units[unit ?? ''] ?? 0);
  return Math.round(sum);
}

const shown = (nanos: number): string => `${nanos / 1e9}s`;
