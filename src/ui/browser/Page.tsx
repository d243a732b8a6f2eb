// A page in a frame where nothing runs: the frame is sandboxed without scripts, its page made safe, and the pane follows links and forms itself.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import { header } from './content.ts';
import { type FormRequest, formRequest } from './form.ts';
import { framePage, LINK } from './page.ts';
import type { BrowserWords } from './words.ts';

interface Props {
  readonly html: string;
  readonly url: string;
  readonly session: Session;
  readonly machine: string;
  readonly t: BrowserWords;
  readonly open: (request: FormRequest) => void;
}

export function Page({ html, url, session, machine, t, open }: Props) {
  const [srcdoc, setSrcdoc] = useState<string | undefined>();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    let gone = false;
    const get = async (address: string) => {
      const answer = await session.visit({ machine, method: 'GET', url: address, headers: [] });
      if (!('status' in answer) || answer.status >= 400) return undefined;
      return { type: (header(answer, 'content-type') ?? 'application/octet-stream').split(';')[0] ?? '', bytes: answer.body };
    };
    void framePage(html, url, get).then((page) => {
      if (!gone) setSrcdoc(page.srcdoc);
    });
    return () => {
      gone = true;
    };
  }, [html, url, session, machine]);

  /** The frame may not run anything, so its links and forms are heard from outside. */
  const listen = (): void => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    page.addEventListener('click', (event) => {
      const link = (event.target as Element | null)?.closest?.(`a[${LINK}],area[${LINK}]`);
      const address = link?.getAttribute(LINK);
      if (!address) {
        if ((event.target as Element | null)?.closest?.('a[href="#"]')) event.preventDefault();
        return;
      }
      event.preventDefault();
      open({ method: 'GET', url: address, headers: [] });
    });
    page.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const fields = [...new FormData(form, event.submitter)].map(
        ([name, value]) => [name, typeof value === 'string' ? value : value.name] as const,
      );
      open(formRequest(form.getAttribute('method') ?? 'GET', form.getAttribute(LINK) ?? url, fields));
    });
  };

  if (srcdoc === undefined) return <p class="web-say">{t('web.loading', { url })}</p>;
  return (
    <>
      <iframe
        ref={frame}
        class="web-frame"
        title={t('web.frame', { url })}
        sandbox="allow-same-origin allow-forms"
        referrerpolicy="no-referrer"
        srcdoc={srcdoc}
        onLoad={listen}
      />
      {/<script\b/i.test(html) && <p class="web-note">{t('web.scripts')}</p>}
    </>
  );
}
