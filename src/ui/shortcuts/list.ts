import type { ShortcutWord } from './words.en.ts';

/** Keys and what they do, by the part of the lab they work in. A letter alone works only while that part has the focus. */
export const shortcuts: readonly (readonly [
  part: ShortcutWord,
  rows: readonly (readonly [keys: readonly string[], does: ShortcutWord])[],
])[] = [
  [
    'terminal',
    [
      [['Esc Tab'], 'tab.leave'],
      [['Ctrl M'], 'tab.switch'],
      [['Tab'], 'complete'],
      [['↑ ↓', 'Ctrl R'], 'history'],
      [['Ctrl C', 'Ctrl D', 'Ctrl L'], 'stop'],
      [['Ctrl Shift F'], 'find'],
      [['Ctrl Shift L'], 'links'],
      [['Ctrl +', 'Ctrl −'], 'size'],
    ],
  ],
  [
    'editor',
    [
      [['Esc Tab'], 'tab.leave'],
      [['Ctrl S'], 'save'],
      [['Ctrl Enter'], 'build'],
      [['F8'], 'problem'],
      [['F2', 'Delete'], 'rename'],
    ],
  ],
  [
    'pictures',
    [
      [['← ↑ ↓ →'], 'arrows'],
      [['Home', 'End'], 'ends'],
      [['?'], 'explain'],
      [['c', 'b'], 'core'],
      [['d'], 'dangling'],
      [['← →'], 'look'],
    ],
  ],
];
