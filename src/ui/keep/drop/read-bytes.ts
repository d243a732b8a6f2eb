/** The learner stopped it. */
export class Stopped extends Error {}

/** A file's bytes, told as they come. Rejects with Stopped as soon as `stopped` says so. */
export async function readBytes(file: Blob, progress: (part: number) => void, stopped: () => boolean): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let at = 0;
  let percent = -1;
  for (;;) {
    if (stopped()) {
      await reader.cancel();
      throw new Stopped();
    }
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, at);
    at += value.length;
    const now = Math.floor((at / file.size) * 100);
    if (now > percent) progress((percent = now) / 100);
  }
  return bytes;
}
