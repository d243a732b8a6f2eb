import { encodeText, type Process, SysError } from '../../../engine/kernel/index.ts';
import { BuildError } from './build-error.ts';

/** Removes what an earlier build left, if anything, as Go's os.Remove does: a file or an empty directory. Throws BuildError, `doing` in front. */
export function removeResult({ fs }: Process, path: string, doing: string): void {
  const name = encodeText(path);
  try {
    if (fs.exists(name) && fs.lstat(name).kind === 'dir') fs.rmdir(name);
    else fs.unlink(name);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno !== 'ENOENT') throw new BuildError(`${doing}remove ${path}: ${error.message.toLowerCase()}`);
  }
}

/** Writes a file that tells what a build made. Throws BuildError, `doing` in front. */
export function writeResult({ fs }: Process, path: string, text: string, doing = ''): void {
  try {
    fs.writeFile(encodeText(path), new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new BuildError(`${doing}open ${path}: ${error.message.toLowerCase()}`);
  }
}
