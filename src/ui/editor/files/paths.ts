// Absolute paths of a machine, and names that a file can have. Pure.

export const join = (dir: string, name: string): string => (dir === '/' ? `/${name}` : `${dir}/${name}`);
export const parentOf = (path: string): string => path.replace(/\/[^/]*$/, '') || '/';
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

export type NameTrouble = 'empty' | 'slash' | 'dots' | 'long' | 'taken';

/** What is wrong with a name. When a file is made, folders before it may be named too: `src/a.py`. */
export function nameTrouble(name: string, taken: ReadonlySet<string>, folders: boolean): NameTrouble | undefined {
  if (name === '') return 'empty';
  const parts = name.split('/');
  if (!folders && parts.length > 1) return 'slash';
  if (parts.some((part) => part === '')) return 'slash';
  if (parts.some((part) => part === '.' || part === '..')) return 'dots';
  if (parts.some((part) => new TextEncoder().encode(part).length > 255)) return 'long';
  return parts.length === 1 && taken.has(name) ? 'taken' : undefined;
}

/** `a.tar.gz` that is taken becomes `a-2.tar.gz`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.indexOf('.', 1);
  const [stem, end] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}${end}`)) return `${stem}-${n}${end}`;
}

/** Whether `path` may be moved into `folder`. */
export const canMove = (path: string, folder: string): boolean => parentOf(path) !== folder && !isUnder(folder, path) && path !== '/';
