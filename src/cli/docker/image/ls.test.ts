import '../../machine/preload.ts';
import { expect, test } from 'vitest';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

async function run(session: Session, line: string): Promise<string> {
  session.start(line);
  let output = '';
  for (;;) {
    const slice = session.step(() => false);
    output += slice.output;
    if (typeof slice.waits === 'object' && 'loading' in slice.waits) await slice.waits.loading;
    if (slice.done !== undefined) return output;
  }
}

test('IMG-20 an image of which no time is known is listed as old as Unix time', async () => {
  const session = new Session(newWorld({ seed: 1, now: 1_795_000_000 }), { columns: 120, rows: 24 });
  await run(session, 'printf \'FROM scratch\\nCMD ["/x"]\\n\' > Dockerfile; docker build -q -t empty:1 .');
  expect(await run(session, "docker image ls --format '{{.CreatedSince}}|{{.CreatedAt}}' empty")).toBe(
    '56 years ago|1970-01-01 00:00:00 +0000 UTC\n',
  );
  expect(await run(session, 'docker image ls empty')).toContain('56 years ago');
  expect(await run(session, "docker history --format '{{.CreatedSince}}' empty:1")).toBe('\n');
});
