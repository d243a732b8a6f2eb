/** Facts that `-w` can print, by name. */
export type Facts = Readonly<Record<string, string | number>>;

/** `%{name}`, `%header{name}`, `%%` and escapes (curl src/tool_writeout.c). `header` gives a field of the answer. Unknown names are collected. */
export function writeOut(format: string, facts: Facts, header: (name: string) => string): { text: string; unknown: readonly string[] } {
  const unknown: string[] = [];
  const text = format.replace(
    /%\{([^}]*)\}|%header\{([^}]*)\}|%%|\\(.)/gs,
    (all, name: string | undefined, field: string | undefined, letter: string | undefined) => {
      if (all === '%%') return '%';
      if (letter !== undefined) return { n: '\n', r: '\r', t: '\t' }[letter] ?? all;
      if (field !== undefined) return header(field);
      const fact = facts[name!];
      if (fact === undefined) unknown.push(name!);
      return String(fact ?? '');
    },
  );
  return { text, unknown };
}
