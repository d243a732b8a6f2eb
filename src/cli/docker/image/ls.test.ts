import '../../machine/preload.ts';
import { expect, test } from 'vitest';
import { runLines } from '../../machine/run-lines.ts';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

const run = async (session: Session, line: string): Promise<string> => (await runLines(session, line)).output;

test('IMG-20 an image of which no time is known is listed as old as Unix time', async () => {
  const session = new Session(newWorld({ seed: 1, now: 1_795_000_000 }), { columns: 120, rows: 24 });
  await run(session, 'printf \'FROM scratch\\nCMD ["/x"]\\n\' > Dockerfile; docker build -q -t empty:1 .');
  expect(await run(session, "docker image ls --format '{{.CreatedSince}}|{{.CreatedAt}}' empty")).toBe(
    '56 years ago|1970-01-01 00:00:00 +0000 UTC\n',
  );
  expect(await run(session, 'docker image ls empty')).toContain('56 years ago');
  expect(await run(session, "docker history --format '{{.CreatedSince}}' empty:1")).toBe('\n');
});
