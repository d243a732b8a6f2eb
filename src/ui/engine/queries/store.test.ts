import '../../../cli/machine/preload.ts';
import { describe, expect, it } from 'vitest';
import { humanSize } from '../../../cli/format/index.ts';
import { runLines } from '../../../cli/machine/run-lines.ts';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import { chainIDs, type DiffID, sha256 } from '../../../engine/digest/index.ts';
import { layerTar } from '../../../engine/layer/index.ts';
import type { Profile } from '../../../engine/profile/index.ts';
import { stackOf } from '../../../engine/store/index.ts';
import type { Queries } from '../../session/queries/index.ts';
import { lossOf } from '../../store/loss.ts';
import { storeOf } from '../view/store.ts';
import { answer, type Moment } from './index.ts';

const builds = [
  'mkdir app; cd app; printf \'FROM busybox\\nCOPY a /\\nRUN echo 1 > /one\\nCMD ["cat", "/a"]\\n\' > Dockerfile; echo hi > a',
  'docker build -q -t app:1 . >/dev/null',
];

async function machine(profile: Profile, lines: readonly string[] = []): Promise<Session> {
  const session = new Session(newWorld({ seed: 7, now: 1_767_225_600, profile, hub: true }));
  await runLines(session, ...builds, ...lines);
  return session;
}

function momentOf(session: Session): Moment {
  const world = session.simulation.world();
  return { world, machine: world.machines.get('strata')!, live: session };
}

const ask = <N extends 'store.forecast' | 'store.ripple' | 'store.bytes' | 'store.config'>(
  session: Session,
  name: N,
  asked: Queries[N]['ask'],
) => answer(momentOf(session), { name, machine: 'strata', ask: asked });

const app = (session: Session) => storeOf(session.machine.daemon).images.find(({ tags }) => tags.includes('app:1'))!;

describe('forecasts', () => {
  it('STO-20 a forecast is what the command then does, and changes nothing', async () => {
    for (const profile of ['classic', 'graphdriver', 'containerd'] as const) {
      const session = await machine(profile, [
        'echo ho > a; docker build -q -t app:1 .',
        'docker tag busybox spare:1',
        'docker create --name c1 app:1',
      ]);
      for (const line of ['docker rmi spare:1', 'docker rmi app:1', 'docker image prune', 'docker image prune -a', 'docker system prune']) {
        const before = storeOf(session.machine.daemon);
        const forecast = await ask(session, 'store.forecast', { line });
        expect(storeOf(session.machine.daemon)).toEqual(before);
        await runLines(session, line.includes('prune') ? `${line} -f` : line);
        expect(forecast.after).toEqual(storeOf(session.machine.daemon));
      }
    }
  });

  it('STO-21 a command that docker refuses is forecast with its message', async () => {
    const session = await machine('graphdriver', ['docker create --name c1 app:1']);
    const { exit, output, after } = await ask(session, 'store.forecast', { line: 'docker rmi app:1' });
    expect(exit).toBe(1);
    expect(output).toContain('must force');
    expect(after).toEqual(storeOf(session.machine.daemon));
  });
});

describe('bytes that are freed', () => {
  it('STO-26 what a prune says it reclaimed is what the forecast says is freed', async () => {
    const lines = ['docker pull -q alpine', 'docker pull -q alpine:3.19', 'docker tag busybox alpine:3.19'];
    const session = await machine('graphdriver', lines);
    const before = storeOf(session.machine.daemon);
    const { output, after } = await ask(session, 'store.forecast', { line: 'docker image prune -a' });
    const { freed, images } = lossOf(before, after);
    expect(images.length).toBeGreaterThan(0);
    expect(freed).toBeGreaterThan(5_000_000);
    expect(output).toContain(`Total reclaimed space: ${humanSize(freed)}`);
  });
});

describe('digest ripple', () => {
  it.each(['classic', 'graphdriver', 'containerd'] as const)(
    'STO-30 one byte reaches every name above it, with true digests (%s)',
    async (profile) => {
      const session = await machine(profile);
      const image = app(session);
      const chainID = image.platforms[0]!.stack[1]!;
      const ripple = await ask(session, 'store.ripple', {
        image: image.id,
        change: { kind: 'byte', chainID, path: '/a', offset: 0, byte: 0x48 },
      });
      expect([ripple.was, ripple.is]).toEqual(['68', '48']);
      const changed = (pair: { old: string; new: string }) => pair.old !== pair.new;
      expect(ripple.layers.map(({ diffID }) => changed(diffID))).toEqual([false, true, false]);
      expect(ripple.layers.map(({ chainID: chain }) => changed(chain))).toEqual([false, true, true]);
      expect(ripple.layers.map(({ blob }) => changed(blob))).toEqual([false, true, false]);
      expect(ripple.layers.map(({ chainID: chain }) => chain.new)).toEqual(
        chainIDs(ripple.layers.map(({ diffID }) => diffID.new as DiffID)),
      );
      expect([changed(ripple.config), changed(ripple.manifest)]).toEqual([true, true]);
      expect(ripple.index !== undefined).toBe(profile === 'containerd');
      if (profile === 'containerd') expect([ripple.index!.old, changed(ripple.index!)]).toEqual([image.id, true]);
      else expect(ripple.config.old).toBe(image.id);
    },
  );

  it.each(['classic', 'graphdriver', 'containerd'] as const)(
    'STO-31 a layer really built with that byte has the digest that was told (%s)',
    async (profile) => {
      const session = await machine(profile);
      const image = app(session);
      const chainID = image.platforms[0]!.stack[1]!;
      const { layers } = await ask(session, 'store.ripple', {
        image: image.id,
        change: { kind: 'byte', chainID, path: '/a', offset: 0, byte: 0x48 },
      });
      await runLines(session, 'touch -r a stamp; printf "Hi\\n" > a; touch -r stamp a; rm stamp', 'docker build -q -t app:2 .');
      const built = storeOf(session.machine.daemon).images.find(({ tags }) => tags.includes('app:2'))!;
      expect(storeOf(session.machine.daemon).layers.find(({ chainID: chain }) => chain === built.platforms[0]!.stack[1])?.diffID).toBe(
        layers[1]!.diffID.new,
      );
      expect(built.platforms[0]!.stack[1]).toBe(layers[1]!.chainID.new);
    },
  );

  it('STO-32 a new time or mode changes the layer though every byte of the file stays', async () => {
    const session = await machine('graphdriver');
    const image = app(session);
    const chainID = image.platforms[0]!.stack[1]!;
    const { mtime, mode, bytes } = await ask(session, 'store.bytes', { chainID, path: '/a', offset: 0, length: 16 });
    expect(new TextDecoder().decode(bytes)).toBe('hi\n');
    const time = await ask(session, 'store.ripple', { image: image.id, change: { kind: 'mtime', chainID, path: '/a', mtime: mtime + 1 } });
    const bits = await ask(session, 'store.ripple', { image: image.id, change: { kind: 'mode', chainID, path: '/a', mode: mode ^ 0o100 } });
    for (const ripple of [time, bits]) expect(ripple.layers[1]!.diffID.new).not.toBe(ripple.layers[1]!.diffID.old);
    const same = await ask(session, 'store.ripple', { image: image.id, change: { kind: 'mtime', chainID, path: '/a', mtime } });
    expect(same.layers[1]!.diffID.new).toBe(same.layers[1]!.diffID.old);
    expect(same.config.new).toBe(same.config.old);
    expect(same.manifest.new).toBe(same.manifest.old);
  });

  it.each(['classic', 'graphdriver', 'containerd'] as const)(
    'STO-33 a value of the config changes config, manifest and index, and no layer (%s)',
    async (profile) => {
      const session = await machine(profile);
      const image = app(session);
      const values = await ask(session, 'store.config', { image: image.id });
      expect(values.find(({ key }) => key === 'Cmd')?.json).toBe('["cat","/a"]');
      const ripple = await ask(session, 'store.ripple', { image: image.id, change: { kind: 'config', key: 'Cmd', json: '["ls"]' } });
      for (const { diffID, chainID, blob } of ripple.layers) for (const { old, new: now } of [diffID, chainID, blob]) expect(now).toBe(old);
      expect(ripple.config.new).not.toBe(ripple.config.old);
      expect(ripple.manifest.new).not.toBe(ripple.manifest.old);
      const same = await ask(session, 'store.ripple', { image: image.id, change: { kind: 'config', key: 'Cmd', json: '["cat","/a"]' } });
      expect([same.config.new, same.manifest.new]).toEqual([same.config.old, same.manifest.old]);
      await expect(ask(session, 'store.ripple', { image: image.id, change: { kind: 'config', key: 'Cmd', json: '[' } })).rejects.toThrow(
        'store.nojson',
      );
    },
  );

  it('STO-34 pulled layers can be changed too: the archive that is written again has the digest it came with', async () => {
    const session = await machine('graphdriver', ['docker pull -q alpine']);
    const image = storeOf(session.machine.daemon).images.find(({ tags }) => tags.includes('alpine:latest'))!;
    const store = session.machine.daemon.state.images;
    const { layer } = store.snapshots.get(stackOf(store.images.get(image.id as never)!)[0]!)!;
    expect(sha256(layerTar(layer).read(0, layerTar(layer).size))).toBe(layer.diffID);
    const entry = layer.entries.find(({ kind, path }) => kind === 'file' && path === 'etc/alpine-release')!;
    const ripple = await ask(session, 'store.ripple', {
      image: image.id,
      change: { kind: 'byte', chainID: image.platforms[0]!.stack[0]!, path: `/${entry.path}`, offset: 0, byte: 0x39 },
    });
    expect(ripple.layers[0]!.diffID.old).toBe(layer.diffID);
    expect(ripple.layers[0]!.diffID.new).not.toBe(layer.diffID);
  });
});
