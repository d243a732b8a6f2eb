import { expect, it } from 'vitest';
import { memoryStore } from '../../session/index.ts';
import { readFile } from '../file/read.ts';
import { fileOf } from './actions.ts';

it('KEP-46 a file of the sandbox that is open holds what it is now, not what the device had room for', async () => {
  const store = memoryStore();
  const saved = (line: string) =>
    JSON.stringify({
      strata: 2,
      seed: 1,
      points: [
        { number: 0, kind: 'start', label: '', at: 0, events: [] },
        { number: 1, parent: 0, kind: 'command', label: line, at: 1, events: [{ kind: 'line', at: 1, text: line }] },
      ],
      head: 1,
      pending: [],
      now: 1,
    });
  for (const id of ['sandbox', 'box-other']) await store.save(id, { version: 2, saved: saved('old'), history: ['old'], commands: 1 });
  const boxes = ['sandbox', 'box-other'].map((id) => ({ id, title: id, created: 1, changed: 2 }));
  const open = { id: 'sandbox', history: ['old', 'new'], save: async () => saved('new') };
  const written = await fileOf(store, boxes, 'both', open);
  const read = await readFile(written.file, async () => '');
  expect(read.boxes.map(({ record }) => [JSON.parse(record.saved).points[1].label, record.history])).toEqual([
    ['new', ['old', 'new']],
    ['old', ['old']],
  ]);
});
