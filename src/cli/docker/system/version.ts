import {
  compileTemplate,
  GoStruct,
  type GoValue,
  goStringMap,
  type Json,
  marshalJson,
  runTemplate,
  TemplateError,
} from '../../format/index.ts';
import type { Command } from '../command.ts';
import { type Component, type VersionFacts, versionFacts } from './version-facts.ts';

const LABELS: Readonly<Record<string, string>> = {
  Version: 'Version:',
  ApiVersion: 'API version:',
  GoVersion: 'Go version:',
  GitCommit: 'Git commit:',
  Built: 'Built:',
  OsArch: 'OS/Arch:',
  Context: 'Context:',
  Experimental: 'Experimental:',
};

const heading = (name: string, platform: string): string => `${name}:${platform === '' ? '' : ` ${platform}`}`;

const line = (indent: number, width: number, label: string, value: string): string =>
  `${' '.repeat(indent)}${(LABELS[label] ?? `${label}:`).padEnd(width)}${value}\n`;

function clientText({ client, platform }: VersionFacts): string {
  const row = (label: string, value: string): string => line(1, 19, label, value);
  const rows = [
    row('Version', client.Version),
    row('ApiVersion', client.ApiVersion),
    row('GoVersion', client.GoVersion),
    row('GitCommit', client.GitCommit),
    row('Built', client.BuildTime),
    row('OsArch', `${client.Os}/${client.Arch}`),
    row('Context', client.Context),
    ...(platform === '' ? [] : [row('Experimental', 'true')]),
  ];
  return `${heading('Client', platform)}\n${rows.join('')}`;
}

function serverText({ components, platform }: VersionFacts): string {
  const row = (label: string, value: string): string => line(2, 18, label, value);
  const [engine, ...others] = components;
  const { Details: details } = engine;
  const first = [
    row('Version', engine.Version),
    row('ApiVersion', `${details.ApiVersion} (minimum version ${details.MinAPIVersion})`),
    row('GoVersion', details.GoVersion!),
    row('GitCommit', details.GitCommit!),
    row('Built', details.BuildTime!),
    row('OsArch', `${details.Os}/${details.Arch}`),
    row('Experimental', details.Experimental!),
  ].join('');
  const rest = others.map(
    ({ Name, Version, Details }) =>
      ` ${Name}:\n${row('Version', Version)}${line(2, 18, 'GitCommit', Details.GitCommit!).replace('Git commit: ', 'GitCommit:  ')}`,
  );
  return `${heading('Server', platform)}\n Engine:\n${first}${rest.join('')}`;
}

const field = (name: string, value: GoValue, json = name) => ({ name, value, json });

function typed({ client: CLIENT, components, server: SERVER, platform }: VersionFacts): GoStruct {
  const client = new GoStruct(
    '*system.clientVersion',
    Object.entries(CLIENT).map(([key, value]) => (key === 'ApiVersion' ? field('APIVersion', value, 'ApiVersion') : field(key, value))),
  );
  const component = (item: Component): GoStruct =>
    new GoStruct('types.ComponentVersion', [
      field('Name', item.Name),
      field('Version', item.Version),
      field('Details', goStringMap(Object.entries(item.Details))),
    ]);
  const server = new GoStruct('*types.Version', [
    field('Platform', new GoStruct('struct { Name string }', [field('Name', platform)])),
    field('Components', components.map(component)),
    field('Version', SERVER.Version),
    field('APIVersion', SERVER.ApiVersion, 'ApiVersion'),
    field('MinAPIVersion', SERVER.MinAPIVersion),
    ...(['GitCommit', 'GoVersion', 'Os', 'Arch', 'KernelVersion', 'BuildTime'] as const).map((key) => field(key, SERVER[key])),
  ]);
  return new GoStruct('system.versionInfo', [field('Client', client), field('Server', server)]);
}

const versionJson = ({ client, server, components, platform }: VersionFacts): Json => ({
  Client: client,
  Server: { Platform: { Name: platform }, Components: components, ...server },
});

/** `docker version`. Source: docker/cli cli/command/system/version.go. */
export const version: Command = {
  paths: ['version'],
  *run(context, flags) {
    const format = flags.string('format');
    const facts = versionFacts(context.daemon.state);
    if (format === 'json') {
      yield* context.out(`${marshalJson(versionJson(facts))}\n`);
      return 0;
    }
    if (format === '') {
      yield* context.out(`${clientText(facts)}\n${serverText(facts)}`);
      return 0;
    }
    try {
      const template = compileTemplate(format);
      yield* context.out(`${runTemplate(template, typed(facts))}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const message = error.message.replace('template: :', 'template: version:').replace('executing ""', 'executing "version"');
      if (error.phase === 'parse') {
        yield* context.err(`template parsing error: ${message}\n`);
        return 64;
      }
      yield* context.out('\n');
      yield* context.err(`${message}\n`);
      return 1;
    }
  },
};
