import { useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { BuildView } from '../session/view/index.ts';
import { reason } from './use-answer.ts';

export interface Rehearsal {
  readonly busy: boolean;
  readonly failure: string | undefined;
  /** Builds the same line in a copy; a directory stands for its Dockerfile. */
  readonly run: (what: BuildView | string) => Promise<void>;
}

export function useRehearsal(session: Session, show: (build: BuildView | undefined) => void): Rehearsal {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const run = async (what: BuildView | string): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { command, cwd } =
        typeof what === 'string' ? await session.query('build.plan', { path: `${what}/Dockerfile`.replace('//', '/'), cwd: what }) : what;
      show(await session.query('build.rehearse', { line: command, cwd }));
    } catch (error) {
      setFailure(reason(error));
    }
    setBusy(false);
  };
  return { busy, failure, run };
}
