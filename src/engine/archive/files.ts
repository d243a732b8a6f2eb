import { DockerError } from '../errors/index.ts';
import { readTar, type TarEntry, TarError } from '../tar/index.ts';
import { type Body, climbsOut, readBody } from '../tree/index.ts';
import { decompress } from './compression.ts';

/** Where the engine unpacks an archive while it reads it: what its error texts name. */
const SCRATCH = '/var/lib/docker/tmp/docker-import-0';
const MAX_LINKS = 40;
/** Most bytes a JSON file of an archive may have. */
const MAX_JSON = 8 << 20;

const decoder = new TextDecoder();
const broken = (message: string): DockerError => new DockerError('System', message);

/** The members of an archive that may be compressed. Throws DockerError with Go archive/tar's text. */
export function membersOf(archive: Body): TarEntry[] {
  try {
    return readTar(decompress(archive));
  } catch (error) {
    if (error instanceof TarError) throw broken(error.message);
    throw error;
  }
}

/** The files of an archive by path. Links are taken inside the archive only; nothing is ever written anywhere. */
export class ArchiveFiles {
  readonly #entries = new Map<string, TarEntry>();

  /** Throws DockerError for an archive that cannot be read and for names that lead out of it. */
  constructor(archive: Body) {
    for (const entry of membersOf(archive)) {
      if (entry.path.split('/').includes('..')) throw broken(`invalid entry name "${entry.path}"`);
      this.#entries.set(entry.path, entry);
    }
  }

  has(path: string): boolean {
    return this.#entries.get(this.#follow(path))?.kind === 'file';
  }

  /** Names of the directories at the top, in byte order. */
  folders(): string[] {
    const names = new Set<string>();
    for (const [path, entry] of this.#entries) {
      const [first, ...rest] = inside(path).split('/');
      if (first && (rest.length > 0 || entry.kind === 'dir')) names.add(first);
    }
    return [...names].sort();
  }

  /** The file at `path`. Throws as open(2) on the unpacked archive would. */
  open(path: string): Body {
    const end = this.#follow(path);
    const entry = this.#entries.get(end);
    if (entry?.kind !== 'file') throw broken(`open ${SCRATCH}/${end}: no such file or directory`);
    return entry.body;
  }

  text(path: string): string {
    const body = this.open(path);
    if (body.size > MAX_JSON) throw broken(`${path} is larger than ${MAX_JSON} bytes`);
    return decoder.decode(readBody(body));
  }

  /** A file of JSON. Throws with the text of Go's decoder for a file that ends too early. */
  json(path: string): unknown {
    return parseJson(this.text(path));
  }

  /** Where a path leads, links taken inside the archive. Throws for a path that climbs out of it. */
  #follow(path: string): string {
    if (climbsOut(path)) throw broken(`evalSymlinksInScope: ${inside(`${SCRATCH}/${path}`, '', '/')} is not in ${SCRATCH}`);
    let at = inside(path);
    for (let links = 0; links < MAX_LINKS; links++) {
      const entry = this.#entries.get(at);
      if (entry?.kind === 'symlink') at = inside(`${at.slice(0, at.lastIndexOf('/') + 1)}${entry.linkname}`, entry.linkname);
      else if (entry?.kind === 'hardlink') at = entry.linkname;
      else break;
    }
    return at;
  }
}

/** A path inside the archive without `.` and `..`, which stop at its root. */
function inside(path: string, link = '', root = ''): string {
  const out: string[] = [];
  for (const part of (link.startsWith('/') ? link : path).split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `${root}${out.join('/')}`;
}

/** How deep Go's decoder goes. */
const MAX_DEPTH = 10_000;

/** JSON, with Go's text for what is none: that of a decoder of streams, or with `whole` that of json.Unmarshal. */
export function parseJson(text: string, whole = false): unknown {
  if (depthOf(text) > MAX_DEPTH) throw broken('exceeded max depth');
  try {
    return JSON.parse(text);
  } catch {
    const first = text.trimStart()[0];
    if (first === undefined || '{["'.includes(first)) throw broken(whole ? 'unexpected end of JSON input' : 'unexpected EOF');
    throw broken(`invalid character '${first}' looking for beginning of value`);
  }
}

/** How deep the brackets outside strings are nested. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}
