import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { decodeBase64, encodeBase64 } from './base64-code.ts';
import { openInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** base64: encodes or (-d) decodes one file. */
export const base64: Applet = function* (a) {
  const options = a.options('dw:', { max: 1 });
  const columns = options.has('w') ? numberArgument(a, options.value('w')!, { max: 0x7fff_ffff }) : 76;
  const [file = '-'] = options.rest;
  let text: string;
  try {
    text = yield* openInput(a, file).rest();
  } catch (error) {
    return a.dieOf(file, error);
  }
  if (options.has('d')) {
    const { bytes, complete } = decodeBase64(text);
    yield* a.print(bytes);
    if (!complete) a.die('truncated input');
    return 0;
  }
  const code = encodeBase64(text);
  if (columns === 0) yield* a.print(code);
  else
    for (let at = 0; at < code.length; at += columns) {
      yield* a.line(code.slice(at, at + columns));
      if (a.p.tick()) yield TURN;
    }
  return 0;
};
