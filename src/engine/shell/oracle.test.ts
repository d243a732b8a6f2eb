import '../testing/preload.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { programs } from '../programs/index.ts';
import { busyboxTree, runIn } from '../testing/machine.ts';
import { bytesBody, ROOT, TreeEdit } from '../tree/index.ts';

interface Recording {
  readonly runs: readonly { readonly name: string; readonly stdout: string; readonly stderr: string; readonly exit: number }[];
}

const folder = new URL('./testdata/', import.meta.url);
const base = busyboxTree();

/** The scripts of a table: `#### name`, then the text up to the next. */
function scriptsOf(file: string): Map<string, string> {
  const blocks = readFileSync(new URL(file, folder), 'latin1')
    .split(/^#### /m)
    .slice(1);
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)]));
}

function run(script: string): { stdout: string; stderr: string; code: number } {
  const edit = new TreeEdit(base);
  const dir = edit.create(ROOT, 's', { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 });
  const body = bytesBody(Uint8Array.from(script, (c) => c.charCodeAt(0)));
  edit.create(dir, 'x.sh', { kind: 'file', body, mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  const env = { PWD: '/tmp', OLDPWD: '/', SHLVL: '1' };
  return runIn(programs, ['sh', '/s/x.sh'], { tree: edit.tree(), cwd: '/tmp', stdin: '', env });
}

/** Process numbers differ between machines. */
const plain = (text: string): string => text.replace(/\b\d{4,7}\b/g, '<N>');

/** One test for each recorded run of an area. */
function asRecorded(area: string): void {
  const { runs } = JSON.parse(readFileSync(new URL(`${area}.oracle`, folder), 'utf8')) as Recording;
  const scripts = scriptsOf(`${area}.scripts`);
  for (const recorded of runs) {
    test(recorded.name, () => {
      const ran = run(scripts.get(recorded.name)!);
      const actual = { stdout: plain(ran.stdout), stderr: plain(ran.stderr), exit: ran.code };
      expect(actual).toEqual({ stdout: plain(recorded.stdout), stderr: plain(recorded.stderr), exit: recorded.exit });
    });
  }
}

describe('SHL-1 quoting', () => asRecorded('quoting'));
describe('SHL-2 here documents', () => asRecorded('here-documents'));
describe('SHL-3 redirections', () => asRecorded('redirections'));
describe('SHL-4 functions', () => asRecorded('functions'));
describe('SHL-5 read', () => asRecorded('read'));
describe('SHL-6 getopts', () => asRecorded('getopts'));
describe('SHL-7 case', () => asRecorded('case'));
describe('SHL-8 loops and conditions', () => asRecorded('loops-and-conditions'));
describe('SHL-9 parameter expansion', () => asRecorded('parameter-expansion'));
describe('SHL-10 field splitting', () => asRecorded('field-splitting'));
describe('SHL-11 arithmetic', () => asRecorded('arithmetic'));
describe('SHL-12 tracing', () => asRecorded('tracing'));
describe('SHL-13 options', () => asRecorded('options'));
describe('SHL-14 aliases', () => asRecorded('aliases'));
describe('SHL-15 traps', () => asRecorded('traps'));
describe('SHL-16 jobs and wait', () => asRecorded('jobs-and-wait'));
describe('SHL-17 kill', () => asRecorded('kill'));
describe('SHL-18 command lookup', () => asRecorded('command-lookup'));
describe('SHL-19 echo and printf', () => asRecorded('echo-and-printf'));
describe('SHL-20 test', () => asRecorded('test'));
describe('SHL-21 errexit', () => asRecorded('errexit'));
describe('SHL-22 nounset', () => asRecorded('nounset'));
describe('SHL-23 command substitution', () => asRecorded('command-substitution'));
describe('SHL-24 pipelines', () => asRecorded('pipelines'));
describe('SHL-25 cd and pwd', () => asRecorded('cd-and-pwd'));
describe('SHL-26 exec', () => asRecorded('exec'));
describe('SHL-27 start', () => asRecorded('start'));
describe('SHL-28 syntax errors', () => asRecorded('syntax-errors'));
describe('SHL-29 pathname expansion', () => asRecorded('pathname-expansion'));
describe('SHL-30 variables', () => asRecorded('variables'));
describe('SHL-31 errors that end a script', () => asRecorded('errors-that-end-a-script'));
