import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCheck } from '../flags/index.ts';
import { allSpecs, helpText } from './index.ts';

const dir = join(import.meta.dirname, 'testdata');
const recorded = readdirSync(dir).filter((f) => f.endsWith('.oracle'));

describe('CLI-1 every --help is the text of the recorded client', () => {
  const specs = new Map([...allSpecs()].map((s) => [['docker', ...s.path].join('-'), s]));

  it.each(recorded)('%s', (file) => {
    const spec = specs.get(file.slice(0, -'.oracle'.length))!;
    expect(helpText(spec)).toBe(readFileSync(join(dir, file), 'utf8'));
    expect(helpText(spec, 1000)).toBe(readFileSync(join(dir, 'wide', file), 'utf8'));
  });

  it('has no command without a recording', () => {
    expect([...specs.keys()].map((name) => `${name}.oracle`).sort()).toEqual([...recorded].sort());
  });
});

describe("CLI-1 DOCKER_BUILDKIT=0 brings the classic builder's help", () => {
  const specs = new Map([...allSpecs('classic')].map((s) => [['docker', ...s.path].join('-'), s]));

  it.each(readdirSync(join(dir, 'classic')).filter((f) => f.endsWith('.oracle')))('%s', (file) => {
    const spec = specs.get(file.slice(0, -'.oracle'.length))!;
    expect(helpText(spec)).toBe(readFileSync(join(dir, 'classic', file), 'utf8'));
    expect(helpText(spec, 1000)).toBe(readFileSync(join(dir, 'classic/wide', file), 'utf8'));
  });
});

it('CLI-2 every check named by a flag exists', () => {
  const names = [...allSpecs()].flatMap((s) => s.flags.flatMap((f) => (f.check === undefined || f.check === 'unlimited' ? [] : [f.check])));
  expect(names.filter((name) => !isCheck(name))).toEqual([]);
});
