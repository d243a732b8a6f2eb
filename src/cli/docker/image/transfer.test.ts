import { describe, expect, it } from 'vitest';
import { fromBytes } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { transferPrinter } from './transfer.ts';

function printed(tty: boolean): string {
  let out = '';
  const process = {
    isatty: () => tty,
    *write(_fd: number, bytes: Uint8Array) {
      out += fromBytes(bytes);
    },
  };
  const print = transferPrinter({ process } as unknown as Context, 1);
  const events = [
    { status: 'The push refers to repository [r/t]' },
    { id: 'aaa', status: 'Preparing', progress: true as const },
    { id: 'bbb', status: 'Preparing', progress: true as const },
    { id: 'aaa', status: 'Pushed', progress: true as const },
    { status: '1: digest: d size: 2' },
  ];
  for (const event of events) expect(print(event).next('ready').done).toBe(true);
  return out;
}

describe('progress of a transfer', () => {
  it('REG-10 stands line by line where there is no terminal', () => {
    expect(printed(false)).toBe('The push refers to repository [r/t]\naaa: Preparing\nbbb: Preparing\naaa: Pushed\n1: digest: d size: 2\n');
  });

  it('REG-11 is redrawn on a terminal, each layer on its own line', () => {
    expect(printed(true)).toBe(
      'The push refers to repository [r/t]\n' +
        '\n\x1b[1A\x1b[2K\raaa: Preparing \r\x1b[1B' +
        '\n\x1b[1A\x1b[2K\rbbb: Preparing \r\x1b[1B' +
        '\x1b[2A\x1b[2K\raaa: Pushed \r\x1b[2B' +
        '1: digest: d size: 2\n',
    );
  });
});
