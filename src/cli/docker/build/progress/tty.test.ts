import '../../../machine/preload.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Session } from '../../../machine/session.ts';
import { newWorld } from '../../../machine/simulation.ts';
import { ticking } from './ticking.ts';
import { TtyPrinter } from './tty.ts';

const recorded = (name: string): string =>
  (JSON.parse(readFileSync(new URL(`testdata/${name}.oracle.json`, import.meta.url), 'utf8')) as [number, string][])
    .map(([, text]) => text)
    .join('');

/** The drawings of a display, one after the other; times and bytes that differ from machine to machine are named. */
function frames(output: string): string[] {
  return output
    .replaceAll('\r\n', '\n')
    .split('\x1b[?25l')
    .slice(1)
    .map((frame) =>
      frame
        .replace(/ +\d+\.\ds/g, ' <time>')
        .replace(/(\d+\.\d{3}) /g, '<at> ')
        .replace(/ \d+B +/g, ' <bytes> ')
        .replace(/sha256:[0-9a-f]+ +/g, '<id> '),
    );
}

function run(session: Session, line: string): string {
  session.start(line);
  let output = '';
  for (;;) {
    const slice = session.step(() => false);
    output += slice.output;
    if (slice.done !== undefined) return output;
  }
}

function build(files: Readonly<Record<string, string>>, ...lines: readonly string[]): string {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600 }), { columns: 80, rows: 24 });
  for (const [name, text] of Object.entries(files)) run(session, `cat > ${name} <<'END'\n${text}END`);
  return lines.map((line) => run(session, line)).at(-1) ?? '';
}

test('TRM-60 the display of a failed build ends as a real one, with the failed step in red', () => {
  const D2 = 'FROM busybox\nRUN for i in 1 2 3 4 5 6 7 8 9; do echo line $i; sleep 0.2; done\nRUN echo about to fail >&2; exit 3\n';
  const ours = frames(build({ D2 }, 'docker build --network none -f D2 .'));
  const real = frames(recorded('tty-failed'));
  // The picture while a step prints, and the last one with what follows it.
  const printing = (all: readonly string[]): string | undefined => all.find((frame) => frame.includes('# line 4'));
  expect(printing(ours)).toBe(
    printing(real)?.replace(/(\x1b\[0m\x1b\[\?25h)[\s\S]*$/, '$1') + (printing(ours)?.replace(/^[\s\S]*\x1b\[\?25h/, '') ?? ''),
  );
  const lines = (text: string | undefined): string[] =>
    (text ?? '').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('\x1b['));
  expect(lines(ours.at(-1)).slice(0, 10)).toEqual(lines(real.at(-1)).slice(0, 10));
  expect(ours.length).toBeGreaterThan(10);
});

test('TRM-61 time goes on in the display while a step waits', () => {
  const output = build({ Dockerfile: 'FROM busybox\nRUN sleep 1\n' }, 'docker build .');
  const times = [...output.matchAll(/Building (\d\.\d)s/g)].map(([, time]) => Number(time));
  expect(times.length).toBeGreaterThan(6);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBeGreaterThanOrEqual(1);
});

test('TRM-62 a display that does not fit shows the last lines, those that run among them', () => {
  const printer = new TtyPrinter(60, 8, undefined);
  let out = '';
  for (let vertex = 1; vertex <= 12; vertex++) {
    printer.print({ type: 'started', vertex, name: `step ${vertex}`, time: vertex });
    if (vertex !== 2) out = printer.print({ type: 'done', vertex, time: vertex + 0.5 });
  }
  const shown = [...out.matchAll(/=> (step \d+)/g)].map(([, name]) => name);
  expect(shown).toEqual(['step 2', 'step 8', 'step 9', 'step 10', 'step 11', 'step 12']);
});

test('TRM-63 a step keeps its own waits below the ticks', () => {
  let now = 0;
  const ticks: number[] = [];
  function* inner(): Generator<{ readonly deadline?: number; readonly ready?: () => boolean }, string, 'ready' | 'timeout' | 'signal'> {
    const first = yield { deadline: 0.4 };
    const second = yield { ready: () => now > 1 };
    return `${first} ${second}`;
  }
  const step = ticking({ now: () => now } as never, inner(), 0.15, function* () {
    ticks.push(now);
  });
  let next = step.next('ready');
  for (let turn = 0; turn < 50 && !next.done; turn++) {
    const { deadline, ready } = next.value;
    now = deadline ?? now + 1;
    next = step.next(ready?.() === true ? 'ready' : 'timeout');
  }
  expect(next.value).toBe('timeout ready');
  expect(ticks.slice(0, 2).map((time) => time.toFixed(2))).toEqual(['0.15', '0.30']);
});
