type Vars = Readonly<Record<string, string | number | boolean>>;

/** Puts variables into a text: `${name}`. Throws on one that is not set. */
export function substitute(text: string, vars: Vars): string {
  return text.replace(/\$\{([a-z][A-Za-z0-9]*)\}/g, (_, name: string) => {
    const value = vars[name];
    if (value === undefined) throw new Error(`\${${name}} is not set`);
    return String(value);
  });
}

const isSet = (vars: Vars, name: string): boolean => vars[name] !== undefined && vars[name] !== false && vars[name] !== '';

/**
 * A tree's text with variables put in and other trees taken in: `!name` stands for the tree of that name, `?var LINE` for a line that is
 * there only when the variable is set, `?!var LINE` for the contrary.
 */
export function expandTree(text: string, vars: Vars, trees: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 8) throw new Error('trees take each other in without end');
  const out: string[] = [];
  for (const raw of text.split('\n')) {
    let line = raw.trim();
    const condition = /^\?(!?)([a-z][A-Za-z0-9]*)\s+(.*)$/.exec(line);
    if (condition !== null) {
      if (isSet(vars, condition[2]!) === (condition[1] === '!')) continue;
      line = condition[3]!;
    }
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('!')) {
      const name = substitute(line.slice(1), vars);
      const tree = trees.get(name);
      if (tree === undefined) throw new Error(`no tree ${name}`);
      out.push(expandTree(tree, vars, trees, depth + 1));
    } else out.push(substitute(line, vars));
  }
  return out.filter((line) => line !== '').join('\n');
}

/** Bytes of `12.5MB`, `900kB`, `1.1GB` or `13B`: decimal units, as Docker shows them. */
export function decimalSize(text: string): number {
  const [, value = '', unit = ''] = /^([\d.]+)(B|kB|MB|GB)$/.exec(text) ?? [];
  if (value === '') throw new Error(`not a size: ${text}`);
  return Math.round(Number(value) * { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[unit as 'B']);
}
