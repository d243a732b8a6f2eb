import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { TemplateError } from '../template/index.ts';
import { type Inspected, inspectOutput, typedValue } from './index.ts';

const dir = join(import.meta.dirname, 'testdata');
const read = (name: string) => readFileSync(join(dir, name), 'utf8');
const TYPES: Record<string, string> = {
  img: 'image.InspectResponse',
  busybox: 'image.InspectResponse',
  c1: 'container.InspectResponse',
  v9: 'volume.Volume',
  host: 'network.Inspect',
};

function inspected(name: string): Inspected {
  const raw = (JSON.parse(read(`${name}.json`)) as Json[])[0]!;
  return { raw, typed: typedValue(TYPES[name]!, raw) };
}

/** Recorded cases: a line after `--- `, and what was printed. */
function blocks(name: string): (readonly [string, string])[] {
  const parts = read(name).split(/^--- /m).slice(1);
  return parts.map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)] as const);
}

describe('FMT-10 docker inspect -f tries the typed value, then the raw JSON', () => {
  it.each(blocks('inspect.oracle'))('%s', (line, expected) => {
    const [name, format] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    const { stdout, errors } = inspectOutput(format, [inspected(name)]);
    expect(`${stdout}${errors.map((e) => `${e}\n`).join('')}rc=${errors.length ? 1 : 0}\n`).toBe(expected);
  });
});

describe('FMT-1 the template language, as docker inspect -f speaks it', () => {
  it.each(blocks('templates.oracle'))('%s', (format, expected) => {
    let answer: string;
    try {
      const { stdout, errors } = inspectOutput(format, [inspected('busybox')]);
      answer = `${stdout}${errors.map((e) => `${e}\n`).join('')}rc=${errors.length ? 1 : 0}\n`;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      answer = `${error.message}\nrc=64\n`;
    }
    expect(answer).toBe(expected);
  });
});

describe('FMT-11 docker inspect without a template prints JSON', () => {
  it('indents by four blanks and keeps <, > and &', () => {
    expect(inspectOutput('', [{ ...inspected('img'), escaped: true }, inspected('c1')]).stdout).toBe(read('indented.oracle'));
  });

  it('prints [] or a blank line when nothing was found', () => {
    expect(inspectOutput('', [{ error: 'e' }])).toEqual({ stdout: '[]\n', errors: ['e'] });
    expect(inspectOutput('{{.Name}}', [{ error: 'e' }])).toEqual({ stdout: '\n', errors: ['e'] });
    expect(inspectOutput('json', [])).toEqual({ stdout: '[]\n', errors: [] });
  });

  it('refuses a template that does not parse', () => {
    expect(() => inspectOutput('{{', [])).toThrow(new TemplateError('parse', 'template parsing error: template: :1: unclosed action'));
  });
});
