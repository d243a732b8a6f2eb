import { describe, expect, test } from 'vitest';
import { parseCommand } from './parse.ts';

describe('strata parse', () => {
  test('DF-30 the dump goes to standard output', () => {
    expect(parseCommand('from busybox\nRUN echo "a"\n', 'dump')).toEqual({
      stdout: '(from "busybox")\n(run "echo \\"a\\"")\n',
      stderr: '',
      exit: 0,
    });
  });

  test('DF-30 warnings of the parser go to standard error', () => {
    expect(parseCommand('FROM busybox\nRUN a \\\n\n b\n', 'dump')).toEqual({
      stdout: '(from "busybox")\n(run "a  b")\n',
      stderr:
        '[WARNING]: Empty continuation line found in: RUN a  b\n[WARNING]: Empty continuation lines will become errors in a future release.\n',
      exit: 0,
    });
  });

  test('DF-30 an error of an instruction leaves the dump, one of the parser does not', () => {
    expect(parseCommand('FROM busybox\nFRMO a\n', 'dump')).toEqual({
      stdout: '(from "busybox")\n(frmo "")\n',
      stderr: 'dockerfile parse error on line 2: unknown instruction: FRMO (did you mean FROM?)\n',
      exit: 1,
    });
    expect(parseCommand('FROM busybox\nENV a\n', 'dump')).toEqual({ stdout: '', stderr: 'ENV must have two arguments\n', exit: 1 });
  });

  test('DF-30 --json has stages, errors and findings', () => {
    const { stdout, exit } = parseCommand('# escape=`\nARG A=1\nFROM busybox as b\nFRMO\n', 'json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      escapeToken: '`',
      directives: [{ name: 'escape', value: '`', line: 1 }],
      metaArgs: [{ kind: 'ARG', args: [{ key: 'A', value: '1' }] }],
      stages: [{ from: { base: 'busybox', stage: 'b' }, instructions: [] }],
      errors: [{ code: 'unknown-instruction', locations: [{ start: 4, end: 4 }] }],
      checks: { diagnostics: [{ rule: 'FromAsCasing', lines: { start: 3, end: 3 } }], error: { code: 'unknown-instruction' } },
    });
  });
});
