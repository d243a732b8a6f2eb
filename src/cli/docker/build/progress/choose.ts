import type { Context } from '../../../command.ts';
import type { ParsedFlags } from '../../../flags/index.ts';
import { PlainPrinter } from './plain.ts';
import { type Printer, quietPrinter } from './printer.ts';
import { RawJsonPrinter } from './rawjson.ts';
import { TtyPrinter } from './tty.ts';

/** The printer that `--progress`, BUILDKIT_PROGRESS and the terminal call for; undefined for a mode that there is not. */
export function choosePrinter(
  context: Context,
  flags: ParsedFlags,
  builder: { readonly name: string; readonly driver: string } | undefined,
): Printer | undefined {
  if ((flags.has('quiet') && flags.bool('quiet')) || flags.string('progress') === 'quiet') return quietPrinter;
  const mode = flags.string('progress') || 'auto';
  const wanted = mode === 'auto' ? (context.env('BUILDKIT_PROGRESS') ?? 'auto') : mode;
  const terminal = context.process.isatty(2);
  if (wanted === 'plain' || (wanted === 'auto' && !terminal)) return new PlainPrinter(builder);
  if (wanted === 'tty' || wanted === 'auto') return new TtyPrinter(...terminalSize(context), builder);
  if (wanted === 'rawjson') return new RawJsonPrinter();
  return wanted === 'none' ? quietPrinter : undefined;
}

export function terminalSize({ process }: Context): [number, number] {
  const file = process.io.has(2) ? (process.io.at(2) as { columns?: number; rows?: number }) : {};
  return [file.columns ?? 80, file.rows ?? 24];
}
