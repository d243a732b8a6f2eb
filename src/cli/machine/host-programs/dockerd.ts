import { ConfigProblem, readDaemonConfig } from '../../../engine/daemon/config/index.ts';
import { decodeText, type Process, type Run, SysError } from '../../../engine/kernel/index.ts';

const VERSION = 'Docker version 28.5.2, build 89c5e8f\n';

/** `dockerd --validate [--config-file FILE]`: the engine itself is started by the host's service manager. */
export function* dockerd(p: Process): Run {
  const words = p.argv.slice(1);
  if (words.includes('--version') || words.includes('-v')) {
    yield* p.write(1, VERSION);
    return 0;
  }
  if (!words.includes('--validate')) {
    yield* p.write(
      2,
      'strata: dockerd is started by "systemctl start docker"; here it only knows --validate, --config-file and --version\n',
    );
    return 1;
  }
  const at = words.findIndex((word) => word === '--config-file' || word.startsWith('--config-file='));
  const file = at < 0 ? '/etc/docker/daemon.json' : (words[at]!.split('=')[1] ?? words[at + 1] ?? '');
  try {
    readDaemonConfig(new TextDecoder().decode(p.fs.readFile(file, 1024 * 1024)));
  } catch (error) {
    if (error instanceof SysError && error.errno === 'ENOENT' && at < 0) {
      yield* p.write(1, 'configuration OK\n');
      return 0;
    }
    if (!(error instanceof ConfigProblem) && !(error instanceof SysError)) throw error;
    const why = error instanceof SysError ? `open ${decodeText(file)}: ${error.message.toLowerCase()}` : error.message;
    yield* p.write(2, `unable to configure the Docker daemon with file ${file}: ${why}\n`);
    return 1;
  }
  yield* p.write(1, 'configuration OK\n');
  return 0;
}
