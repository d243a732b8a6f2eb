import { type Process, type Run, SysError } from '../../kernel/index.ts';
import { exists, readText, writeText } from '../package-data/index.ts';

const WARNING = 'Warning: apt-key is deprecated. Manage keyring files in trusted.gpg.d instead (see apt-key(8)).\n';

/** apt-key add FILE|-: keeps the key; signatures are not checked. Everything needs gnupg, as the real one. */
export function* key(p: Process): Run {
  const [command = '', file = '-'] = p.argv.slice(1).filter((word) => !word.startsWith('--'));
  if (!exists(p, '/usr/bin/gpg') && !exists(p, '/usr/bin/gpg1')) {
    yield* p.write(2, 'E: gnupg, gnupg2 and gnupg1 do not seem to be installed, but one of them is required for this operation\n');
    return 255;
  }
  yield* p.write(2, WARNING);
  if (command === 'add') {
    const bytes = file === '-' ? yield* p.readAll(0) : undefined;
    const text = bytes === undefined ? readText(p, file) : String.fromCharCode(...bytes.subarray(0, 65_536));
    if (text === undefined) {
      yield* p.write(2, `gpg: can't open '${file}': No such file or directory\n`);
      return 2;
    }
    if (!text.includes('PGP PUBLIC KEY BLOCK')) {
      yield* p.write(2, 'gpg: no valid OpenPGP data found.\n');
      return 2;
    }
    try {
      writeText(p, '/etc/apt/trusted.gpg', text);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* p.write(2, 'E: This command can only be used by root.\n');
      return 1;
    }
    yield* p.write(1, 'OK\n');
    return 0;
  }
  if (command === 'list' || command === 'finger') return 0;
  if (command === 'adv' || command === 'del') {
    yield* p.write(2, `strata: apt-key ${command} is not simulated\n`);
    return 1;
  }
  yield* p.write(1, 'Usage: apt-key [--keyring file] [command] [arguments]\n');
  return command === '' ? 1 : 0;
}
