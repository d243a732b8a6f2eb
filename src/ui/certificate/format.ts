// A certificate as a file: which exercises of a track were passed, with the logs of the attempts. Nothing in it is secret or signed: what
// counts is that the logs can be done again. Digests notice what was changed since it was made.

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

export interface Entry {
  readonly lesson: string;
  readonly exercise: string;
  /** Version of the exercise's demands, and the seed of its values. */
  readonly version: string;
  readonly seed: number;
  /** By the clock of the device, milliseconds since the epoch. */
  readonly at: number;
  readonly commands: number;
  /** The attempt (exercise/attempt.ts). Missing for exercises without a machine, and for very long attempts. */
  readonly log?: string;
  /** What was answered to its questions, by item. */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
  /** SHA-256 of the fields above. */
  readonly digest: string;
}

export interface Certificate {
  readonly strata: 'certificate';
  readonly version: 1;
  readonly track: string;
  readonly name: string;
  /** When the last of it was passed. */
  readonly made: number;
  readonly exercises: readonly Entry[];
  readonly questions: readonly { readonly lesson: string; readonly right: number; readonly all: number }[];
  /** SHA-256 of everything above. */
  readonly check: string;
}

export type FileTrouble = 'empty' | 'foreign' | 'progress' | 'damaged' | 'newer' | 'large';

export class CertificateError extends Error {
  readonly trouble: FileTrouble;
  constructor(trouble: FileTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

const digestOf = (value: unknown, digest: Digest): Promise<string> => digest(new TextEncoder().encode(JSON.stringify(value)));

export const entryDigest = (
  { lesson, exercise, version, seed, at, commands, log, answers }: Omit<Entry, 'digest'>,
  digest: Digest,
): Promise<string> =>
  digestOf([lesson, exercise, version, seed, at, commands, log ?? '', ...(answers ? [Object.entries(answers)] : [])], digest);

export const certificateCheck = (
  { track, name, made, exercises, questions }: Omit<Certificate, 'check'>,
  digest: Digest,
): Promise<string> =>
  digestOf([track, name, made, exercises.map((one) => one.digest), questions.map((one) => [one.lesson, one.right, one.all])], digest);

/** Characters of the largest certificate that is read, and most entries. */
const most = { characters: 6_000_000, entries: 300 };

/** Reads what a certificate's page saved. Throws a CertificateError; says nothing about whether it is true. */
export function readCertificate(text: string): Certificate {
  if (text.length > most.characters) throw new CertificateError('large');
  if (text.trim() === '') throw new CertificateError('empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CertificateError(text.trimStart().startsWith('{"strata":"certificate"') ? 'damaged' : 'foreign');
  }
  const { strata, version, track, name, made, exercises, questions, check } = fields(value);
  if (strata === 'progress') throw new CertificateError('progress');
  if (strata !== 'certificate') throw new CertificateError('foreign');
  if (typeof version === 'number' && version > 1) throw new CertificateError('newer');
  const damaged = new CertificateError('damaged');
  if (typeof track !== 'string' || typeof name !== 'string' || typeof check !== 'string' || !isNumber(made)) throw damaged;
  if (!Array.isArray(exercises) || exercises.length > most.entries || !Array.isArray(questions)) throw damaged;
  return {
    strata,
    version: 1,
    track,
    name: name.slice(0, 200),
    made,
    check,
    exercises: exercises.map((one: unknown): Entry => {
      const { lesson, exercise, version: of, seed, at, commands, log, answers, digest } = fields(one);
      if (typeof lesson !== 'string' || typeof exercise !== 'string' || typeof of !== 'string' || typeof digest !== 'string') throw damaged;
      if (!isNumber(seed) || !isNumber(at) || !isNumber(commands) || (log !== undefined && typeof log !== 'string')) throw damaged;
      if (answers !== undefined && !isAnswers(answers)) throw damaged;
      return {
        lesson,
        exercise,
        version: of,
        seed,
        at,
        commands,
        digest,
        ...(log === undefined ? {} : { log }),
        ...(answers === undefined ? {} : { answers }),
      };
    }),
    questions: questions.map((one: unknown) => {
      const { lesson, right, all } = fields(one);
      if (typeof lesson !== 'string' || !isNumber(right) || !isNumber(all)) throw damaged;
      return { lesson, right, all };
    }),
  };
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isAnswers = (value: unknown): value is NonNullable<Entry['answers']> =>
  Object.values(fields(value)).every((one) => Array.isArray(one) && one.every((text) => typeof text === 'string'));
