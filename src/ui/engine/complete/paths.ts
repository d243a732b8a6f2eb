// Paths on the host: what is typed before the last slash stays as it is written; names after it are found where it leads.
import { decodeText, encodeText, type Process, SysError } from '../../../engine/kernel/index.ts';
import { type Candidate, type Found, found, quoted } from './candidate.ts';
import type { Place } from './place.ts';
import { lineAt, type Typed } from './words.ts';

export interface Wanted {
  readonly directories?: boolean;
  readonly executable?: boolean;
}

/** `keep` characters of the typed word are not part of the path, as `--file=`. */
export function paths(place: Place, typed: Typed, wanted: Wanted = {}, keep = 0): Found {
  const raw = typed.raw.slice(keep);
  const slash = raw.lastIndexOf('/') + 1;
  const rawDir = raw.slice(0, slash);
  const unquotedName =
    slash === 0 ? (keep === 0 ? typed.text : lineAt(raw).typed.text) : lineAt(`${typed.quote}${raw.slice(slash)}`).typed.text;
  const dir = expanded(place, rawDir);
  const inQuote = typed.quote !== '' && slash > 0;
  const list = names(place.process, dir === '' ? '.' : encodeText(dir))
    .map(decodeText)
    .filter((name) => name.startsWith(unquotedName) && (unquotedName.startsWith('.') || !name.startsWith('.')))
    .flatMap((name): Candidate[] => {
      const kind = kindOf(place.process, encodeText(`${dir}${name}`));
      if (wanted.directories && kind !== 'dir') return [];
      if (wanted.executable && kind === 'file') return [];
      const shown = kind === 'dir' ? `${name}/` : name;
      const text = quoted(shown, typed.quote, typed.quote !== '' && !inQuote);
      return [{ text: `${rawDir}${text}`, shown, kind: 'path', raw: true }];
    });
  return { ...found(list, keep), keep };
}

/** `~` and `$NAME` as the shell would read them, quotes gone. */
function expanded(place: Place, raw: string): string {
  if (raw === '') return '';
  const home = place.process.env.get('HOME') ?? '/';
  const text = lineAt(raw.replace(/^~(?=\/)/, home.replace(/[\\ ]/g, '\\$&'))).typed.text;
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, bare: string | undefined) => {
    const value = place.shell?.variable(braced ?? bare ?? '');
    return value === undefined ? '' : decodeText(value);
  });
}

export function names(process: Process, dir: string): string[] {
  try {
    return process.fs.readdir(dir);
  } catch (error) {
    if (error instanceof SysError) return [];
    throw error;
  }
}

function kindOf(process: Process, path: string): 'dir' | 'file' | 'program' {
  try {
    const { kind, mode } = process.fs.stat(path);
    return kind === 'dir' ? 'dir' : (mode & 0o111) !== 0 ? 'program' : 'file';
  } catch (error) {
    if (error instanceof SysError) return 'file';
    throw error;
  }
}
