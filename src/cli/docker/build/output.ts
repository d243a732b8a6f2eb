import { encodeText, type Process, SysError } from '../../../engine/kernel/index.ts';
import { BuildxError } from '../buildx/error.ts';
import { BuildError } from './build-error.ts';

/** Where a result goes. */
export type Output =
  | { readonly kind: 'image'; readonly names: readonly string[]; readonly push: boolean }
  | { readonly kind: 'none' }
  /** An image for the engine, or with `dest` an archive for `docker load`. */
  | { readonly kind: 'docker'; readonly dest: string | undefined }
  | { readonly kind: 'oci'; readonly dest: string }
  | { readonly kind: 'local'; readonly dest: string }
  | { readonly kind: 'tar'; readonly dest: string };

/** What the docker driver cannot do while the engine keeps its images in a graph driver. `page` is where to read more. */
export const unsupported = (what: string, page: string): BuildError =>
  new BuildError(
    `${what} is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/${page}/`,
  );

/** One `--output`: `type=…,key=value` or a path. Throws BuildError with buildx's text. Source: docker/buildx util/buildflags/export.go, build/opt.go. */
export function parseOutput(text: string): Output {
  const fields = text.split(',');
  if (fields.length === 1 && !text.startsWith('type=')) {
    return text === '-' ? { kind: 'tar', dest: '-' } : { kind: 'local', dest: text };
  }
  const values = new Map<string, string>();
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 0) throw new BuildxError(`invalid value ${field}`);
    values.set(field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1));
  }
  const type = values.get('type');
  const dest = values.get('dest') ?? '';
  switch (type) {
    case undefined:
    case '':
      throw new BuildError('type is required for output');
    case 'local':
      if (dest === '') throw new BuildError('dest is required for local exporter');
      if (dest === '-') throw new BuildError('dest cannot be stdout for local exporter');
      return { kind: 'local', dest };
    case 'tar':
      return { kind: 'tar', dest: dest === '' ? '-' : dest };
    case 'docker':
      return { kind: 'docker', dest: dest === '' ? undefined : dest };
    case 'oci':
      return { kind: 'oci', dest: dest === '' ? '-' : dest };
    case 'cacheonly':
      return { kind: 'none' };
    case 'image':
    case 'registry':
      return {
        kind: 'image',
        names: (values.get('name') ?? '').split(/[ ,]/).filter((name) => name !== ''),
        push: type === 'registry' || values.get('push') === 'true',
      };
    default:
      throw new BuildError(`failed to solve: exporter ${JSON.stringify(type)} could not be found`);
  }
}

/** Looks at where a result is to go before anything is built; a file is made at once. Throws BuildError. Source: docker/buildx util/buildflags, build/opt.go. */
export function checkDestination({ fs, io }: Process, output: Output): void {
  if (output.kind === 'image' || output.kind === 'none') return;
  const { dest } = output;
  if (dest === undefined || dest === '-') return;
  const name = encodeText(dest);
  try {
    const isDirectory = fs.exists(name) ? fs.stat(name).kind === 'dir' : undefined;
    if (output.kind === 'local') {
      if (isDirectory === false) throw new BuildError(`destination directory ${dest} is a file`);
      return;
    }
    if (isDirectory) throw new BuildError(`destination file ${dest} is a directory`);
    io.close(fs.open(name, { write: true, create: true }, 0o644));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const why = error.message.toLowerCase();
    throw new BuildError(
      error.errno === 'ENOTDIR' ? `invalid destination file: ${dest}: stat ${dest}: ${why}` : `failed to open open ${dest}: ${why}`,
    );
  }
}

/** All outputs of a build: those of `--output`, and what `--push` and `--load` add. Throws BuildError. Source: docker/buildx build options. */
export function plannedOutputs(texts: readonly string[], options: { readonly push: boolean; readonly load: boolean }): Output[] {
  let outputs = texts.map(parseOutput);
  if (options.push) {
    const has = outputs.some(({ kind }) => kind === 'image');
    outputs = outputs.map((output) => (output.kind === 'image' ? { ...output, push: true } : output));
    if (!has) outputs.push({ kind: 'image', names: [], push: true });
  }
  if (options.load && !outputs.some((output) => output.kind === 'docker' && output.dest === undefined))
    outputs.push({ kind: 'docker', dest: undefined });
  return outputs;
}
