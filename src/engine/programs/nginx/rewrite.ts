import { encodeText } from '../../kernel/index.ts';
import { type Answer, plain } from './answer.ts';
import type { Directive } from './config.ts';
import { type Exchange, expand, variable } from './exchange.ts';
import { patternOf, Scope } from './scope.ts';
import { origin, typeOf } from './static.ts';

/** What the rewrite module decides: an answer, that locations are looked for anew, or to go on. */
export type Rewritten = { readonly answer: Answer } | 'search' | 'break' | 'go-on';

/** Runs `set`, `if`, `return`, `rewrite` and `break` of a block in order (ngx_http_rewrite_module). */
export function rewrite(e: Exchange, directives: readonly Directive[]): Rewritten {
  let changed = false;
  for (const directive of directives) {
    const { name, args } = directive;
    if (name === 'set') e.variables.set(args[0]!.slice(1), expand(e, args[1]!));
    else if (name === 'break') return 'break';
    else if (name === 'return') return { answer: returned(e, args) };
    else if (name === 'if' && holds(e, directive)) {
      e.scope = new Scope(directive.block!, e.scope);
      const inner = rewrite(e, directive.block!);
      if (inner !== 'go-on') return inner;
    } else if (name === 'rewrite') {
      const match = patternOf(args[0]!, false, directive.file, directive.line).exec(e.uri);
      if (match === undefined) continue;
      e.groups = match.groups;
      const target = expand(e, args[1]!);
      const flag = args[2];
      if (flag === 'redirect' || flag === 'permanent' || /^(?:https?:\/\/|\$scheme)/.test(args[1]!)) {
        const query = e.args !== '' && !target.endsWith('?') ? `${target.includes('?') ? '&' : '?'}${e.args}` : '';
        const to = `${target.replace(/\?$/, '')}${query}`;
        return {
          answer: { ...plain(flag === 'permanent' ? 301 : 302), headers: [['Location', to.startsWith('/') ? `${origin(e)}${to}` : to]] },
        };
      }
      const [uri = '', added] = target.split('?');
      e.uri = uri;
      if (added !== undefined) e.args = [added, e.args].filter((part) => part !== '').join('&');
      changed = true;
      if (flag === 'last') return 'search';
      if (flag === 'break') return 'break';
    }
  }
  return changed ? 'search' : 'go-on';
}

function returned(e: Exchange, args: readonly string[]): Answer {
  const [first = '', text] = args;
  if (!/^\d+$/.test(first)) return { ...plain(302), headers: [['Location', expand(e, first)]] };
  const status = Number(first);
  if (text === undefined) return plain(status);
  const value = expand(e, text);
  if ([301, 302, 303, 307, 308].includes(status))
    return { ...plain(status), headers: [['Location', value.startsWith('/') ? `${origin(e)}${value}` : value]] };
  return { status, headers: [], body: value, type: typeOf(e, e.uri) };
}

function holds(e: Exchange, { args, file, line }: Directive): boolean {
  const words = args
    .join(' ')
    .replace(/^\(\s*/, '')
    .replace(/\s*\)$/, '')
    .split(/\s+/);
  const [left = '', operator, ...rest] = words;
  const valueFor = (text: string): string => (text.startsWith('$') ? (variable(e, text.slice(1)) ?? '') : expand(e, text));
  if (/^!?-[fdex]$/.test(left)) {
    const path = encodeText(expand(e, operator ?? ''));
    const kind = e.p.fs.exists(path) ? e.p.fs.stat(path).kind : undefined;
    const is = left.endsWith('f') ? kind === 'file' : left.endsWith('d') ? kind === 'dir' : kind !== undefined;
    return is !== left.startsWith('!');
  }
  if (operator === undefined) return !['', '0'].includes(valueFor(left));
  const right = rest.join(' ').replace(/^(["'])(.*)\1$/, '$2');
  if (operator === '=' || operator === '!=') return (valueFor(left) === expand(e, right)) === (operator === '=');
  const match = patternOf(right, operator.includes('*'), file, line).exec(valueFor(left));
  if (match !== undefined && !operator.startsWith('!')) e.groups = match.groups;
  return (match !== undefined) !== operator.startsWith('!');
}
