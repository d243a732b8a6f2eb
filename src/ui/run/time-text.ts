// Events and times in words.
import { formatBytes } from '../../i18n/index.ts';
import type { ContainerRunView } from '../session/view/index.ts';
import { shellWords } from './quote.ts';
import type { TimeRow } from './time.ts';
import type { RunWords } from './words.ts';

/** A span of time as people say it: `0.1 s`, `10 s`, `2 min 5 s`. */
export function sayTime(seconds: number, t: RunWords): string {
  if (seconds < 9.95) return t('time.seconds', { n: Math.round(seconds * 10) / 10 });
  const whole = Math.round(seconds);
  if (whole < 60) return t('time.seconds', { n: whole });
  const [m, h, d] = [Math.floor(whole / 60), Math.floor(whole / 3600), Math.floor(whole / 86_400)];
  if (d > 0) return t('time.days', { d });
  if (h > 0) return m % 60 === 0 ? t('time.hours.whole', { h }) : t('time.hours', { h, m: m % 60 });
  return whole % 60 === 0 ? t('time.minutes.whole', { m }) : t('time.minutes', { m, s: whole % 60 });
}

export function sayEvent(row: TimeRow, container: ContainerRunView, t: RunWords): string {
  const { event } = row;
  switch (event.kind) {
    case 'signal': {
      const { signal, pid, from } = event;
      return t(`event.signal.${typeof from === 'number' ? 'process' : from}`, { signal, pid, from });
    }
    case 'start':
      return t(event.again ? 'event.start.again' : 'event.start');
    case 'probe': {
      const said = t(event.exitCode === 0 ? 'event.probe.pass' : event.exitCode < 0 ? 'event.probe.timeout' : 'event.probe.fail', {
        code: event.exitCode,
      });
      return 'count' in row && row.count > 1 ? t('event.probe.times', { event: said, n: row.count }) : said;
    }
    case 'exec':
      return t('event.exec', { argv: shellWords(event.argv) });
    case 'restart':
      return t('event.restart', { policy: container.restartPolicy });
    default:
      return t(`event.${event.kind}`);
  }
}

export function sayEffect({ event }: TimeRow, container: ContainerRunView, t: RunWords): string {
  switch (event.kind) {
    case 'start':
      return t('event.start.effect', { program: container.init ? 'docker-init' : (container.argv[0] ?? '') });
    case 'signal':
      return t(`event.${event.outcome}`, { command: event.command });
    case 'grace':
      return event.seconds < 0 ? t('event.grace.forever') : t('event.grace.effect', { n: event.seconds });
    case 'probe': {
      const status = t(`health.${event.status}`);
      if (event.forgiven) return t('event.probe.forgiven');
      return event.streak > 0
        ? t('event.probe.streak', { status, streak: event.streak, retries: container.health?.retries ?? 3 })
        : t('event.probe.status', { status });
    }
    case 'exit':
      if (event.oom) return t('event.exit.oom', { code: event.exitCode });
      return event.signal === undefined
        ? t('event.exit.effect', { code: event.exitCode })
        : t('event.exit.signal', { code: event.exitCode, signal: event.signal });
    case 'restart':
      return t('event.restart.effect', { n: event.delay });
    case 'refused':
      return event.error;
    case 'oom':
      return t('event.oom.effect', { limit: formatBytes(container.memory) });
    default:
      return t(`event.${event.kind}.effect`);
  }
}
