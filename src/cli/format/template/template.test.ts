import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileTemplate,
  GoMap,
  GoNamed,
  GoNil,
  GoStruct,
  goInt,
  goStringMap,
  goStrings,
  rawValue,
  renderTemplate,
  runTemplate,
  TemplateError,
} from './index.ts';

const ENV = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const CREATED = '2026-11-21T06:17:15.977469376Z';

/** The part of busybox's image that the recorded templates ask about, typed as the client types it. */
const typed = new GoStruct('image.InspectResponse', [
  { name: 'Os', value: 'linux' },
  { name: 'Size', value: goInt('int64', 1985558) },
  { name: 'Created', value: CREATED },
  {
    name: 'Config',
    value: new GoStruct('*v1.DockerOCIImageConfig', [
      { name: 'Env', value: goStrings([ENV]) },
      { name: 'Cmd', value: goStrings(['sh']) },
      { name: 'Labels', value: goStringMap(null), omitEmpty: true },
      { name: 'Healthcheck', value: new GoNil('*v1.HealthcheckConfig'), omitEmpty: true },
    ]),
  },
  { name: 'RootFS', value: new GoStruct('image.RootFS', [{ name: 'Layers', value: goStrings(['sha256:x']) }]) },
]);
const raw = rawValue({
  Os: 'linux',
  Size: 1985558,
  Created: CREATED,
  Config: { Env: [ENV], Cmd: ['sh'] },
  RootFS: { Layers: ['sha256:x'] },
});

/** `docker inspect -f`: typed first, then raw with missing keys as errors. */
function inspect(source: string): string {
  const attempt = (run: () => string, prefix: string, exit: number) => {
    try {
      return `${run()}\nrc=0\n`;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return `${prefix}template parsing error: ${error.message}\nrc=${exit}\n`;
    }
  };
  try {
    compileTemplate(source);
  } catch {
    return attempt(() => runTemplate(compileTemplate(source), typed), '', 64);
  }
  const template = compileTemplate(source);
  try {
    return `${runTemplate(template, typed)}\nrc=0\n`;
  } catch {
    return attempt(() => runTemplate(template, raw, 'error'), '\n', 1);
  }
}

describe('FMT-1 templates print what docker inspect -f prints', () => {
  const text = readFileSync(join(import.meta.dirname, 'testdata/inspect.oracle'), 'utf8');
  const cases = text
    .split(/^--- /m)
    .slice(1)
    .map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)] as const);
  it.each(cases)('%s', (source, expected) => {
    expect(inspect(source)).toBe(expected);
  });
});

describe('FMT-2 values of each kind', () => {
  const ports = new GoMap('nat.PortMap', new Map([['80/tcp', goStrings(null)]]), (key) => {
    return new GoNamed('nat.Port', 'string', key, { Port: { params: [], call: () => key.split('/')[0]! } });
  });
  it.each([
    ['maps print sorted', '{{.}}', { b: 1, a: 'x' }, 'map[a:x b:1]'],
    [
      'map keys keep their type and methods',
      '{{range $k, $v := .}}{{$k}} {{$k.Port}} {{printf "%T" $k}}{{end}}',
      ports,
      '80/tcp 80 nat.Port',
    ],
    ['a missing key has no value', '{{.x}} {{.x.y}}', {}, '<no value> <no value>'],
    ['null has no value', '{{.x}}', { x: null }, '<no value>'],
    ['floats print shortest', '{{.a}} {{.b}}', { a: 0.5, b: 1234567.5 }, '0.5 1.2345675e+06'],
    ['define, block and else with', '{{define "t"}}<{{.}}>{{end}}{{template "t" 1}}{{block "u" 2}}[{{.}}]{{end}}', null, '<1>[2]'],
    ['trim markers', 'a \n{{- 1 -}}\n b', null, 'a1b'],
    [
      'break and continue',
      '{{range .}}{{if eq . "b"}}{{continue}}{{end}}{{if eq . "d"}}{{break}}{{end}}{{.}}{{end}}',
      ['a', 'b', 'c', 'd', 'e'],
      'ac',
    ],
    ['multi-byte text', '{{len .}} {{printf "%q %x %c" . . 233}}', 'é', '2 "é" c3a9 é'],
  ] as const)('%s', (_, source, value, expected) => {
    expect(renderTemplate(source, value)).toBe(expected);
  });

  it('errors name the line, and the column in bytes', () => {
    const fail = (source: string) => () => renderTemplate(source, new GoStruct('*formatter.imageContext', []));
    expect(fail('a\né{{.X}}')).toThrow('template: :2:4: executing "" at <.X>: can\'t evaluate field X in type *formatter.imageContext');
    expect(fail('a\n{{nope}}')).toThrow('template: :2: function "nope" not defined');
  });
});

describe('FMT-3 nothing a template does is endless', () => {
  it.each([
    ['{{range 1000000000}}{{end}}', 'gave up after'],
    ['{{define "r"}}{{template "r"}}{{end}}{{template "r"}}', 'exceeded maximum template depth'],
    [`{{${'('.repeat(5000)}1${')'.repeat(5000)}}}`, 'max expression depth exceeded'],
    ['{{printf "%99999999d" 1}}', ''],
    ['{{pad "x" 99999999 0}}', 'Repeat'],
  ])('%s', (source, message) => {
    const run = () => renderTemplate(source, null);
    if (message) expect(run).toThrow(message);
    else expect(run().length).toBeLessThan(100);
  });

  it('any text is a template or a TemplateError', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '.',
      'a',
      ' ',
      '|',
      '"',
      '`',
      "'",
      '(',
      ')',
      '$x',
      ':=',
      ',',
      'range',
      'end',
      'if',
      'else',
      '-',
      '/*',
      '*/',
      '1',
      'len',
      '%d',
      '\n',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 25 }).map((p) => p.join('')),
      fc.array(piece, { maxLength: 12 }).map((p) => `{{${p.join(' ')}}}`),
    );
    fc.assert(
      fc.property(text, (source) => {
        try {
          renderTemplate(source, { a: ['x', 1, null, { b: true }] });
        } catch (error) {
          if (!(error instanceof TemplateError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
