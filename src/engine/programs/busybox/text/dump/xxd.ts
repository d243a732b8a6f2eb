import { type Step, TURN } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { openInput } from '../input.ts';
import { numberArgument } from '../number-argument.ts';

const hexByte = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0');

/** xxd: bytes in hexadecimal with their text beside them, or (-r) back. */
export const xxd: Applet = function* (a) {
  const options = a.options('l:s:apirg:c:o:', { max: 1 });
  const number = (key: string, otherwise: number): number =>
    options.has(key) ? numberArgument(a, options.value(key)!, { max: 0xffff_ffff, radix: 0 }) : otherwise;
  const [file = '-'] = options.rest;
  const plain = options.has('p');
  const group = number('g', 2);
  const columns = number('c', plain ? 30 : options.has('i') ? 12 : 16);
  const limit = number('l', Number.POSITIVE_INFINITY);
  const skip = number('s', 0);
  const base = number('o', 0);
  let text: string;
  try {
    const input = openInput(a, file);
    text = yield* input.rest();
    input.close();
  } catch (error) {
    return a.dieOf(options.has('r') ? `can't open '${file}'` : file, error);
  }
  if (options.has('r')) {
    yield* a.print(reverse(text, plain));
    return 0;
  }
  const data = text.slice(skip, limit === Number.POSITIVE_INFINITY ? undefined : skip + limit);
  if (options.has('i')) yield* asC(a, file, data, columns);
  else if (plain) for (let at = 0; at < data.length; at += columns) yield* a.line([...data.slice(at, at + columns)].map(hexByte).join(''));
  else yield* table(a, data, columns, group, skip + base);
  return 0;
};

function* table(a: Call, data: string, columns: number, group: number, offset: number): Step<void> {
  const grouped = (part: string): string =>
    [...part].map((char, i) => (i > 0 && group > 0 && i % group === 0 ? ` ${hexByte(char)}` : hexByte(char))).join('');
  const width = grouped('\0'.repeat(columns)).length;
  for (let at = 0; at < data.length; at += columns) {
    const part = data.slice(at, at + columns);
    const address = (at + offset).toString(16).padStart(8, '0');
    yield* a.line(`${address}: ${grouped(part).padEnd(width)}  ${part.replace(/[^ -~]/g, '.')}`);
    if (a.p.tick()) yield TURN;
  }
}

function* asC(a: Call, file: string, data: string, columns: number): Step<void> {
  const name = file.replace(/[^0-9A-Za-z]/g, '_');
  if (file !== '-') yield* a.line(`unsigned char ${name}[] = {`);
  for (let at = 0; at < data.length; at += columns)
    yield* a.line(`  ${[...data.slice(at, at + columns)].map((char) => `0x${hexByte(char)},`).join(' ')}`);
  if (file !== '-') yield* a.print(`};\nunsigned int ${name}_len = ${data.length};\n`);
}

/** The bytes behind a dump; lines without an address count only when it is plain. */
function reverse(text: string, plain: boolean): string {
  let out = '';
  for (const line of text.split('\n')) {
    let digits = line;
    if (!plain) {
      const colon = /^[ \t]*[0-9a-fA-F]+:/.exec(line);
      if (colon === null) continue;
      digits = line.slice(colon[0].length).split('  ', 1)[0]!;
    }
    for (const [pair] of digits.matchAll(/[0-9a-fA-F][0-9a-fA-F]/g)) out += String.fromCharCode(Number.parseInt(pair, 16));
  }
  return out;
}
