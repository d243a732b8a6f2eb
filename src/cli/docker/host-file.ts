import { encodeText, RegularFile, type Step, SysError } from '../../engine/kernel/index.ts';
import { type Body, bytesBody, PIECE, sliceBody } from '../../engine/tree/index.ts';
import type { Context } from '../command.ts';

/** Most bytes a command reads from a pipe. */
const LIMIT = 1024 ** 3;

/** A file of the host could not be used; the message is Go's `CALL PATH: reason`. */
export class HostFileError extends Error {}

/** The content of a file of the host, not copied. Throws HostFileError with the texts of Go's os.Open and Read. */
export function openHostFile(context: Context, path: string): Body {
  try {
    const fd = context.process.fs.open(encodeText(path), { read: true });
    context.process.io.close(fd);
    const { inode } = context.process.fs.stat(encodeText(path));
    if (inode.kind === 'dir') throw new HostFileError(`read ${path}: is a directory`);
    return inode.kind === 'file' ? inode.body : bytesBody(new Uint8Array(0));
  } catch (error) {
    if (error instanceof SysError) throw new HostFileError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

/** Everything on standard input; a file that stands there is not copied. */
export function* standardInput(context: Context): Step<Body> {
  const { process } = context;
  const file = process.io.has(0) ? process.io.at(0) : undefined;
  if (file === undefined) return bytesBody(new Uint8Array(0));
  if (file instanceof RegularFile) {
    const inode = file.stat();
    if (inode.kind !== 'file') throw new HostFileError('read /dev/stdin: is a directory');
    const body = sliceBody(inode.body, Math.min(file.offset, inode.body.size), Math.max(0, inode.body.size - file.offset));
    file.offset = inode.body.size;
    return body;
  }
  return bytesBody(yield* process.readAll(0, LIMIT));
}

/** Writes a body to standard output, piece by piece. */
export function* writeOut(context: Context, body: Body): Step<void> {
  for (let at = 0; at < body.size; at += PIECE) yield* context.process.write(1, body.read(at, PIECE).slice());
}

/** Throws HostFileError with Docker's text for a path that no archive can be written to: a directory, or something in a missing one. */
export function checkOutputPath(context: Context, path: string): void {
  const { fs } = context.process;
  const at = path.lastIndexOf('/');
  const dir = at < 0 ? '.' : path.slice(0, at) || '/';
  if (fs.exists(encodeText(path)) && fs.stat(encodeText(path)).kind === 'dir') throw new HostFileError('cannot write to a directory');
  if (!fs.exists(encodeText(dir))) throw new HostFileError(`invalid output path: stat ${dir}: no such file or directory`);
}

/** Writes a body to a file that its owner only may read, as Docker's atomicwriter does. Throws HostFileError. */
export function writeHostFile(context: Context, path: string, body: Body): void {
  const { fs, io } = context.process;
  checkOutputPath(context, path);
  try {
    const fd = fs.open(encodeText(path), { write: true, create: true, truncate: true }, 0o600);
    const file = io.at(fd);
    for (let offset = 0; offset < body.size; offset += PIECE) file.write(body.read(offset, PIECE), context.daemon.now());
    io.close(fd);
  } catch (error) {
    if (error instanceof SysError) throw new HostFileError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
