import '../testing/preload.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs } from '../programs/index.ts';
import { runIn } from '../testing/machine.ts';
import { ShellComplaint } from './errors.ts';
import { evaluate } from './expand/arithmetic.ts';
import { matchPattern, trim } from './expand/pattern.ts';
import { Incomplete, SyntaxProblem } from './syntax/errors.ts';
import { Parser } from './syntax/parser.ts';

const sh = (script: string, maxTurns = 3_000_000) => runIn(programs, ['sh', '-c', script], { maxTurns });

const WORDS = [
  'if', 'then', 'else', 'elif', 'fi', 'for', 'in', 'do', 'done', 'case', 'esac', 'while', 'until', '{', '}', '(', ')', ';', ';;', '&', '&&', '||', '|',
  '!', 'a', 'x=1', '>f', '<f', '<<E', '<<-E', '\n', 'E\n', 'echo', '"a', '"', "'", '$x', '${x', '}', '${x:-', '${x#', '${x/', '$(', '$((', '))', '`',
  'f()', 'function', '[[', ']]', '#', '\\', '\\\n', '2>&1', '>&', '<&-', '&>', '<(', '*', '[a', '~', "$'", '\0', '\xff',
]; // biome-ignore format: a list of fragments
const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join(' '));

test('SHL-35 the parser gives commands or one of its own errors for any text', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (source, last) => {
      const parser = new Parser(source, {
        line: 1,
        last,
        aliases: (name) => (name === 'a' ? 'echo ' : undefined),
        runningLine: () => 1,
        specialBuiltins: new Set([':']),
      });
      try {
        for (let i = 0; i < 1000 && parser.command() !== 'end'; i++);
      } catch (error) {
        if (!(error instanceof SyntaxProblem) && !(error instanceof Incomplete)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});

test('SHL-35 any text ends, with a status', () => {
  fc.assert(
    fc.property(text, (source) => {
      const ran = runIn(programs, ['timeout', '3', 'sh', '-c', `echo () { :; }\n${source.replaceAll('\0', '')}`], { maxTurns: 400_000 });
      return ran.code >= 0 && ran.code < 256;
    }),
    { numRuns: 300 },
  );
});

test('SHL-35 an expression has a value or a complaint', () => {
  const piece = fc.constantFrom(
    '1',
    '0',
    'x',
    'y',
    '+',
    '-',
    '*',
    '/',
    '%',
    '**',
    '<<',
    '?',
    ':',
    '=',
    '+=',
    '++',
    '--',
    '(',
    ')',
    ',',
    '!',
    '~',
    '08',
    '0x',
    '2#',
    '$',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      try {
        const value = evaluate(pieces.join(''), { get: (name) => (name === 'x' ? 'y+1' : '2'), set: () => {} });
        return BigInt.asIntN(64, value) === value;
      } catch (error) {
        return error instanceof ShellComplaint;
      }
    }),
    { numRuns: 3000 },
  );
});

test('SHL-9 trimming by a pattern agrees with matching it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '[ab]', '/'), maxLength: 5 });
  fc.assert(
    fc.property(word, pattern, (subject, glob) => {
      const lengths = [...Array(subject.length + 1).keys()].filter((n) => matchPattern(glob, subject.slice(0, n)));
      const expected = lengths.length === 0 ? subject : subject.slice(lengths.at(-1));
      expect(trim(subject, glob, 'prefix', 'longest')).toBe(expected);
      expect(trim(subject, glob, 'prefix', 'shortest')).toBe(subject.slice(lengths[0] ?? 0));
    }),
  );
});

test.each([
  ['endless functions', 'f() { f; }; f', 'f: too many functions inside each other'],
  ['endless eval', 'f=\'eval "$f"\'; eval "$f"', 'too many commands inside each other'],
  ['an endless trap', "trap 'kill -USR1 $$' USR1; kill -USR1 $$", 'too many commands inside each other'],
  ['an endless string', 'x=a; while :; do x=$x$x; done', 'x: value too long'],
  ['endless variables in arithmetic', 'x=y y=x; echo $((x))', 'expression recursion loop detected'],
  ['parentheses without end', `echo ${'$('.repeat(500)}`, 'nested too deeply'],
  ['a function that forks itself', 'f() { f | f; }; f', "can't fork: Resource temporarily unavailable"],
])('SHL-36 %s: an error, not a hang', (_, script, message) => {
  const ran = sh(script);
  expect(ran.stderr).toContain(message);
});

test('SHL-36 a pattern against a long text takes time in proportion', () => {
  expect(sh(`x=$(printf '%040000d' 0); case $x in *1*2*3*4*5*) echo yes;; *) echo no;; esac; echo "\${x##*1*2}" | wc -c`).stdout).toBe(
    'no\n40001\n',
  );
});
