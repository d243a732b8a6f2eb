import { describe, expect, it } from 'vitest';
import { words } from '../../i18n/index.ts';
import { instruction } from '../picture/instruction.ts';
import { drill } from './core.ts';
import { stackModel } from './model.ts';
import { containerSubject, follow, imageSubject } from './subject.ts';
import { c1, chmodLater, configOnly, cow } from './testdata/views.ts';
import { stackText } from './text.ts';

describe('stack', () => {
  it.each(['en', 'zh'] as const)('LES-22 the picture has a text form (%s)', async (locale) => {
    const text = [stackModel(cow, [], c1), stackModel(chmodLater, [cow]), stackModel(configOnly, [])]
      .map((model) => stackText(model, words(locale)))
      .join('\n');
    await expect(text).toMatchFileSnapshot(`testdata/stack.${locale}.golden`);
  });

  it('LES-23 beds are newest first; config rows lie on the layer before them', () => {
    const model = stackModel(cow, []);
    expect(model.beds.map((bed) => [bed.position, bed.paint.code, bed.instruction, bed.planes])).toEqual([
      [3, '0e5b', 'COPY a s /', ['CMD ["sleep" "infinity"]']],
      [2, 'b1c4', 'RUN dd if=/dev/zero of=/big bs=1M count=5', []],
      [1, '63ca', '', []],
    ]);
  });

  it('LES-24 hidden bytes are those of older copies that later layers replace or remove', () => {
    expect(stackModel(chmodLater, []).hidden).toBe(6);
    expect(stackModel(cow, [], c1).hidden).toBe(5_240_006);
    expect(stackModel(cow, []).hidden).toBe(0);
  });

  it('LES-25 a layer is shared when another image has it on the same layers', () => {
    expect(stackModel(chmodLater, [cow]).beds.map((bed) => bed.sharedBy)).toEqual([0, 1, 1, 1]);
  });

  it('LES-26 a core ends at the first entry from the top', () => {
    const model = stackModel(cow, [], c1);
    expect(drill(model, '/big')).toMatchObject({ marks: ['whiteout', 'absent', 'shadow', 'absent'], end: 0 });
    expect(drill(model, '/s')).toMatchObject({ marks: ['here', 'shadow', 'absent', 'absent'], end: 0 });
    expect(drill(model, '/bin/sh')).toMatchObject({ marks: ['absent', 'absent', 'absent', 'here'], end: 3 });
    expect(drill(model, '/nowhere').end).toBe(-1);
  });

  it('LES-27 the picture follows what the last command made or changed', () => {
    const empty = { now: 0, cwd: '/', prompt: '$ ', images: [], containers: [] };
    const one = { ...empty, images: [cow] };
    expect(follow(one, empty, undefined)).toBe(imageSubject(cow.id));
    expect(follow({ ...one, containers: [c1] }, one, imageSubject(cow.id))).toBe(containerSubject(c1.id));
    expect(follow({ ...empty, images: [cow, chmodLater] }, one, imageSubject(cow.id))).toBe(imageSubject(chmodLater.id));
    expect(follow(one, one, imageSubject(cow.id))).toBe(imageSubject(cow.id));
    expect(follow(empty, one, imageSubject(cow.id))).toBeUndefined();
  });

  it.each([
    ['RUN /bin/sh -c make all # buildkit', 'RUN make all'],
    ['COPY hello.sh ./ # buildkit', 'COPY hello.sh ./'],
    ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
    ['/bin/sh -c echo made > /made', 'RUN echo made > /made'],
    ['RUN |1 FILE=a /bin/sh -c cat $FILE # buildkit', 'RUN cat $FILE'],
    ['sh -c echo made', 'sh -c echo made'],
    ['', ''],
  ])('LES-28 created_by %j reads %j', (createdBy, text) => {
    expect(instruction(createdBy)).toBe(text);
  });
});
