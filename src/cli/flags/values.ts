import { parseDuration } from '../format/duration.ts';
import { ramInBytes, SizeError } from '../format/size.ts';
import { check } from './checks.ts';
import { csvRecord } from './csv.ts';
import { parseBool, parseInteger, parseNanoCpus } from './number.ts';
import type { FlagSpec } from './spec.ts';

/** A value Docker refuses; the message follows `invalid argument "x" for "-m, --memory" flag: `. */
export class FlagValueError extends Error {}

/**
 * Reads one occurrence of a flag into the strings it stores: one for scalars, any number for lists (`--x a,b` of a string slice is two).
 * Throws {@link FlagValueError}. Source: spf13/pflag, docker/cli opts/.
 */
export function readValue(flag: FlagSpec, text: string): string[] {
  if (flag.check === 'unlimited') return [text === '-1' ? text : readByType(flag.type, text)[0]!];
  const values = readByType(flag.type, text);
  return flag.check === undefined ? values : values.map((value) => refuse(check(flag.check!, value)));
}

function readByType(type: string, text: string): string[] {
  switch (type) {
    case 'bool': {
      const value = parseBool(text);
      if (value === undefined) throw new FlagValueError(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`);
      return [String(value)];
    }
    case 'int':
    case 'int64':
      return [String(refuse(parseInteger(text, 64)))];
    case 'uint':
    case 'uint64':
      return [String(refuse(parseInteger(text, 64, true)))];
    case 'uint16':
      return [String(refuse(parseInteger(text, 16, true)))];
    case 'duration':
      return [String(refuse(parseDuration(text)))];
    case 'decimal':
      return [String(refuse(parseNanoCpus(text)))];
    case 'bytes':
      return [String(readBytes(text))];
    case 'strings':
      return text === '' ? [] : readCsv(text);
    case 'filter':
      return readFilter(text);
    default:
      return [text];
  }
}

/** Turns a checker's answer (value, or `{ error }`) or a parser's (bigint, or an error text) into a value or an exception. */
function refuse(answer: bigint | string | { readonly value: string } | { readonly error: string }): string {
  if (typeof answer === 'bigint') return String(answer);
  if (typeof answer === 'string') throw new FlagValueError(answer);
  if ('error' in answer) throw new FlagValueError(answer.error);
  return answer.value;
}

function readBytes(text: string): number {
  try {
    return ramInBytes(text);
  } catch (error) {
    if (error instanceof SizeError) throw new FlagValueError(error.message);
    throw error;
  }
}

function readCsv(text: string): string[] {
  const record = csvRecord(text);
  if ('error' in record) throw new FlagValueError(record.error);
  return record.fields;
}

function readFilter(text: string): string[] {
  if (text === '') return [];
  const at = text.indexOf('=');
  if (at < 0) throw new FlagValueError('bad format of filter (expected name=value)');
  return [`${text.slice(0, at).trim().toLowerCase()}=${text.slice(at + 1).trim()}`];
}

/** Types whose occurrences add up; all others keep the last one. */
export function isList(type: string): boolean {
  return LISTS.has(type);
}

const LISTS = new Set([
  'list',
  'strings',
  'stringArray',
  'filter',
  'map',
  'mount',
  'network',
  'ulimit',
  'gpu-request',
  'config',
  'secret',
  'port',
  'credential-spec',
  'pref',
  'bytes-list',
]);
