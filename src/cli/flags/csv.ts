/** One record of encoding/csv: fields split at commas, double quotes protecting them (`a,"b,c"`). `error` is Go's text. */
export function csvRecord(text: string): { readonly fields: string[] } | { readonly error: string } {
  if (text === '') return { error: 'EOF' };
  const fields: string[] = [];
  let i = 0;
  for (;;) {
    let field: string;
    if (text[i] === '"') {
      const quoted = quotedField(text, i + 1);
      if (typeof quoted === 'string') return { error: quoted };
      field = quoted.field;
      i = quoted.next;
    } else {
      const comma = text.indexOf(',', i);
      field = text.slice(i, comma < 0 ? undefined : comma);
      const quote = field.indexOf('"');
      if (quote >= 0) return { error: `parse error on line 1, column ${i + quote + 1}: bare " in non-quoted-field` };
      i += field.length;
    }
    fields.push(field);
    if (i >= text.length) return { fields };
    i++;
  }
}

function quotedField(text: string, from: number): { field: string; next: number } | string {
  let field = '';
  let i = from;
  for (;;) {
    if (i >= text.length) return `parse error on line 1, column ${text.length + 1}: extraneous or missing " in quoted-field`;
    if (text[i] !== '"') field += text[i++];
    else if (text[i + 1] === '"') {
      field += '"';
      i += 2;
    } else if (i + 1 >= text.length || text[i + 1] === ',') return { field, next: i + 1 };
    else return `parse error on line 1, column ${i + 1}: extraneous or missing " in quoted-field`;
  }
}
