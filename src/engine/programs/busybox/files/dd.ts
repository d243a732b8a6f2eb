import { type ByteString, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import { joinBytes } from '../../../tree/index.ts';
import type { Call } from '../applet.ts';
import { sized } from '../numbers.ts';

interface Plan {
  input: ByteString | undefined;
  output: ByteString | undefined;
  ibs: number;
  obs: number;
  count: number;
  skip: number;
  seek: number;
  status: '' | 'none' | 'noxfer';
  readonly conv: Set<string>;
  readonly iflag: Set<string>;
  readonly oflag: Set<string>;
}

/** The largest block that is kept in memory. */
const MAX_BLOCK = 64 * 1024 * 1024;
const WORDS = {
  conv: ['notrunc', 'sync', 'noerror', 'fsync', 'swab'],
  iflag: ['skip_bytes', 'count_bytes', 'fullblock', 'direct'],
  oflag: ['seek_bytes', 'append', 'direct'],
} as const;

/** dd: copies in blocks and tells how many. */
export function* dd(a: Call): Run {
  const plan = readPlan(a);
  let input = 0;
  let output = 1;
  if (plan.input !== undefined) {
    try {
      input = a.p.fs.open(plan.input, { read: true });
    } catch (error) {
      a.dieOf(`can't open '${plan.input}'`, error);
    }
  }
  if (plan.output !== undefined) {
    try {
      const append = plan.oflag.has('append');
      const truncate = plan.seek === 0 && !plan.conv.has('notrunc');
      output = a.p.fs.open(plan.output, { write: true, create: true, truncate, append });
    } catch (error) {
      a.dieOf(`can't open '${plan.output}'`, error);
    }
  }
  const copy = new Copy(a, plan, input, output);
  const status = yield* copy.run();
  if (plan.status !== 'none') yield* copy.report();
  return status;
}

function readPlan(a: Call): Plan {
  const plan: Plan = {
    input: undefined,
    output: undefined,
    ibs: 512,
    obs: 512,
    count: Number.POSITIVE_INFINITY,
    skip: 0,
    seek: 0,
    status: '',
    conv: new Set(),
    iflag: new Set(),
    oflag: new Set(),
  };
  const number = (text: string, low = 0): number => {
    const value = sized(text) ?? a.die(`invalid number '${text}'`);
    return value < low ? a.die(`number ${text} is not in ${low}..9223372036854775807 range`) : value;
  };
  const words = a.args[0] === '--' ? a.args.slice(1) : a.args;
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 0) a.showUsage();
    const key = word.slice(0, at);
    const value = word.slice(at + 1);
    if (key === 'if') plan.input = value;
    else if (key === 'of') plan.output = value;
    else if (key === 'ibs' || key === 'obs') plan[key] = number(value, 1);
    else if (key === 'bs') plan.ibs = plan.obs = number(value, 1);
    else if (key === 'count' || key === 'skip' || key === 'seek') plan[key] = number(value);
    else if (key === 'conv' || key === 'iflag' || key === 'oflag') {
      for (const name of value.split(',')) {
        if (!(WORDS[key] as readonly string[]).includes(name)) a.die(`invalid argument '${name}' to '${key}'`);
        plan[key].add(name);
      }
    } else if (key === 'status') {
      if (value !== 'none' && value !== 'noxfer') a.die(`invalid argument '${value}' to 'status'`);
      plan.status = value;
    } else a.showUsage();
  }
  if (plan.ibs > MAX_BLOCK || plan.obs > MAX_BLOCK) a.die('memory exhausted');
  return plan;
}

/** Blocks of this size take a turn each. */
const LARGE = 65_536;

class Copy {
  readonly #a: Call;
  readonly #plan: Plan;
  readonly #input: number;
  readonly #output: number;
  #inFull = 0;
  #inPart = 0;
  #outFull = 0;
  #outPart = 0;
  #held: Uint8Array[] = [];
  #heldSize = 0;

  constructor(a: Call, plan: Plan, input: number, output: number) {
    this.#a = a;
    this.#plan = plan;
    this.#input = input;
    this.#output = output;
  }

  *run(): Run {
    const { p } = this.#a;
    const plan = this.#plan;
    p.held = plan.ibs === plan.obs ? plan.ibs : plan.ibs + plan.obs;
    if (p.held > LARGE) yield TURN;
    yield* this.#position();
    const limit = plan.iflag.has('count_bytes') ? plan.count : plan.count * plan.ibs;
    const blocks = plan.iflag.has('count_bytes') ? Number.POSITIVE_INFINITY : plan.count;
    let taken = 0;
    for (let block = 0; block < blocks && taken < limit; block++) {
      if (p.tick() || plan.ibs >= LARGE) yield TURN;
      let bytes: Uint8Array;
      try {
        bytes = yield* this.#readBlock(Math.min(plan.ibs, limit - taken));
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        this.#a.die(`${plan.input ?? 'standard input'}: ${error.message}`);
      }
      if (bytes.length === 0) break;
      taken += bytes.length;
      if (bytes.length === plan.ibs) this.#inFull++;
      else {
        this.#inPart++;
        if (plan.conv.has('sync')) bytes = padded(bytes, plan.ibs);
      }
      if (plan.conv.has('swab')) bytes = swapped(bytes);
      if (!(yield* this.#write(bytes))) return 1;
    }
    return (yield* this.#drain()) ? 0 : 1;
  }

  /** Skips in the input and seeks in the output. */
  *#position(): Step<void> {
    const { p } = this.#a;
    const plan = this.#plan;
    let skip = plan.skip * (plan.iflag.has('skip_bytes') ? 1 : plan.ibs);
    const source = p.io.at(this.#input);
    if (skip > 0 && source.seek !== undefined && source.place !== undefined) source.seek(skip, 'cur');
    else {
      while (skip > 0) {
        const bytes = yield* p.read(this.#input, Math.min(skip, 65_536));
        if (bytes.length === 0) break;
        skip -= bytes.length;
        if (p.tick()) yield TURN;
      }
    }
    const seek = plan.seek * (plan.oflag.has('seek_bytes') ? 1 : plan.obs);
    if (seek === 0) return;
    const target = p.io.at(this.#output);
    if (target.seek === undefined) return this.#a.die(`${plan.output ?? 'standard output'}: Illegal seek`);
    target.seek(seek, 'cur');
    const inode = target.stat();
    if (!plan.conv.has('notrunc') && plan.output !== undefined && inode.kind === 'file') target.truncate?.(seek, p.now());
  }

  *#readBlock(want: number): Step<Uint8Array> {
    const { p } = this.#a;
    const first = yield* p.read(this.#input, want);
    if (!this.#plan.iflag.has('fullblock') || first.length === 0) return first;
    const parts = [first];
    let size = first.length;
    while (size < want) {
      const more = yield* p.read(this.#input, want - size);
      if (more.length === 0) break;
      parts.push(more);
      size += more.length;
    }
    return joinBytes(parts);
  }

  *#write(bytes: Uint8Array): Step<boolean> {
    const { obs, ibs } = this.#plan;
    if (obs === ibs) return yield* this.#writeOut(bytes);
    this.#held.push(bytes);
    this.#heldSize += bytes.length;
    while (this.#heldSize >= obs) {
      const all = joinBytes(this.#held);
      const rest = all.subarray(obs);
      this.#held = rest.length === 0 ? [] : [rest];
      this.#heldSize = rest.length;
      if (!(yield* this.#writeOut(all.subarray(0, obs)))) return false;
      if (this.#a.p.tick()) yield TURN;
    }
    return true;
  }

  *#drain(): Step<boolean> {
    if (this.#heldSize === 0) return true;
    return yield* this.#writeOut(joinBytes(this.#held));
  }

  *#writeOut(bytes: Uint8Array): Step<boolean> {
    try {
      yield* this.#a.p.write(this.#output, bytes);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno === 'EPIPE') throw error;
      yield* this.#a.complain(`error writing '${this.#plan.output ?? 'standard output'}': ${error.message}`);
      return false;
    }
    if (bytes.length === this.#plan.obs) this.#outFull++;
    else this.#outPart++;
    return true;
  }

  *report(): Step<void> {
    yield* this.#a.warn(`${this.#inFull}+${this.#inPart} records in\n${this.#outFull}+${this.#outPart} records out\n`);
  }
}

function padded(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  out.set(bytes);
  return out;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let i = 0; i + 1 < out.length; i += 2) [out[i], out[i + 1]] = [bytes[i + 1]!, bytes[i]!];
  return out;
}
