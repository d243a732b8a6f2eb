/**
 * Go struct types as text: one field a line, `GoName:jsonKey type`, the key left out where it equals the name. A leading `+` embeds the
 * struct, a `?` after the key is `omitempty`.
 */
export interface FieldShape {
  readonly name: string;
  readonly json: string;
  readonly type: string;
  readonly embedded: boolean;
  readonly omitEmpty: boolean;
}

/** Reads the text form; every line must be well formed, as it is written by us. */
export function parseShapes(texts: Readonly<Record<string, string>>): ReadonlyMap<string, readonly FieldShape[]> {
  return new Map(Object.entries(texts).map(([type, text]) => [type, text.trim().split('\n').map(parseField)]));
}

function parseField(line: string): FieldShape {
  const match = /^(\+?)(\w+)(?::(\w+))?(\??) (.+)$/.exec(line.trim());
  if (!match) throw new Error(`bad field shape "${line}": please report`);
  const [, plus, name, json, question, type] = match;
  return { name: name!, json: json ?? name!, type: type!, embedded: plus === '+', omitEmpty: question === '?' };
}
