import { describe, expect, test } from 'vitest';
import type { HistoryRowView, ImageView } from '../../session/view/index.ts';
import { layerOfLine, linesOfSelected } from './step-link.ts';

const row = (createdBy: string, diffID?: string): HistoryRowView => ({
  createdBy,
  empty: diffID === undefined,
  size: 1,
  created: 0,
  counts: { added: 0, changed: 0, deleted: 0 },
  ...(diffID === undefined ? {} : { diffID }),
});
const image = (...rows: HistoryRowView[]) => ({ id: 'sha256:1', tags: [], size: 1, created: 0, rows }) as unknown as ImageView;
const images = [
  image(row('RUN /bin/sh -c apk add   curl # buildkit', 'sha256:aa'), row('COPY . /app # buildkit', 'sha256:bb'), row('CMD ["x"]')),
];
const info = (name: string, source: string, line: number, endLine = line) => ({ name, source, line, endLine, stage: 0 });
const instructions = [
  info('FROM', 'FROM a', 1),
  info('RUN', 'run apk add curl', 2, 3),
  info('COPY', 'COPY . /app', 5),
  info('CMD', 'CMD ["x"]', 6),
];

describe('lines and layers', () => {
  test('EDR-80 a line marks the layer it made in the newest image that has it', () => {
    expect([1, 2, 3, 4, 5, 6].map((line) => layerOfLine(instructions, line, images))).toEqual([
      undefined,
      'sha256:aa',
      'sha256:aa',
      undefined,
      'sha256:bb',
      undefined,
    ]);
  });
  test('EDR-80 flags that the history does not keep do not count', () => {
    const made = [image(row('COPY --chown=1 /a /b # buildkit', 'sha256:cc'), row('RUN /bin/sh -c make # buildkit', 'sha256:dd'))];
    const lines = [
      info('COPY', 'COPY --from=x --chown=1 /a /b', 1),
      info('RUN', 'RUN --mount=type=cache,target=/c --network=none make', 2),
    ];
    expect([1, 2].map((line) => layerOfLine(lines, line, made))).toEqual(['sha256:cc', 'sha256:dd']);
  });
  test('EDR-80 a chosen layer marks its lines', () => {
    expect(linesOfSelected(instructions, { kind: 'layer', id: 'sha256:bb' }, images).map(({ line }) => line)).toEqual([5]);
    expect(linesOfSelected(instructions, { kind: 'image', id: 'sha256:bb' }, images)).toEqual([]);
    expect(linesOfSelected(instructions, undefined, images)).toEqual([]);
  });
});
