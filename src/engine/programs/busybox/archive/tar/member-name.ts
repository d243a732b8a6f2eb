import type { ByteString, Step } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';

/** Takes what leads out of the archive from the front of names (strip_unsafe_prefix), and says so once. */
export class SafeNames {
  readonly #a: Call;
  #told = false;
  constructor(a: Call) {
    this.#a = a;
  }
  *safe(name: ByteString): Step<ByteString> {
    let at = 0;
    for (let i = 0; ; ) {
      const slashes = /^\/+/.exec(name.slice(i));
      if (slashes !== null) {
        i += slashes[0].length;
        at = i;
      }
      const up = /^(?:[^/]*\/+)*?\.\.(?:\/+|$)/.exec(name.slice(i));
      if (up === null) break;
      i += up[0].length;
      at = i;
    }
    if (at > 0 && !this.#told) {
      this.#told = true;
      yield* this.#a.complain(`removing leading '${name.slice(0, at)}' from member names`);
    }
    return name.slice(at);
  }
}
