import { describe, expect, it } from 'vitest';
import type { Timeline, TimelinePoint } from '../session/timeline.ts';
import { timelineModel } from './model.ts';
import { timelineText } from './text.ts';
import { timelineWords } from './words.ts';

const point = (number: number, parent: number | undefined, label: string, more: Partial<TimelinePoint> = {}): TimelinePoint => ({
  number,
  ...(parent === undefined ? { kind: 'start' } : { kind: 'command', parent, exit: 0 }),
  label,
  at: number,
  changes: [],
  more: 0,
  ...more,
});
const tag = (name: string, how: 'added' | 'updated' | 'removed') => ({ what: 'tag', how, name, machine: 'strata' }) as const;

/** The mock's afternoon: a branch with a commit and a push, and a command that failed. */
const afternoon: Timeline = {
  head: 7,
  points: [
    point(0, undefined, ''),
    point(1, 0, 'docker pull python:3.12-slim', { changes: [tag('python:3.12-slim', 'added')] }),
    point(2, 1, 'docker build -t app .', { changes: [tag('app:latest', 'added')] }),
    point(3, 2, '/root/app/app.py', {
      kind: 'edit',
      changes: [{ what: 'file', how: 'updated', name: '/root/app/app.py', machine: 'strata' }],
    }),
    point(4, 3, 'docker container commit web app:1', { name: 'before the change', changes: [tag('app:1', 'added')] }),
    point(5, 4, 'docker push app:1'),
    point(6, 3, 'docker build -t app .', { changes: [tag('app:latest', 'updated')], more: 2 }),
    point(7, 6, 'docker rmi 41b7', { exit: 1 }),
    point(8, 7, 'docker images'),
  ],
};

describe('timeline', () => {
  it('TML-10 the line leads through now and on to what redo brings; branches lie above it, none over another', () => {
    const { stations, lanes, branches, columns } = timelineModel(afternoon);
    expect(stations.map(({ point: { number }, column, lane, state }) => [number, column, lane, state])).toEqual([
      [0, 0, 0, 'done'],
      [1, 1, 0, 'done'],
      [2, 2, 0, 'done'],
      [3, 3, 0, 'done'],
      [4, 4, 1, 'aside'],
      [5, 5, 1, 'aside'],
      [6, 4, 0, 'done'],
      [7, 5, 0, 'now'],
      [8, 6, 0, 'ahead'],
    ]);
    expect([lanes, branches, columns]).toEqual([2, 1, 7]);
  });

  it('TML-10 no two stations share a place, however the tree grew', () => {
    const points = [point(0, undefined, '')];
    for (let number = 1; number < 120; number++) points.push(point(number, (number * 7919) % number, `echo ${number}`));
    for (const head of [0, 5, 60, 119]) {
      const { stations, links } = timelineModel({ points, head });
      expect(new Set(stations.map(({ column, lane }) => `${column} ${lane}`)).size).toBe(points.length);
      expect(links.length).toBe(points.length - 1);
    }
  });

  it.each(['en', 'zh'] as const)('TML-11 the timeline reads as text (%s)', async (language) => {
    await expect(timelineText(timelineModel(afternoon), timelineWords(language))).toMatchFileSnapshot(
      `testdata/timeline.${language}.golden`,
    );
  });
});
