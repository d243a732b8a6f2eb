import { encodeText, type Process, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { csvRecord } from '../../flags/csv.ts';
import { BuildError } from './build-error.ts';

/** `--secret id=ID[,src=FILE|,env=NAME]`: bytes by id. Throws BuildError. Source: docker/buildx util/buildflags/secrets.go. */
export function readSecrets(context: Context, list: readonly string[]): Map<string, Uint8Array> {
  const out = new Map<string, Uint8Array>();
  for (const item of list) {
    if (item === '') continue;
    const values = new Map<string, string>();
    const record = csvRecord(item);
    if ('error' in record) throw new BuildError(record.error);
    for (const field of record.fields) {
      const equals = field.indexOf('=');
      if (equals < 0) throw new BuildError(`invalid field '${field}' must be a key=value pair`);
      const key = field.slice(0, equals).toLowerCase();
      if (!['type', 'id', 'src', 'source', 'env'].includes(key)) throw new BuildError(`unexpected key '${key}' in '${field}'`);
      values.set(key === 'source' ? 'src' : key, field.slice(equals + 1));
    }
    const type = values.get('type') ?? '';
    if (!['', 'file', 'env'].includes(type)) throw new BuildError(`unsupported secret type ${JSON.stringify(type)}`);
    const id = values.get('id') ?? '';
    if (id === '') throw new BuildError('secret missing ID');
    out.set(id, bytesOf(context, type, id, values));
  }
  return out;
}

function bytesOf(context: Context, type: string, id: string, values: ReadonlyMap<string, string>): Uint8Array {
  const name = values.get('env') ?? (type === 'env' ? (values.get('src') ?? id) : '');
  const file = type === 'env' ? '' : (values.get('src') ?? '');
  if (name !== '' && file === '') {
    return new TextEncoder().encode(context.env(name) ?? '');
  }
  if (file === '') {
    const value = context.env(id);
    if (value !== undefined) return new TextEncoder().encode(value);
  }
  return readFile(context.process, file === '' ? id : file);
}

function readFile(process: Process, path: string): Uint8Array {
  try {
    return process.fs.readFile(encodeText(path));
  } catch (error) {
    if (error instanceof SysError) throw new BuildError(`failed to stat ${path}: stat ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
