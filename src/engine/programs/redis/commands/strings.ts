import { OK, type Reply } from '../resp.ts';
import { CommandError, type Commands, float, integer, numberText, range, read, type Session, syntax, write } from './command.ts';

const MAX_STRING = 64 * 1024 * 1024;

function add(session: Session, key: string, by: number): number {
  const value = session.store.get(key, 'string');
  const next = (value === undefined ? 0 : integer(value.text)) + by;
  if (!Number.isSafeInteger(next)) throw new CommandError('ERR increment or decrement would overflow');
  session.store.set(key, { type: 'string', text: String(next) }, session.store.entry(key)?.expires);
  return next;
}

function set(session: Session, [key, text, ...options]: readonly string[]): Reply {
  const { store, now } = session;
  let expires: number | undefined;
  let [mode, get, keep] = ['', false, false];
  for (let i = 0; i < options.length; i++) {
    const option = options[i]!.toLowerCase();
    if (option === 'nx' || option === 'xx') mode = option;
    else if (option === 'get') get = true;
    else if (option === 'keepttl') keep = true;
    else if (['ex', 'px', 'exat', 'pxat'].includes(option)) {
      const amount = integer(options[++i] ?? syntax()) * (option.startsWith('e') ? 1000 : 1);
      if (amount <= 0) throw new CommandError("ERR invalid expire time in 'set' command");
      expires = option.endsWith('at') ? amount : now + amount;
    } else syntax();
  }
  const old = store.entry(key!);
  const before = get ? (store.get(key!, 'string')?.text ?? null) : null;
  if ((mode === 'nx' && old !== undefined) || (mode === 'xx' && old === undefined)) return before;
  store.set(key!, { type: 'string', text: text! }, keep ? old?.expires : expires);
  return get ? before : OK;
}

const setting = (session: Session, key: string, text: string, expires?: number): Reply => {
  session.store.set(key, { type: 'string', text }, expires);
  return OK;
};

/** Commands on strings and numbers. */
export const stringCommands: Commands = {
  get: read(2, ([key], { store }) => store.get(key!, 'string')?.text ?? null),
  set: write(-3, (args, session) => set(session, args)),
  setnx: write(3, ([key, text], session) => (set(session, [key!, text!, 'nx']) === null ? 0 : 1)),
  setex: write(4, ([key, seconds, text], session) => setting(session, key!, text!, session.now + positive(seconds, 'setex') * 1000)),
  psetex: write(4, ([key, ms, text], session) => setting(session, key!, text!, session.now + positive(ms, 'psetex'))),
  getset: write(3, ([key, text], session) => {
    const old = session.store.get(key!, 'string')?.text ?? null;
    setting(session, key!, text!);
    return old;
  }),
  getdel: write(2, ([key], { store }) => {
    const old = store.get(key!, 'string')?.text ?? null;
    store.delete(key!);
    return old;
  }),
  mget: read(-2, (keys, { store }) =>
    keys.map((key) => (store.entry(key)?.value.type === 'string' ? store.get(key, 'string')!.text : null)),
  ),
  mset: write(-3, (args, session) => {
    if (args.length % 2 !== 0) throw new CommandError("ERR wrong number of arguments for 'mset' command");
    for (let i = 0; i < args.length; i += 2) setting(session, args[i]!, args[i + 1]!);
    return OK;
  }),
  incr: write(2, ([key], session) => add(session, key!, 1)),
  decr: write(2, ([key], session) => add(session, key!, -1)),
  incrby: write(3, ([key, by], session) => add(session, key!, integer(by))),
  decrby: write(3, ([key, by], session) => add(session, key!, -integer(by))),
  incrbyfloat: write(3, ([key, by], session) => {
    const text = numberText(float(session.store.get(key!, 'string')?.text ?? '0') + float(by));
    setting(session, key!, text, session.store.entry(key!)?.expires);
    return text;
  }),
  append: write(3, ([key, text], session) => {
    const whole = `${session.store.get(key!, 'string')?.text ?? ''}${text}`;
    if (whole.length > MAX_STRING) throw new CommandError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
    setting(session, key!, whole, session.store.entry(key!)?.expires);
    return whole.length;
  }),
  strlen: read(2, ([key], { store }) => store.get(key!, 'string')?.text.length ?? 0),
  getrange: read(4, ([key, start, stop], { store }) => {
    const text = store.get(key!, 'string')?.text ?? '';
    const found = range(integer(start), integer(stop), text.length);
    return found === undefined ? '' : text.slice(...found);
  }),
  setrange: write(4, ([key, offset, part], session) => {
    const at = integer(offset);
    if (at < 0 || at + part!.length > MAX_STRING) throw new CommandError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
    const old = (session.store.get(key!, 'string')?.text ?? '').padEnd(at, '\0');
    const text = old.slice(0, at) + part! + old.slice(at + part!.length);
    setting(session, key!, text, session.store.entry(key!)?.expires);
    return text.length;
  }),
};

function positive(text: string | undefined, command: string): number {
  const amount = integer(text);
  if (amount <= 0) throw new CommandError(`ERR invalid expire time in '${command}' command`);
  return amount;
}
