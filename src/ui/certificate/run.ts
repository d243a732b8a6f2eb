// Verifying a file, entry by entry, in an engine of its own. Loaded when a file is given: with it come the exercises and the engine.
import type { Locale } from '../../i18n/index.ts';
import { type Client, connect } from '../session/client.ts';
import { engineWorker } from '../session/engine-worker.ts';
import type { PageRefusal } from '../session/refusal/page.ts';
import { sha256 } from '../session/store/digest.ts';
import { type Certificate, readCertificate } from './format.ts';
import type { Task } from './tasks.ts';
import { isWhole, type Verdict, verifyEntry } from './verify.ts';

/** Milliseconds that one log may take. */
const patience = 120_000;

export interface Report {
  readonly certificate: Certificate;
  readonly whole: boolean;
  readonly tasks: readonly Task[];
  readonly verdicts: readonly Verdict[];
}

/** Calls `tell` after every entry. Rejects with a CertificateError for what is no certificate. */
export async function verifyFile(text: string, locale: Locale, stop: AbortSignal, tell: (report: Report) => void): Promise<void> {
  const certificate = readCertificate(text);
  const answer = await fetch('/course/exercises.json');
  if (!answer.ok) throw new Error(`/course/exercises.json: ${answer.status}`);
  const tasks = (await answer.json()) as readonly Task[];
  const whole = await isWhole(certificate, sha256);
  const verdicts: Verdict[] = [];
  let client: Client | undefined;
  const end = (reason: PageRefusal) => {
    client?.end(reason);
    client = undefined;
  };
  stop.addEventListener('abort', () => end('engine.ended'));
  tell({ certificate, whole, tasks, verdicts: [] });
  for (const entry of certificate.exercises) {
    if (stop.aborted) return;
    client ??= connect(engineWorker(), () => {});
    const timer = setTimeout(() => end('engine.long'), patience);
    const verdict = await verifyEntry(entry, tasks, client, sha256, locale);
    clearTimeout(timer);
    if (stop.aborted) return;
    verdicts.push(verdict);
    tell({ certificate, whole, tasks, verdicts: [...verdicts] });
  }
  end('engine.ended');
}
