import { describe, expect, it } from 'vitest';
import { cook } from './cooked.ts';

describe('typing into a running command', () => {
  it.each([
    ['y\r', '', 'y\r\n', [{ type: 'send', text: 'y\n' }]],
    ['\x7f', 'ab', '\b \b', []],
    ['\x7f', '层', '\b \b\b \b', []],
    ['\x15', 'ab', '\b \b\b \b', []],
    ['\x04', '', '', [{ type: 'eof' }]],
    ['\x04', 'ab', '', [{ type: 'send', text: 'ab' }]],
    // Ctrl-P and Ctrl-Q go at once: docker detaches on them.
    ['\x10', 'ab', '', [{ type: 'send', text: '\x10' }]],
    ['\x11', '', '', [{ type: 'send', text: '\x11' }]],
    ['\x03', 'ab', '^C', [{ type: 'interrupt' }]],
    ['\x1b[A', 'ab', '', []],
    ['\x1b[200~a\nb\x1b[201~', '', 'a\r\nb', [{ type: 'send', text: 'a\n' }]],
  ])('LES-39 %j after %j', (data, line, echo, effects) => {
    expect(cook({ line }, data)).toMatchObject({ echo, effects });
  });
});
