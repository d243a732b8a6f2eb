// The picture in words: of each mark, of the whole as a spoken summary, and as text (which the goldens keep).
import { formatBytes } from '../../i18n/index.ts';
import type { MountView, PortView, ProcessView } from '../session/view/index.ts';
import { type Assembly, type Part, parameter, type Word } from './argv.ts';
import type { RunModel } from './model.ts';
import { execForm, processTitle, shellWords } from './quote.ts';
import { sayEffect, sayEvent, sayTime } from './time-text.ts';
import type { RunWords } from './words.ts';

export function sayFrom(word: Word, { entrypoint, cmd }: Assembly, t: RunWords): string {
  const part = word.of === 'entrypoint' ? entrypoint : cmd;
  const from = t(`argv.${word.of}.${part?.by ?? 'image'}`);
  return word.added ? t('argv.say.added', { from }) : from;
}

export function sayRole(word: Word, words: readonly Word[], init: boolean, t: RunWords): string {
  if (word.role === 'program' && init) return t('argv.role.child');
  return t(`argv.role.${word.role}`, { n: parameter(words, word) });
}

export function sayWord(word: Word, argv: Assembly, init: boolean, t: RunWords): string {
  const role = sayRole(word, argv.words, init, t);
  return t('argv.say', {
    index: word.index,
    text: word.text,
    from: sayFrom(word, argv, t),
    role: word.lost ? t('argv.say.lost', { role }) : role,
  });
}

/** `ENTRYPOINT, exec form`. */
export function sayPart(of: 'entrypoint' | 'cmd', part: Part | undefined, t: RunWords): readonly [name: string, what: string] {
  if (part === undefined) return [t(`argv.${of}`), t('argv.none')];
  if (part.by === 'run') return [t(`argv.${of}`), t(`argv.${of}.run`)];
  return [t(`argv.${of}`), t(`argv.form.${part.form}`)];
}

export const sayDropped = ({ of, why, words }: Assembly['dropped'][number], t: RunWords): string =>
  t(`argv.dropped.${of}.${why}`, { words: execForm(words) });

export const sayWho = ({ user, cwd }: ProcessView, t: RunWords): string => t('proc.who', { user, cwd });

/** Signals that a program answers to, with those that every program of its kind catches left to the end; at most four are named. */
export function sayNotes(process: ProcessView, t: RunWords): string[] {
  const few = (signals: readonly string[]): string =>
    signals.length > 4 ? `${signals.slice(0, 4).join(' ')} +${signals.length - 4}` : signals.join(' ');
  return [
    ...(process.joined ? [t('proc.joined')] : []),
    ...(process.listens.length > 0 ? [t('proc.listens', { ports: process.listens.map((port) => `:${port}`).join(' ') })] : []),
    ...(process.handles.length > 0 ? [t('proc.handles', { signals: few(process.handles) })] : []),
    ...(process.ignores.length > 0 ? [t('proc.ignores', { signals: few(process.ignores) })] : []),
  ];
}

export function sayProcess(process: ProcessView, t: RunWords): string {
  const { pid, argv, state } = process;
  const said = t('proc.say', { pid, argv: processTitle(argv), who: sayWho(process, t), state: t(`proc.state.${state}`) });
  return [said, ...sayNotes(process, t)].join(t('run.comma'));
}

/** What `docker stop` would do, while it runs. */
export function sayStop({ stopSignal, container, alive, first }: RunModel, t: RunWords): string | undefined {
  if (!alive || first === undefined) return undefined;
  const said = t(`proc.stop.${stopSignal.effect}`, { signal: stopSignal.name, seconds: container.stopTimeout });
  return container.init ? `${t('proc.init')} ${said}` : said;
}

/** `0.0.0.0:8080`. */
export function sayHost({ host }: PortView, t: RunWords): string {
  if (host === undefined) return '';
  return `${host.address.includes(':') ? `[${host.address}]` : host.address}:${host.port === 0 ? t('ports.any') : host.port}`;
}

export function sayListening({ host, listener, loopback }: PortView, alive: boolean, t: RunWords): string {
  if (!alive) return t('ports.closed');
  const inside =
    listener === undefined
      ? t('ports.silent')
      : listener === 0
        ? t('ports.orphan')
        : t(loopback && host ? 'ports.loopback' : 'ports.listening', { pid: listener });
  return host === undefined ? `${t('ports.exposed')}${t('run.comma')}${inside}` : inside;
}

export function sayMountName(mount: MountView, t: RunWords): string {
  const name = mount.anonymous ? mount.source.slice(0, 12) : mount.source;
  return t(mount.anonymous ? 'mounts.anonymous' : `mounts.${mount.type}`, { name });
}

export function sayMountFiles(mount: MountView, alive: boolean, t: RunWords): string {
  if (mount.type === 'tmpfs' && !alive) return t('mounts.gone');
  const count = mount.files === 0 ? 'mounts.files.none' : mount.files === 1 ? 'mounts.files.one' : 'mounts.files';
  return [
    t(count, { n: mount.files, size: formatBytes(mount.bytes) }),
    ...(mount.writable ? [] : [t('mounts.ro')]),
    ...(mount.sharedWith.length > 0 ? [t('mounts.shared', { names: mount.sharedWith.join(t('run.comma')) })] : []),
  ].join(t('run.comma'));
}

export function sayLayer({ writes, writesSize, container }: RunModel, t: RunWords): string {
  if (container.state === 'removed') return t('layer.gone');
  if (container.readonlyRoot) return t('layer.readonly');
  return writes.length === 0 ? t('layer.none') : formatBytes(writesSize);
}

/** A sentence or three: what the picture shows. */
export function saySummary({ container, processes, alive }: RunModel, t: RunWords): string {
  const { name, argv, exitCode, state, health } = container;
  const which = state === 'restarting' ? 'say.restarting' : alive ? 'say.running' : state === 'created' ? 'say.created' : 'say.ended';
  return [
    t(which, { name, argv: shellWords(argv), code: exitCode }),
    ...(alive ? [processes.length === 1 ? t('say.processes.one') : t('say.processes', { n: processes.length })] : []),
    ...(alive && health ? [t('say.health', { status: t(`health.${health.status}`) })] : []),
  ].join(t('say.join'));
}

/** Everything the picture shows, top to bottom. */
export function runText(model: RunModel, t: RunWords): string {
  const { argv, container, processes, ports, mounts, writes, networks, time, alive } = model;
  const lines = [saySummary(model, t), '', t('argv.title')];
  lines.push(
    ...argv.words.map((word) => `  ${sayWord(word, argv, container.init, t)}`),
    ...argv.dropped.map((one) => `  ${sayDropped(one, t)}`),
  );
  lines.push(
    '',
    alive ? t('proc.title') : `${t('proc.title')}${t('run.comma')}${t('proc.last')}`,
    ...processes.map((one) => `  ${sayProcess(one, t)}`),
  );
  const stop = sayStop(model, t);
  if (stop !== undefined) lines.push(`  ${stop}`);
  for (const port of ports) {
    const to = `${port.port}/${port.protocol}`;
    lines.push(
      `  ${port.host ? t('ports.say', { host: sayHost(port, t), port: to }) : to}${t('run.comma')}${sayListening(port, alive, t)}`,
    );
  }
  for (const mount of mounts) {
    lines.push(`  ${t('mounts.say', { target: mount.target, what: sayMountName(mount, t), files: sayMountFiles(mount, alive, t) })}`);
    lines.push(...mount.entries.map((file) => `    ${file.path}${file.fromImage ? `${t('run.comma')}${t('mounts.image')}` : ''}`));
  }
  lines.push(`  ${t('layer.say', { what: sayLayer(model, t) })}`, ...writes.map(({ kind, path }) => `    ${kind} ${path}`));
  lines.push(...networks.map(({ name, address }) => `  ${t('networks.say', { name, address })}`.trimEnd()));
  if (time) {
    lines.push('', t('time.title'));
    for (const row of time.rows)
      lines.push(
        `  ${sayTime(row.at - time.zero, t)}${t('run.comma')}${sayEvent(row, container, t)}${t('run.comma')}${sayEffect(row, container, t)}`,
      );
  }
  return `${lines.join('\n')}\n`;
}
