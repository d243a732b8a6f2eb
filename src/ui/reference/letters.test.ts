import { expect, it } from 'vitest';
import { lettersOf } from './letters.ts';

const letters = (locale: string, names: readonly string[]) => {
  const order = new Intl.Collator(locale);
  const sorted = [...names].sort(order.compare).map((name) => ({ id: name, name }));
  return lettersOf(sorted, order).map(({ letter, id }) => `${letter} ${id}`);
};

it('FND-6 a glossary can be entered at a letter: the first term that begins with it', () => {
  expect(letters('en', ['layer', 'image', 'index', '.dockerignore', 'ENTRYPOINT'])).toEqual([
    '# .dockerignore',
    'E ENTRYPOINT',
    'I image',
    'L layer',
  ]);
});

it('FND-6 Chinese terms are entered by the first letter of their reading', () => {
  expect(letters('zh-CN', ['层', 'argv', '白障', '1 号进程', '镜像', '仓库', '摘要', 'exec 形式', '绑定挂载'])).toEqual([
    '# 1 号进程',
    'B 白障',
    'C 仓库',
    'J 镜像',
    'Z 摘要',
    'abc argv',
  ]);
});
