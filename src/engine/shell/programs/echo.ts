import { type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { readEscape } from './escape.ts';

/** What echo writes for its arguments. `dash`: escapes are always on and only `-n` is an option (the first word is then a marker). */
export function echoText(args: readonly string[], dash = false): string {
  let newline = true;
  let escapes = dash;
  let at = dash ? 1 : 0;
  for (; at < args.length; at++) {
    const word = args[at]!;
    if (dash ? word !== '-n' : !/^-[neE]+$/.test(word)) break;
    for (const letter of word.slice(1)) {
      if (letter === 'n') newline = false;
      else if (letter === 'e') escapes = true;
    }
    if (dash) {
      at++;
      break;
    }
  }
  const text = args.slice(at).join(' ');
  if (!escapes) return newline ? `${text}\n` : text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c !== '\\') {
      out += c;
      continue;
    }
    if (text[i + 1] === 'c') return out;
    const start = text[i + 1] === '0' && /^[0-7]$/.test(text[i + 2] ?? '') ? i + 2 : i + 1;
    const found = readEscape(text, start);
    out += found.text;
    i = found.end - 1;
  }
  return newline ? `${out}\n` : out;
}

/** The echo applet. */
export function* echo(p: Process): Run {
  return yield* writeOut(p, echoText(p.argv.slice(1)), 'echo');
}

function* writeOut(p: Process, text: string, name: string): Step<number> {
  try {
    yield* p.write(1, text);
    return 0;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `${name}: write error: ${error.message}\n`);
    return 1;
  }
}
