import { AppletEnd, type Call } from '../applet.ts';
import { type Options, readOptions } from '../options.ts';

/** Reads options from arguments that were changed first (`head -5`), with the complaints of `Call.options`. */
export function optionsFrom(a: Call, args: readonly string[], spec: string): Options {
  const options = readOptions(args, spec);
  if (typeof options === 'string') throw new AppletEnd(`${a.p.argv[0] ?? a.name}: ${options}\n`, a.errorStatus, a.name);
  return options;
}
