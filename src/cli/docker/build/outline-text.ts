import type { Outline, OutlineSecret } from '../../../engine/build/index.ts';
import type { Dockerfile, LineRange } from '../../../engine/dockerfile/index.ts';
import { alignTabs } from '../../format/index.ts';

const TABS = { minWidth: 1, padding: 3 };

/** `--call=outline`. Source: buildkit frontend/subrequests/outline/outline.go PrintOutline. */
export function outlineTable({ name, description, args, secrets, ssh }: Outline): string {
  let out = '';
  if (name !== '' || description !== '') {
    const head = `TARGET:\t${name === '' ? '(default)' : name}\n${description === '' ? '' : `DESCRIPTION:\t${description}\n`}`;
    out += `${alignTabs(head, { minWidth: 0, padding: 1 })}\n`;
  }
  if (args.length > 0) {
    const rows = args.map((arg) => `${arg.name}\t${arg.value ?? ''}\t${arg.description}\n`);
    out += `${alignTabs(`BUILD ARG\tVALUE\tDESCRIPTION\n${rows.join('')}`, TABS)}\n`;
  }
  out += needed('SECRET', secrets);
  return out + needed('SSH', ssh);
}

function needed(title: string, items: readonly OutlineSecret[]): string {
  if (items.length === 0) return '';
  const rows = items.map(({ name, required }) => `${name}\t${required ? 'true' : ''}\n`);
  return `${alignTabs(`${title}\tREQUIRED\n${rows.join('')}`, TABS)}\n`;
}

const location = ({ start, end }: LineRange): object => ({ ranges: [{ start: { line: start }, end: { line: end } }] });

const base64 = (text: string): string => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** `--call=outline,format=json`. */
export function outlineJson({ name, description, args, secrets, ssh }: Outline, text: string): string {
  const needs = (items: readonly OutlineSecret[]): object[] =>
    items.map((item) => ({ name: item.name, ...(item.required ? { required: true } : {}), location: location(item.lines) }));
  return `${JSON.stringify(
    {
      ...(name === '' ? {} : { name }),
      ...(description === '' ? {} : { description }),
      ...(args.length === 0
        ? {}
        : {
            args: args.map((arg) => ({
              name: arg.name,
              ...(arg.description === '' ? {} : { description: arg.description }),
              ...(arg.value ? { value: arg.value } : {}),
              location: location(arg.lines),
            })),
          }),
      ...(secrets.length === 0 ? {} : { secrets: needs(secrets) }),
      ...(ssh.length === 0 ? {} : { ssh: needs(ssh) }),
      sources: [base64(text)],
    },
    undefined,
    2,
  )}\n`;
}

/** `--call=targets`. Source: buildkit frontend/subrequests/targets/targets.go. */
export function targetsTable({ stages }: Dockerfile): string {
  const rows = ['TARGET\tDESCRIPTION'];
  for (const [i, { from }] of stages.entries()) {
    const label = [from.stage, i === stages.length - 1 ? '(default)' : ''].filter((part) => part !== '').join(' ');
    if (label !== '') rows.push(`${label}\t${from.comment}`);
  }
  return alignTabs(`${rows.join('\n')}\n`, { minWidth: 1, padding: 1 });
}

/** `--call=targets,format=json`. */
export const targetsJson = ({ stages, text }: Dockerfile): string =>
  `${JSON.stringify(
    {
      targets: stages.map(({ from }, i) => ({
        ...(from.stage === '' ? {} : { name: from.stage }),
        ...(i === stages.length - 1 ? { default: true } : {}),
        ...(from.comment === '' ? {} : { description: from.comment }),
        base: from.base,
        location: location(from.lines),
      })),
      sources: [base64(text)],
    },
    undefined,
    2,
  )}\n`;
