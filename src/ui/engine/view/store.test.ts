import '../../../cli/machine/preload.ts';
import { describe, expect, it } from 'vitest';
import { humanSize } from '../../../cli/format/index.ts';
import { runLines } from '../../../cli/machine/run-lines.ts';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import type { Profile } from '../../../engine/profile/index.ts';
import { storeOf } from './store.ts';

async function machine(profile: Profile, lines: readonly string[]): Promise<{ session: Session; output: string }> {
  const session = new Session(newWorld({ seed: 7, now: 1_767_225_600, profile, hub: true }));
  const { output } = await runLines(session, ...lines);
  return { session, output };
}

const builds = [
  'docker pull -q alpine >/dev/null',
  "mkdir app; cd app; printf 'FROM alpine\\nCOPY a /\\nRUN echo 1 > /one\\n' > Dockerfile; echo hi > a",
  'docker build -q -t app:1 . >/dev/null',
  'echo ho > a; docker build -q -t app:1 . >/dev/null',
  'docker run -d --name c1 app:1 sleep 100 >/dev/null',
];

describe('store view', () => {
  it.each(['classic', 'graphdriver', 'containerd'] as const)('STO-1 bytes are those of `docker system df` (%s)', async (profile) => {
    const { session, output } = await machine(profile, [
      ...builds,
      "docker system df --format '{{.Type}}={{.Size}}'",
      "docker system df -v --format '{{range .Images}}{{.ID}}={{.SharedSize}}/{{.UniqueSize}}\n{{end}}'",
    ]);
    const view = storeOf(session.machine.daemon);
    expect(output).toContain(`Images=${humanSize(view.onDisk)}`);
    const shown = view.images.filter((image) => !image.intermediate);
    expect(shown.length).toBeGreaterThanOrEqual(profile === 'containerd' ? 3 : 4);
    for (const { id, size, shared } of shown) expect(output).toContain(`${id}=${humanSize(shared)}/${humanSize(size - shared)}`);
  });

  it('STO-2 with a graph driver an image is its config, and the digest it was pulled by is known without its manifest', async () => {
    const { session } = await machine('graphdriver', builds);
    const view = storeOf(session.machine.daemon);
    const alpine = view.images.find(({ tags }) => tags.includes('alpine:latest'));
    expect(alpine?.platforms).toMatchObject([{ host: true, here: true, config: { digest: alpine?.id }, platform: 'linux/amd64' }]);
    expect(alpine?.platforms[0]?.manifest).toBeUndefined();
    expect(alpine?.digests).toHaveLength(1);
    expect(view.blobs).toBeUndefined();
  });

  it('STO-2 with containerd’s store an image is its index, with a row for each platform, the one that runs here first', async () => {
    const { session } = await machine('containerd', builds);
    const view = storeOf(session.machine.daemon);
    const alpine = view.images.find(({ tags }) => tags.includes('alpine:latest'));
    expect(alpine?.index?.digest).toBe(alpine?.id);
    expect(alpine?.platforms[0]).toMatchObject({ host: true, here: true, platform: 'linux/amd64' });
    expect(alpine?.platforms.filter(({ here, kind }) => here && kind === 'image')).toHaveLength(1);
    expect(alpine?.platforms[0]?.config?.digest).not.toBe(alpine?.id);
    const app = view.images.find(({ tags }) => tags.includes('app:1'));
    expect(app?.platforms.some(({ kind }) => kind === 'attestation')).toBe(true);
  });

  it('STO-3 an image tells the name it lost, and who took it', async () => {
    const { session } = await machine('graphdriver', [...builds, 'docker tag alpine spare:1; docker rmi spare:1']);
    const view = storeOf(session.machine.daemon);
    const now = view.images.find(({ tags }) => tags.includes('app:1'));
    const was = view.images.find(({ lost }) => lost?.to !== undefined);
    expect(was).toMatchObject({ tags: [], lost: { name: 'app:1', to: now?.id } });
    expect(view.images.find(({ tags }) => tags.includes('alpine:latest'))?.lost).toEqual({ name: 'spare:1' });
  });

  it('STO-4 layers come lowest first, each once, with the instruction that made it', async () => {
    const { session } = await machine('classic', builds);
    const view = storeOf(session.machine.daemon);
    const seen = new Set<string | undefined>([undefined]);
    for (const { chainID, parent } of view.layers) {
      expect(seen.has(parent)).toBe(true);
      expect(seen.has(chainID)).toBe(false);
      seen.add(chainID);
    }
    expect(view.layers.filter(({ createdBy }) => createdBy.includes('echo 1 > /one'))).toHaveLength(2);
    expect(view.images.filter(({ intermediate }) => intermediate).length).toBeGreaterThan(0);
    expect(view.containers).toMatchObject([{ name: 'c1', running: true }]);
  });
});
