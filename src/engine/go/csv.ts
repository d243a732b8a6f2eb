import { encodeText } from './bytes.ts';
import type { Parsed } from './numbers.ts';

const bareQuote = 'bare " in non-quoted-field';
const badQuote = 'extraneous or missing " in quoted-field';

/** The fields of one line of comma-separated values, as the go-csvvalue package reads them. */
export function csvFields(text: string): Parsed<string[]> {
  const line = text.endsWith('\n') ? text.slice(0, text.endsWith('\r\n') ? -2 : -1) : text;
  if (line === '') return { ok: false, error: 'EOF' };
  const fail = (at: number, what: string): Parsed<string[]> => ({
    ok: false,
    error: `parse error on line 1, column ${encodeText(line.slice(0, at)).length + 1}: ${what}`,
  });
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const field = comma < 0 ? line.slice(at) : line.slice(at, comma);
      const stray = field.indexOf('"');
      if (stray >= 0) return fail(at + stray, bareQuote);
      fields.push(field);
      if (comma < 0) return { ok: true, value: fields };
      at = comma + 1;
      continue;
    }
    at += 1;
    let field = '';
    for (;;) {
      const end = line.indexOf('"', at);
      if (end < 0) return fail(at, badQuote);
      field += line.slice(at, end);
      at = end + 1;
      if (line[at] !== '"') break;
      field += '"';
      at += 1;
    }
    fields.push(field);
    if (at === line.length) return { ok: true, value: fields };
    if (line[at] !== ',') return fail(at - 1, badQuote);
    at += 1;
  }
}
