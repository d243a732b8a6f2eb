import { describe, expect, it } from 'vitest';
import type { Session } from '../../session/index.ts';
import { fetchArchive } from './pieces.ts';

/** A session that has one archive of `size` bytes, and gives at most `most` of them at a time. */
function having(size: number, most: number) {
  const asked: number[] = [];
  const query = async (_: string, ask: { offset: number; length: number }) => {
    asked.push(ask.offset);
    return new Uint8Array(Math.min(size - ask.offset, ask.length, most)).fill(asked.length);
  };
  return { session: { query } as unknown as Pick<Session, 'query'>, asked };
}

describe('fetching an archive', () => {
  it('KEP-32 takes it piece by piece to its end, and tells how far it is', async () => {
    const { session, asked } = having(1000, 300);
    const parts: number[] = [];
    let bytes = 0;
    const target = { write: async (part: Uint8Array) => void (bytes += part.length) };
    expect(
      await fetchArchive(
        session,
        { archive: 1, size: 1000 },
        target,
        (part) => parts.push(part),
        () => false,
      ),
    ).toBe(true);
    expect([bytes, asked, parts]).toEqual([1000, [0, 300, 600, 900], [0.3, 0.6, 0.9, 1]]);
  });

  it('KEP-35 can be stopped, and asks for nothing more', async () => {
    const { session, asked } = having(1000, 300);
    const target = { write: async () => {} };
    expect(
      await fetchArchive(
        session,
        { archive: 1, size: 1000 },
        target,
        () => {},
        () => asked.length === 2,
      ),
    ).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('KEP-35 an archive that gives less than it promised is an error, not a download', async () => {
    const { session } = having(500, 300);
    await expect(
      fetchArchive(
        session,
        { archive: 1, size: 1000 },
        { write: async () => {} },
        () => {},
        () => false,
      ),
    ).rejects.toThrow('too early');
  });
});
