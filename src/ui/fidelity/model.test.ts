import { expect, test } from 'vitest';
import { rate, tally } from './model.ts';

const ledger = {
  cases: { all: 3, classic: 1, buildkit: 2, containerd: 0, bridge: 0 },
  commands: [
    {
      name: 'run',
      also: ['container run'],
      simulated: true,
      cases: 2,
      flags: [
        { name: 'rm', cases: 1 },
        { name: 'gpus', cases: 0 },
        { name: 'device', cases: 0 },
      ],
    },
    { name: 'swarm init', also: [], simulated: false, cases: 0, flags: [{ name: 'force', cases: 0 }] },
    { name: 'images', also: ['image ls'], simulated: true, cases: 0, flags: [] },
  ],
  instructions: [
    {
      name: 'COPY',
      cases: 2,
      flags: [
        { name: 'from', cases: 1 },
        { name: 'parents', cases: 0 },
      ],
    },
  ],
};
const notes = {
  recorded: { from: '2026-01-01', to: '2026-01-02', docker: '28', buildx: '0' },
  differences: [{ status: 'not-simulated' as const, commands: ['run'], flags: ['device'], instructions: [], say: { en: '', zh: '' } }],
};

test('FID-1 recorded is exact, noted is as noted, what is not written is not simulated, and the rest says that no recording shows it', () => {
  const { groups, instructions } = rate(ledger, notes);
  const byGroup = Object.fromEntries(groups.map(({ id, commands }) => [id, commands.map(({ name, status }) => `${name} ${status}`)]));
  expect(byGroup).toEqual({ images: ['images unrecorded'], containers: ['run exact'], other: ['swarm init not-simulated'] });
  const run = groups.find(({ id }) => id === 'containers')!.commands[0]!;
  expect(run.flags.map(({ name, status }) => `${name} ${status}`)).toEqual(['rm exact', 'gpus unrecorded', 'device not-simulated']);
  expect(groups.find(({ id }) => id === 'other')!.commands[0]!.flags[0]!.status).toBe('not-simulated');
  expect(instructions[0]!.flags.map(({ status }) => status)).toEqual(['exact', 'unrecorded']);
  expect(tally(run.flags)).toEqual({ exact: 1, simplified: 0, 'not-simulated': 1, unrecorded: 1 });
});
