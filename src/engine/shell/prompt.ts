import { fromBytes, type Step, SysError } from '../kernel/index.ts';
import { expandPrompt } from './run/xtrace.ts';
import type { Shell } from './shell.ts';

/** A prompt variable ready to be shown: expanded, then busybox's escapes (`\w`, `\$`, `\u`, `\h` …) replaced. */
export function* promptText(shell: Shell, variable: 'PS1' | 'PS2'): Step<string> {
  const written = shell.variables.get(variable) ?? '';
  const text = yield* expandPrompt(shell, written.replaceAll('\\$', '\\\\\\$'));
  return text.replace(/\\([\s\S])/g, (all, c: string) => {
    const { uid } = shell.p.credentials;
    switch (c) {
      case 'w':
      case 'W': {
        const path = tilde(shell);
        return c === 'w' || path === '/' || path === '~' ? path : path.slice(path.lastIndexOf('/') + 1);
      }
      case '$':
        return uid === 0 ? '#' : '$';
      case 'u':
        return userName(shell, uid);
      case 'h':
        return shell.p.ns.hostname.split('.')[0]!;
      case 'H':
        return shell.p.ns.hostname;
      case 'n':
        return '\n';
      case 'e':
      case 'E':
        return '\x1b';
      case '[':
      case ']':
        return '';
      case '\\':
        return '\\';
      default:
        return all;
    }
  });
}

function tilde(shell: Shell): string {
  const path = shell.directory ?? '';
  const home = shell.variables.get('HOME');
  if (home === undefined || home === '' || home === '/') return path;
  return path === home ? '~' : path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

function userName(shell: Shell, uid: number): string {
  try {
    for (const line of fromBytes(shell.p.fs.readFile('/etc/passwd')).split('\n')) {
      const fields = line.split(':');
      if (fields[2] === String(uid)) return fields[0]!;
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  return '?';
}
