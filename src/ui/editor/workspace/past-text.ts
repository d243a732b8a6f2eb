import type { Session } from '../../session/index.ts';

/** A file at the moment that is looked at: its text, or the size of what is no text, or why there is nothing (empty: no such file then). */
export interface PastText {
  readonly text?: string;
  readonly size?: number;
  readonly why?: string;
}

/** Asked of the moment that is shown, not of the machine as it is now. */
export async function pastText(session: Pick<Session, 'query'>, path: string): Promise<PastText> {
  try {
    const { bytes } = await session.query('editor.pack', { path, as: 'file' });
    const text = new TextDecoder().decode(bytes);
    return text.includes('\0') || text.includes('\uFFFD') ? { size: bytes.length } : { text: text.replace(/\r\n?/g, '\n') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { why: /no such file|not a directory/i.test(why) ? '' : why };
  }
}
