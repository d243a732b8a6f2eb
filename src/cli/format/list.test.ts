import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GoValue, listRow, renderList, TemplateError } from './index.ts';

const headings = {
  Availability: 'AVAILABILITY',
  Driver: 'DRIVER',
  Group: 'GROUP',
  Labels: 'LABELS',
  Links: 'LINKS',
  Mountpoint: 'MOUNTPOINT',
  Name: 'VOLUME NAME',
  Scope: 'SCOPE',
  Size: 'SIZE',
  Status: 'STATUS',
};

function row(name: string, labels: Record<string, string>) {
  return listRow('*formatter.volumeContext', {
    Availability: 'N/A',
    Driver: 'local',
    Group: 'N/A',
    Label: { params: ['string'], call: (key: GoValue) => labels[String(key)] ?? '' },
    Labels: () =>
      Object.entries(labels)
        .map((pair) => pair.join('='))
        .join(','),
    Links: 'N/A',
    Mountpoint: `/var/lib/docker/volumes/${name}/_data`,
    Name: name,
    Scope: 'local',
    Size: 'N/A',
    Status: 'N/A',
  });
}

const rows = [row('bbbbbbbbbbbbbbbb', { x: '中文字' }), row('cc', { y: '<&>' })];

function list(format: string): string {
  try {
    return `${renderList({ format, headings, rows })}rc=0\n`;
  } catch (error) {
    if (error instanceof TemplateError) return `${error.message}\nrc=1\n`;
    throw error;
  }
}

describe('FMT-4 lists and tables print as docker volume ls prints them', () => {
  const text = readFileSync(join(import.meta.dirname, 'testdata/volume-ls.oracle'), 'utf8');
  const cases = text
    .split(/^--- /m)
    .slice(1)
    .map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)] as const);
  it.each(cases)('%s', (format, expected) => {
    expect(list(format)).toBe(expected);
  });
});

it('FMT-4 a table without rows is its heading', () => {
  expect(renderList({ format: 'table {{.Name}}\t{{.Nope}}', headings, rows: [] })).toBe('VOLUME NAME   <no value>\n');
  expect(renderList({ format: 'table {{.Label "com.a-b_c"}}', headings, rows: [] })).toBe('a b c\n');
  expect(renderList({ format: '{{.Name}}', headings, rows: [] })).toBe('');
});
