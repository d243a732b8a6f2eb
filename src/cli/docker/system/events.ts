import { type EngineEvent, matchesEvent } from '../../../engine/daemon/events/index.ts';
import { instantOf } from '../../../engine/daemon/filters.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import { compileTemplate, finalFormat, GoStruct, goInt, goStringMap, rfc3339, runTemplate, TemplateError } from '../../format/index.ts';
import type { Command } from '../command.ts';

/** `docker events`. Source: docker/cli cli/command/system/events.go; moby api/server/router/system getEvents. */
export const events: Command = {
  paths: ['system events', 'events'],
  *run(context, flags) {
    const { daemon } = context;
    let print: (event: EngineEvent) => string;
    let since: Moment | undefined;
    let until: Moment | undefined;
    try {
      print = printer(flags.string('format'));
      since = momentOf(context, flags.string('since'));
      until = momentOf(context, flags.string('until'));
    } catch (error) {
      if (error instanceof TemplateError) {
        yield* context.err(`Error parsing format: ${error.message}\n`);
        return 64;
      }
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
    if (since !== undefined && until !== undefined && until.time < since.time)
      throw new DockerError('InvalidArgument', `\`since\` time (${since.text}) cannot be after \`until\` time (${until.text})`);
    const filters = flags.filters();
    const shown = (event: EngineEvent): boolean =>
      (until === undefined || micros(event.time) <= micros(until.time)) && matchesEvent(filters, event);
    const past = since === undefined ? [] : daemon.events.events.filter(({ time }) => micros(time) >= micros(since.time));
    const reader = daemon.events.read();
    try {
      yield* context.out(past.filter(shown).map(print).join(''));
      while (until === undefined || daemon.now() < until.time) {
        yield { ready: () => reader.waiting, ...(until === undefined ? {} : { deadline: until.time }) };
        yield* context.out(reader.take().filter(shown).map(print).join(''));
      }
      return 0;
    } finally {
      reader.close();
    }
  },
};

interface Moment {
  /** Seconds since the epoch. */
  readonly time: number;
  /** As the client sends it. */
  readonly text: string;
}

function momentOf({ daemon }: Context, text: string): Moment | undefined {
  if (text === '') return undefined;
  const { seconds, nanos } = instantOf(text, daemon.now());
  const asTyped = /^\d+(\.\d+)?$/.test(text);
  const asSent = asTyped ? text : nanos === 0 && !text.includes('-') ? String(seconds) : `${seconds}.${String(nanos).padStart(9, '0')}`;
  return { time: seconds + nanos / 1e9, text: asSent };
}

/** How events are printed. Throws TemplateError for a format that cannot be. */
function printer(format: string): (event: EngineEvent) => string {
  if (format === '') return line;
  const template = compileTemplate(format === 'json' ? '{{json .}}' : finalFormat(format.replace(/^table/, ' table')));
  runTemplate(template, message({ type: '' as EngineEvent['type'], action: '', id: '', attributes: {}, time: 0 }, null));
  return (event) => `${runTemplate(template, message(event))}\n`;
}

function line({ type, action, id, attributes, time }: EngineEvent): string {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
  const told = pairs.length === 0 ? '' : ` (${pairs.sort().join(', ')})`;
  return `${stamp(time)} ${type} ${action} ${id}${told}\n`;
}

const micros = (time: number): number => Math.round(time * 1e6);

/** RFC 3339 with all nine digits of the fraction. */
function stamp(time: number): string {
  const whole = Math.floor(micros(time) / 1e6);
  return `${rfc3339(whole).slice(0, -1)}.${String(micros(time) - whole * 1e6).padStart(6, '0')}000Z`;
}

/** moby's events.Message. The first three fields are of the API before 1.22; volumes and networks came later and lack them. */
function message(
  { type, action, id, attributes, time }: EngineEvent,
  given: Iterable<readonly [string, string]> | null = Object.entries(attributes),
): GoStruct {
  const old = type === 'container' || type === 'image';
  const sorted = given === null ? null : [...given].sort(([a], [b]) => (a < b ? -1 : 1));
  const actor = new GoStruct('events.Actor', [
    { name: 'ID', value: id },
    { name: 'Attributes', value: goStringMap(sorted) },
  ]);
  return new GoStruct('*events.Message', [
    { name: 'Status', json: 'status', omitEmpty: true, value: old ? action : '' },
    { name: 'ID', json: 'id', omitEmpty: true, value: old ? id : '' },
    { name: 'From', json: 'from', omitEmpty: true, value: type === 'container' ? (attributes.image ?? '') : '' },
    { name: 'Type', value: type },
    { name: 'Action', value: action },
    { name: 'Actor', value: actor },
    { name: 'Scope', json: 'scope', omitEmpty: true, value: type === ('' as string) ? '' : 'local' },
    { name: 'Time', json: 'time', omitEmpty: true, value: goInt('int64', Math.floor(micros(time) / 1e6)) },
    { name: 'TimeNano', json: 'timeNano', omitEmpty: true, value: goInt('int64', BigInt(micros(time)) * 1000n) },
  ]);
}
