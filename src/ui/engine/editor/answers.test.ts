import '../../../cli/machine/preload.ts';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTar } from '../../../engine/tar/index.ts';
import { bytesBody } from '../../../engine/tree/index.ts';
import type { EngineSession } from '../../session/engine-session.ts';
import type { Queries } from '../../session/queries/index.ts';
import { engine } from '../index.ts';

const text = (value: string) => new TextEncoder().encode(value);

function begun(machines: readonly string[] = ['strata']): EngineSession {
  const session = engine.create({ seed: 3, machines });
  session.begun();
  return session;
}
function run(session: EngineSession, line: string): void {
  session.start(0, line);
  while (session.pump(50).ended.length === 0);
}
const ask = <N extends keyof Queries>(session: EngineSession, name: N, asked: Queries[N]['ask'], machine = 'strata') =>
  session.query({ name, machine, ask: asked });

describe('what the tree asks', () => {
  test('EDR-51 folders with hidden names, links and where they lead, and the size of a folder', async () => {
    const session = begun();
    session.files().write('/root/app/a.txt', text('12345'));
    session.files().write('/root/app/.hidden', text('1'));
    run(session, 'cd /root/app; ln -s a.txt good; ln -s nowhere bad; ln -s .. up; ln a.txt twice; mkfifo pipe');
    const { listings, total, home } = await ask(session, 'editor.tree', { dirs: ['/root/app', '/nope'], total: '/root/app' });
    expect(home).toBe('/root');
    expect(listings[1]).toEqual({ dir: '/nope', entries: undefined });
    expect(listings[0]?.entries?.map(({ name, kind, size, target, leads }) => [name, kind, size, target, leads])).toEqual([
      ['.hidden', 'file', 1, undefined, undefined],
      ['a.txt', 'file', 5, undefined, undefined],
      ['bad', 'symlink', 0, 'nowhere', 'nowhere'],
      ['good', 'symlink', 0, 'a.txt', 'file'],
      ['pipe', 'other', 0, undefined, undefined],
      ['twice', 'file', 5, undefined, undefined],
      ['up', 'symlink', 0, '..', 'dir'],
    ]);
    // Two names of one file are one file.
    expect(total).toBe(6);
  });

  test('EDR-52 each machine answers for itself', async () => {
    const session = begun(['node01', 'node02']);
    session.files('node02').write('/root/only-here', text('x'));
    const names = async (machine: string) =>
      (await ask(session, 'editor.tree', { dirs: ['/root'] }, machine)).listings[0]?.entries?.map(({ name }) => name);
    expect(await names('node02')).toContain('only-here');
    expect(await names('node01')).not.toContain('only-here');
  });

  test('EDR-53 a folder is taken along as tar or zip, with modes and links', async () => {
    const session = begun();
    session.files().write('/root/app/run.sh', text('#!/bin/sh\n'));
    run(session, 'cd /root/app; chmod 755 run.sh; ln -s run.sh go; ln run.sh again; mkdir empty');
    const tar = await ask(session, 'editor.pack', { path: '/root/app', as: 'tar' });
    expect(tar.name).toBe('app.tar');
    expect(
      [...readTar(bytesBody(tar.bytes))].map((entry) => [
        entry.path,
        entry.kind,
        entry.mode.toString(8),
        'linkname' in entry ? entry.linkname : '',
      ]),
    ).toEqual([
      ['app', 'dir', '755', ''],
      ['app/again', 'file', '755', ''],
      ['app/empty', 'dir', '755', ''],
      ['app/go', 'symlink', '777', 'run.sh'],
      ['app/run.sh', 'hardlink', '755', 'app/again'],
    ]);
    const zip = unzipSync((await ask(session, 'editor.pack', { path: '/root/app', as: 'zip' })).bytes);
    expect(Object.keys(zip)).toEqual(['app/', 'app/again', 'app/empty/', 'app/go', 'app/run.sh']);
    expect(new TextDecoder().decode(zip['app/run.sh'])).toBe('#!/bin/sh\n');
    const file = await ask(session, 'editor.pack', { path: '/root/app/run.sh', as: 'file' });
    expect([file.name, file.bytes.length]).toEqual(['run.sh', 10]);
    await expect(ask(session, 'editor.pack', { path: '/root/none', as: 'tar' })).rejects.toThrow('No such file or directory');
  });

  test('EDR-54 Dockerfiles bear the count of their problems', async () => {
    const session = begun();
    session.files().write('/root/Dockerfile', text('FROM busybox\nCMD echo hi\nENV API_KEY=1\n'));
    session.files().write('/root/good.Dockerfile', text('FROM busybox\n'));
    const paths = ['/root/Dockerfile', '/root/good.Dockerfile', '/root/gone.Dockerfile'];
    expect(await ask(session, 'editor.counts', { paths })).toEqual({
      '/root/Dockerfile': 2,
      '/root/good.Dockerfile': 0,
      '/root/gone.Dockerfile': 0,
    });
  });
});

describe('what completion asks', () => {
  test("EDR-94 the machine's images first, then the catalogue; tags with the newest first", async () => {
    const session = begun();
    run(session, 'docker tag busybox web:2');
    const names = await ask(session, 'editor.images', {});
    expect(names.slice(0, 2).map(({ name, where }) => [name, where])).toEqual([
      ['busybox:latest', 'local'],
      ['web:2', 'local'],
    ]);
    expect(names.find(({ name }) => name === 'alpine')).toMatchObject({ where: 'hub', official: true });
    expect(await ask(session, 'editor.tags', { repository: 'web' })).toEqual(['2']);
    const tags = await ask(session, 'editor.tags', { repository: 'docker.io/library/alpine' });
    expect(tags[0]).toBe('latest');
    expect(tags.indexOf('3.22')).toBeLessThan(tags.indexOf('3.9'));
  });

  test('EDR-95 an image is told with what is known of it here and there', async () => {
    const session = begun();
    expect(await ask(session, 'editor.image', { name: 'busybox' })).toMatchObject({
      name: 'busybox:latest',
      local: { layers: 1, platform: 'linux/amd64' },
    });
    const alpine = await ask(session, 'editor.image', { name: 'alpine:3.22' });
    expect(alpine?.local).toBeUndefined();
    expect(alpine?.hub?.platforms).toContain('amd64');
    expect(await ask(session, 'editor.image', { name: 'no-such-image-here' })).toBeUndefined();
  });
});
