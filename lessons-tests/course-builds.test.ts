import '../src/cli/machine/preload.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Session } from '../src/cli/machine/session.ts';
import { newWorld } from '../src/cli/machine/simulation.ts';

// The Dockerfiles of the course and its documents that stand on images the engine has must build, with both builders.
const recorded = new URL('../src/engine/dockerfile/testdata/course.oracle', import.meta.url);
const cases = readFileSync(recorded, 'utf8')
  .split('===== ')
  .slice(1)
  .map((text) => {
    const [title = '', ...rest] = text.split('\n');
    const [dockerfile = '', result = ''] = rest.join('\n').split('-----\n');
    return { title, dockerfile, result };
  })
  .filter(({ dockerfile, result }) => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, name]) => name!);
    return !/^error/m.test(result) && bases.length > 0 && bases.every((name) => /^(busybox|scratch)(:\S+)?$/.test(name));
  });

function run(session: Session, line: string): { output: string; exit: number } {
  session.start(line);
  for (let output = ''; ; ) {
    const slice = session.step(() => false);
    output += slice.output;
    if (slice.done !== undefined) return { output, exit: slice.done.exit };
  }
}

test('DF-29 there are such Dockerfiles', () => {
  expect(cases.length).toBeGreaterThanOrEqual(4);
});

test.each(cases)('$title', ({ dockerfile }) => {
  for (const builder of ['', 'DOCKER_BUILDKIT=0 ']) {
    const session = new Session(newWorld({ seed: 1, now: 1_767_225_600 }));
    const quoted = dockerfile.replaceAll("'", "'\\''");
    run(session, `mkdir -p /w/etc && cd /w && echo x > etc/x && tar czf root.tar.gz etc && echo t > token; echo '${quoted}' > Dockerfile`);
    const mounts = dockerfile.includes('--mount');
    const { output, exit } = run(
      session,
      `${builder}docker build -t made ${mounts && builder === '' ? '--secret id=token,src=token ' : ''}. 2>&1`,
    );
    if (mounts && builder !== '') expect(output).toContain('requires BuildKit');
    else expect(exit, output).toBe(0);
  }
});
