import { SysError } from '../../kernel/index.ts';
import { echoText } from '../programs/echo.ts';
import { runPrintf } from '../programs/printf.ts';
import { runTest } from '../programs/test.ts';
import type { Builtin } from './registry.ts';

export const echo: Builtin = function* (shell, { argv }) {
  const text = shell.config.dialect === 'dash' ? echoText(['-e', ...argv.slice(1)], true) : echoText(argv.slice(1));
  try {
    yield* shell.p.write(1, text);
    return 0;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* shell.appletError(`write error: ${error.message}`);
    return 1;
  }
};

export const printf: Builtin = (shell, { argv }) => runPrintf(shell.p, argv.slice(1), { name: shell.appletPrefix, builtin: true });

export const test: Builtin = (shell, { argv }) => runTest(shell.p, argv, { name: shell.appletPrefix });
