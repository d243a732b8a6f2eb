// md5sum, sha1sum, sha256sum, sha512sum, sha3sum and crc32: checksums of files, and checking lists of them.
// Knows the algorithms and the form of the lists; refuses to know how layers and images are named (digest/ of the engine).
// The algorithms are plain code and keep nothing open, so a program that is killed leaves nothing behind.
import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Applet, Applets, Call } from '../../applet.ts';
import type { Options } from '../../options.ts';
import { openInput } from '../input.ts';
import { numberArgument } from '../number-argument.ts';
import { crc32 } from './crc32.ts';
import type { Hash } from './hash.ts';
import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha256, sha512 } from './sha2.ts';
import { sha3 } from './sha3.ts';

const HASHES: Readonly<Record<string, () => Hash>> = { md5sum: md5, sha1sum: sha1, sha256sum: sha256, sha512sum: sha512 };

/** The digest of a file; undefined, after a complaint, when it cannot be read. */
function* digestOf(a: Call, file: string, make: () => Hash): Step<string | undefined> {
  let fd = 0;
  try {
    if (file !== '-') fd = a.p.fs.open(file, { read: true });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* a.complain(`can't open '${file}': ${error.message}`);
    return undefined;
  }
  const hash = make();
  try {
    for (;;) {
      const bytes = yield* a.p.read(fd, 65_536);
      if (bytes.length === 0) return hash.digest();
      hash.update(bytes);
      yield TURN;
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* a.complain(`can't read '${file}': ${error.message}`);
    return undefined;
  } finally {
    if (fd !== 0) a.p.io.close(fd);
  }
}

const checksum: Applet = function* (a) {
  const options = a.options(a.name === 'sha3sum' ? 'scwba:' : 'scwb');
  const make = hashFor(a, options);
  const checking = options.has('c');
  if (!checking && (options.has('s') || options.has('w'))) a.showUsage();
  let status = 0;
  for (const file of options.rest.length === 0 ? ['-'] : options.rest) {
    if (checking) {
      if (!(yield* check(a, file, make, options))) status = 1;
      continue;
    }
    const digest = yield* digestOf(a, file, make);
    if (digest === undefined) status = 1;
    else yield* a.line(`${digest}  ${file}`);
  }
  return status;
};

function hashFor(a: Call, options: Options): () => Hash {
  if (a.name !== 'sha3sum') return HASHES[a.name]!;
  const bits = options.has('a') ? numberArgument(a, options.value('a')!) : 224;
  if (![224, 256, 384, 512].includes(bits)) a.die(`bad -a${bits}`);
  return () => sha3(bits);
}

/** Checks the files that a list names; false when something was wrong. */
function* check(a: Call, list: string, make: () => Hash, options: Options): Step<boolean> {
  let input: ReturnType<typeof openInput>;
  try {
    input = openInput(a, list);
  } catch (error) {
    return a.dieOf(list, error);
  }
  let total = 0;
  let failed = 0;
  for (;;) {
    const line = yield* input.text();
    if (line === undefined) break;
    total++;
    const at = line.indexOf(' ');
    if (at < 0 || (line[at + 1] !== ' ' && line[at + 1] !== '*')) {
      failed++;
      if (options.has('w')) yield* a.complain('invalid format');
      continue;
    }
    const name = line.slice(at + 2);
    const digest = yield* digestOf(a, name, make);
    const good = digest !== undefined && digest === line.slice(0, at);
    if (!good) failed++;
    if (!options.has('s')) yield* a.line(`${name}: ${good ? 'OK' : 'FAILED'}`);
  }
  input.close();
  if (total === 0) yield* a.complain(`${list}: no checksum lines found`);
  if (failed > 0 && !options.has('s')) yield* a.complain(`WARNING: ${failed} of ${total} computed checksums did NOT match`);
  return failed === 0 && total > 0;
}

const crc: Applet = function* (a) {
  const { rest } = a.options('');
  let status = 0;
  for (const file of rest.length === 0 ? ['-'] : rest) {
    const digest = yield* digestOf(a, file, crc32);
    if (digest === undefined) status = 1;
    else yield* a.line(rest.length === 0 ? digest : `${digest} ${file}`);
  }
  return status;
};

/** The checksum applets by name. */
export const digestApplets: Applets = {
  md5sum: checksum,
  sha1sum: checksum,
  sha256sum: checksum,
  sha512sum: checksum,
  sha3sum: checksum,
  crc32: crc,
};
