import { describe, expect, it } from 'vitest';
import { machineOf } from '../session/view/index.ts';
import { folded, type Row, registryModel } from './model.ts';
import { shortNames } from './names.ts';
import { indexModel } from './platforms.ts';
import { shortPath } from './requests.ts';
import { follow, tagBefore, tagsAt } from './subject.ts';
import { Lab } from './testdata/lab.ts';
import { registryText } from './text.ts';
import { registryWords } from './words.ts';

/** The newest transfer of a lab as the picture draws it. */
function drawn(lab: Lab, machine = 'node01') {
  const view = lab.machine(machine);
  const transfer = lab.last(machine);
  const before = tagBefore(lab.view, lab.before, machine, transfer);
  const tags = tagsAt(view, transfer.domain, transfer.path);
  return registryModel(transfer, { machine: view, tags, ...(before === undefined ? {} : { before }) });
}

const DOCKERFILE = ['mkdir -p /w && cd /w', "printf 'FROM busybox\\nCOPY a /a\\n' > Dockerfile", 'echo one > a'];

describe('registry picture', () => {
  it('RGP-29 names that end alike are told apart by what stands before', () => {
    const short = shortNames(['reg:5000/app:1', 'localhost:5000/app:1', 'localhost:5000/other:1', 'app:1', 'team/app:1']);
    expect([...short.values()]).toEqual(['reg:5000/app:1', 'localhost:5000/app:1', 'other:1', 'app:1', 'team/app:1']);
    expect([...shortNames(['docker.io/library/alpine', 'x/y/z:2']).values()]).toEqual(['alpine', 'z:2']);
  });

  it.each(['en', 'zh'] as const)('RGP-20 the picture has a text form (%s)', async (locale) => {
    const texts: string[] = [];
    const t = registryWords(locale);
    const lab = new Lab();
    const show = async (...lines: string[]): Promise<void> => {
      await lab.run(...lines);
      texts.push(`$ ${lines.at(-1)}\n${registryText(drawn(lab), t)}`);
    };
    await lab.run(...DOCKERFILE);
    await show('docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    await show('echo two > a', 'docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    await show('docker tag registry.local:5000/app:1 registry.local:5000/team/other:2', 'docker push registry.local:5000/team/other:2');
    await show('docker pull alpine');
    await show('docker push busybox');
    await show('docker tag busybox localhost:7/a:1', 'docker push localhost:7/a:1');
    const forecast = await lab.forecast({ kind: 'push', image: 'busybox', to: 'registry.local:5000/app:3' });
    texts.push(registryText(registryModel(forecast.transfer!, { machine: lab.machine(), forecast: true }), t));
    await expect(texts.join('\n')).toMatchFileSnapshot(`testdata/registry.${locale}.golden`);
  });

  it('RGP-21 a push sets a flag on the right; the tag’s old place is told while the digest stays', async () => {
    const lab = new Lab();
    await lab.run(...DOCKERFILE, 'docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    const first = drawn(lab);
    expect(first.was.there).toBeUndefined();
    expect(first.flags.there).toEqual([{ name: '1', at: first.target, moved: true }]);
    expect(first.flags.here.map(({ name, moved }) => [name, moved])).toEqual([['registry.local:5000/app:1', false]]);
    await lab.run('echo two > a', 'docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    const second = drawn(lab);
    expect(second.was.there).toEqual({ tag: '1', digest: first.target });
    expect(second.target).not.toBe(first.target);
    expect(second.rows.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['manifest', 'to'],
      ['config', 'to'],
      ['layer', 'exists'],
      ['layer', 'to'],
    ]);
    await lab.run('docker push registry.local:5000/app:1');
    const third = drawn(lab);
    expect(third.was.there).toBeUndefined();
    expect(third.flags.there).toEqual([{ name: '1', at: second.target, moved: false }]);
    expect(third.rows[0]!.there).toEqual({ before: true, after: true });
  });

  it('RGP-22 both sides: what was there before and what is there after; a graph driver keeps no manifest', async () => {
    const lab = new Lab();
    await lab.run('docker pull alpine');
    const pull = drawn(lab);
    expect(pull.rows.map(({ kind, here, there }) => [kind, here, there.before])).toEqual([
      ['index', undefined, true],
      ['manifest', undefined, true],
      ['config', { before: false, after: true }, true],
      ['layer', { before: false, after: true }, true],
    ]);
    expect(pull.rows.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    const layer = pull.rows[3]!;
    expect(layer.paint?.code).toBe(layer.diffID?.slice(7, 11));
    const kept = new Lab('containerd');
    await kept.run('docker pull alpine');
    expect(drawn(kept).rows[0]!.here).toEqual({ before: false, after: true });
  });

  it('RGP-23 layers go from the top down, then the config, the manifest last', async () => {
    const lab = new Lab();
    await lab.run(...DOCKERFILE, 'docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    const { rows, requests } = drawn(lab);
    expect(rows.map(({ kind, step }) => [kind, step])).toEqual([
      ['manifest', 3],
      ['config', 2],
      ['layer', 1],
      ['layer', 0],
    ]);
    expect(requests.filter(({ about }) => about === undefined).map(({ short }) => short)).toEqual(['/v2/']);
  });

  it('RGP-24 what the second machine has already is not fetched again', async () => {
    const lab = new Lab();
    await lab.run(...DOCKERFILE, 'docker build -q -t registry.local:5000/app:1 .', 'docker push registry.local:5000/app:1');
    await lab.run('ssh node02 docker pull registry.local:5000/app:1');
    expect(drawn(lab, 'node02').rows.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['manifest', 'to'],
      ['config', 'to'],
      ['layer', 'to'],
      ['layer', 'to'],
    ]);
    await lab.run('echo two > a', 'docker build -q -t registry.local:5000/app:2 .', 'docker push registry.local:5000/app:2');
    await lab.run('ssh node02 docker pull registry.local:5000/app:2');
    const model = drawn(lab, 'node02');
    expect(model.rows.map(({ kind, mark, reason }) => [kind, mark, reason])).toEqual([
      ['manifest', 'to', 'absent'],
      ['config', 'to', 'absent'],
      ['layer', 'exists', 'here'],
      ['layer', 'to', 'absent'],
    ]);
    expect(model.sums.exists.count).toBe(1);
  });

  it('RGP-25 an index: one row a platform, the one taken and why, attestations beside what they are about', async () => {
    const lab = new Lab();
    await lab.run('docker pull alpine');
    const { index } = drawn(lab);
    expect(index!.rows.filter(({ chosen }) => chosen).map(({ platform }) => platform)).toEqual(['linux/amd64']);
    expect([index!.why, index!.wanted]).toEqual(['machine', 'linux/amd64']);
    expect(index!.attestations).toBe(index!.rows.filter(({ attestation }) => attestation !== undefined).length);
    await lab.run('docker pull --platform linux/arm64 alpine');
    const other = drawn(lab).index!;
    expect([other.why, other.rows.find(({ chosen }) => chosen)?.platform]).toEqual(['asked', 'linux/arm64']);
    const near = indexModel({
      digest: 'sha256:00',
      wanted: 'linux/arm/v7',
      asked: true,
      rows: [
        { digest: 'sha256:01', size: 1, platform: 'linux/arm/v6', chosen: true },
        { digest: 'sha256:02', size: 1, platform: 'unknown/unknown', chosen: false },
      ],
    });
    expect([near.why, near.attestations, near.loose]).toEqual(['variant', 1, 1]);
  });

  it('RGP-26 to 12 blobs every one has its row; of more, runs that exist already fold until they are opened', () => {
    const row = (n: number, mark: Row['mark']) => ({ key: `k${n}`, kind: 'layer', mark, size: 10 }) as Row;
    const rows = [...Array(14).keys()].map((n) => row(n, n < 9 ? 'exists' : 'to'));
    expect(folded(rows.slice(0, 12), new Set())).toHaveLength(12);
    const items = folded(rows, new Set());
    expect(items.map((item) => ('fold' in item ? [item.fold.length, item.bytes] : item.row.key))).toEqual([
      [9, 90],
      'k9',
      'k10',
      'k11',
      'k12',
      'k13',
    ]);
    expect(folded(rows, new Set(['k0']))).toHaveLength(14);
  });

  it('RGP-27 the picture follows the newest transfer, and keeps what was chosen till then', async () => {
    const lab = new Lab();
    const at = (n: number) => machineOf(lab.views.at(n)!, 'node01');
    expect(follow(at(-1), undefined, undefined)).toBeUndefined();
    await lab.run('docker tag busybox registry.local:5000/app:1', 'docker push registry.local:5000/app:1');
    expect(follow(at(-1), at(-2), undefined)).toBe('t:1');
    await lab.run('docker push registry.local:5000/app:1', 'true');
    expect(follow(at(-2), at(-3), 't:1')).toBe('t:2');
    expect(follow(at(-1), at(-2), 't:1')).toBe('t:1');
    expect(follow(at(-1), at(-2), 'push')).toBe('push');
  });

  it('RGP-28 paths are shown short, with what tells them apart', () => {
    const hex = 'ab12cd'.padEnd(64, '0');
    expect(shortPath(`/v2/app/blobs/uploads/5b081f07-a858-3622-9145-5e5fedecd412?digest=sha256%3A${hex}`)).toBe(
      '/v2/app/blobs/uploads/5b08…?digest=sha256:ab12cd…',
    );
    expect(shortPath('/v2/a%zz')).toBe('/v2/a%zz');
  });
});
