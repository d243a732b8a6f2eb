import '../../../cli/machine/preload.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runLines } from '../../../cli/machine/run-lines.ts';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import { encodeText } from '../../../engine/kernel/index.ts';
import type { Profile } from '../../../engine/profile/index.ts';
import { readTar, type TarEntry, tarBody } from '../../../engine/tar/index.ts';
import { bytesBody, readBody, textBody } from '../../../engine/tree/index.ts';
import type { ArchiveFormat } from '../../session/queries/keep.ts';
import { answer } from './index.ts';

const fresh = (profile: Profile = 'graphdriver') => new Session(newWorld({ seed: 7, now: 1_767_225_600, profile, hub: true }));

const run = async (session: Session, ...lines: readonly string[]): Promise<string> => (await runLines(session, ...lines)).output;

/** The archive of an image as the page puts it together. */
async function download(session: Session, image: string, names: readonly string[], format: ArchiveFormat): Promise<Uint8Array> {
  const world = session.simulation.world();
  const moment = { world, machine: world.machines.get('strata')!, live: session };
  const { archive, size } = await answer(moment, { name: 'keep.archive', machine: 'strata', ask: { image, names, format } });
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const piece = await answer(moment, { name: 'keep.piece', machine: 'strata', ask: { archive, offset: at, length: 100_000 } });
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Puts an archive among a machine's files and loads it, as dropping it does. */
function load(session: Session, bytes: Uint8Array): Promise<string> {
  session.process.fs.writeFile(encodeText('/root/dropped.tar'), bytes);
  return run(session, 'docker load -q -i /root/dropped.tar; echo "exit $?"');
}

const ids = (session: Session) => run(session, "docker images --no-trunc --format '{{.ID}} {{.Repository}}:{{.Tag}}' | sort");
const builds = [
  'mkdir app; cd app; printf \'FROM busybox\\nCOPY a /\\nRUN rm /bin/true\\nCMD ["cat", "/a"]\\n\' > Dockerfile; echo hi > a',
  'docker build -q -t app:1 . >/dev/null; docker tag app:1 example.com/team/app:2',
];

describe.each(['classic', 'graphdriver', 'containerd'] as const)('downloads from %s', (profile) => {
  it.each(['docker', 'oci'] as const)(
    'KEP-30 an image comes back from its %s archive with the same ID, names and files',
    async (format) => {
      const made = fresh(profile);
      await run(made, ...builds);
      const id = (await run(made, "docker inspect -f '{{.Id}}' app:1")).trim();
      const before = await ids(made);
      const bytes = await download(made, id, ['app:1', 'example.com/team/app:2'], format);
      expect(await ids(made)).toBe(before);

      const other = fresh(profile);
      expect(await load(other, bytes)).toBe('Loaded image: app:1\nLoaded image: example.com/team/app:2\nexit 0\n');
      expect(await run(other, "docker inspect -f '{{.Id}}' app:1 example.com/team/app:2")).toBe(`${id}\n${id}\n`);
      expect(await run(other, 'docker run --rm app:1')).toBe('hi\n');
    },
  );

  it('KEP-30 an image without a name comes back by its ID', async () => {
    const made = fresh(profile);
    await run(made, ...builds);
    const id = (await run(made, "docker inspect -f '{{.Id}}' app:1")).trim();
    const other = fresh(profile);
    expect(await load(other, await download(made, id, [], 'docker'))).toContain('exit 0');
    expect(await run(other, `docker inspect -f '{{.Id}}' ${id}`)).toBe(`${id}\n`);
  });
});

it('KEP-31 a layout has only what its index leads to, and manifest.json', async () => {
  const made = fresh();
  await run(made, ...builds);
  const paths = readTar(bytesBody(await download(made, '', ['app:1'], 'oci'))).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []));
  expect(paths.filter((path) => !path.startsWith('blobs/'))).toEqual(['index.json', 'manifest.json', 'oci-layout']);
  // Manifest, config and three layers.
  expect(paths.filter((path) => path.startsWith('blobs/sha256/'))).toHaveLength(5);
});

it('KEP-32 an archive that was begun is read to its end, whatever happens to the image', async () => {
  const made = fresh();
  await run(made, ...builds);
  const world = made.simulation.world();
  const moment = { world, machine: world.machines.get('strata')!, live: made };
  const name = 'keep.archive';
  const { archive, size, layers } = await answer(moment, {
    name,
    machine: 'strata',
    ask: { image: '', names: ['app:1'], format: 'docker' },
  });
  expect(layers).toBe(3);
  await run(made, 'docker rmi -f app:1 example.com/team/app:2');
  const later = made.simulation.world();
  const now = { world: later, machine: later.machines.get('strata')!, live: made };
  const piece = (offset: number) =>
    answer(now, { name: 'keep.piece', machine: 'strata', ask: { archive, offset, length: Number.MAX_SAFE_INTEGER } });
  expect((await piece(0)).length).toBe(size);
  expect((await piece(size)).length).toBe(0);
  await expect(answer(now, { name, machine: 'strata', ask: { image: '', names: ['app:1'], format: 'docker' } })).rejects.toThrow(
    'This image is not there any more.',
  );
});

describe('dropped archives', () => {
  const real = new Uint8Array(readFileSync(new URL('testdata/docker-save-28.tar.gz', import.meta.url)));
  const plain = new Uint8Array(gunzipSync(real));

  it('KEP-33 what real Docker saved has its ID, its names and its layers here, and says honestly that it cannot run', async () => {
    const session = fresh();
    expect(await load(session, real)).toBe('Loaded image: real:1\nLoaded image: example.com/team/real:2\nexit 0\n');
    const id = 'sha256:1a1bdaaf899010a3c38a1fdbb237cc998064695c083547b5116f5b1b55145558';
    expect(await run(session, "docker inspect -f '{{.Id}} {{json .Config.Cmd}}' real:1")).toBe(`${id} ["/hello"]\n`);
    expect(await run(session, 'docker create --name real real:1 >/dev/null; docker cp real:/etc/secret - | tar -xO')).toBe('hunter2\n');
    expect(await run(session, 'docker run --rm real:1; echo "exit $?"')).toMatch(
      /"\/hello": stat \/hello: no such file or directory[\s\S]*exit 127/,
    );
  });

  const members = readTar(bytesBody(plain));
  const packed = (entries: readonly TarEntry[]) => readBody(tarBody(entries));
  const file = (path: string, text: string): TarEntry => ({
    kind: 'file',
    path,
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtime: 0,
    body: textBody(text),
  });
  const layer = members.find(({ path, kind }) => kind === 'file' && path.startsWith('blobs/') && isLayer(path));
  function isLayer(path: string): boolean {
    const manifest = members.find((member) => member.path === 'manifest.json');
    return (
      manifest?.kind === 'file' && new TextDecoder().decode(readBody(manifest.body)).includes(`"${path}"`) && !path.includes('1a1bdaaf')
    );
  }

  it.each<[string, () => Uint8Array, RegExp]>([
    ['cut in the middle', () => plain.slice(0, plain.length / 2), /unexpected EOF|no such file/],
    ['cut while compressed', () => real.slice(0, real.length - 200), /unexpected EOF/],
    [
      'with another layer than it says',
      () => packed(members.map((member) => (member === layer ? file(member.path, 'x'.repeat(1024)) : member))),
      /tar|invalid|EOF/,
    ],
    [
      'with a name that leads out',
      () => packed([file('../../etc/passwd', 'root'), ...members]),
      /invalid entry name "\.\.\/\.\.\/etc\/passwd"/,
    ],
    [
      'that is a picture',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(2000).fill(7)]),
      /invalid tar header/,
    ],
    ['that is empty', () => new Uint8Array(0), /no such file|EOF/],
    ['of something else', () => packed([file('readme.txt', 'hello')]), /no such file or directory/],
    ['with a manifest that is no JSON', () => packed([file('manifest.json', '<html>')]), /invalid character '<'/],
  ])('KEP-34 an archive %s is refused in words, and nothing has changed', async (_, bytes, words) => {
    const session = fresh();
    const before = await ids(session);
    const said = await load(session, bytes());
    expect(said).toMatch(words);
    expect(said).toMatch(/exit 1\n$/);
    expect(await ids(session)).toBe(before);
  });
});
