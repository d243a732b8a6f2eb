import type { Node, Part, Redirection, Word } from './ast.ts';

const MAX_TEXT = 2000;

/** A command as ash shows it in job listings: rebuilt from its parts, not as it was typed. */
export function commandText(node: Node | undefined): string {
  return print(node).slice(0, MAX_TEXT);
}

function print(node: Node | undefined): string {
  if (node === undefined) return '';
  switch (node.kind) {
    case 'simple':
      return [
        ...node.assignments.map(({ name, value }) => `${name}=${word(value)}`),
        ...node.words.map(word),
        ...node.redirections.map(redirection),
      ].join(' ');
    case 'pipeline':
      return node.commands.map(print).join(' | ');
    case 'not':
      return `! ${print(node.body)}`;
    case 'and':
      return `${print(node.left)} && ${print(node.right)}`;
    case 'or':
      return `${print(node.left)} || ${print(node.right)}`;
    case 'sequence':
      return `${print(node.left)}; ${print(node.right)}`;
    case 'background':
      return print(node.body);
    case 'group':
      return print(node.body);
    case 'redirected':
      return [print(node.body), ...node.redirections.map(redirection)].join(' ');
    case 'subshell':
      return [`(${print(node.body)})`, ...node.redirections.map(redirection)].join(' ');
    case 'if':
      return `if ${print(node.test)}; then ${print(node.then)}; ${node.otherwise === undefined ? '' : `else ${print(node.otherwise)}; `}fi`;
    case 'while':
    case 'until':
      return `${node.kind} ${print(node.test)}; do ${print(node.body)}; done`;
    case 'for':
      return `for ${node.name} in ${node.words === undefined ? '"$@"' : node.words.map(word).join(' ')}; do ${print(node.body)}; done`;
    case 'arithmetic':
      return `((${word(node.expression)}))`;
    case 'count':
      return `for ((${[node.first, node.test, node.next].map(word).join('; ')})); do ${print(node.body)}; done`;
    case 'case':
      return `case ${word(node.word)} in ${node.items
        .map((item) => `${item.patterns.map(word).join(' | ')}) ${print(item.body)}`)
        .join(';; ')};; esac`;
    case 'function':
      return `${node.name}() { ${print(node.body)}; }`;
  }
}

function redirection(item: Redirection): string {
  switch (item.kind) {
    case 'here':
      return `${item.fd === 0 ? '' : item.fd}<<...`;
    case 'duplicate':
      return `${item.fd === (item.direction === '<' ? 0 : 1) ? '' : item.fd}${item.direction}&${word(item.target)}`;
    default: {
      const operator = { read: '<', write: '>', append: '>>', clobber: '>|', 'read-write': '<>', both: '&>' }[item.kind];
      const usual = operator.startsWith('<') ? 0 : 1;
      return `${item.fd === usual ? '' : item.fd}${operator}${word(item.target)}`;
    }
  }
}

const word = (parts: Word): string => {
  let out = '';
  let quoted = false;
  for (const item of parts) {
    if (item.quoted !== quoted) {
      out += '"';
      quoted = item.quoted;
    }
    out += partText(item);
  }
  return quoted ? `${out}"` : out;
};

function partText(item: Part): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'param':
      return item.op === 'plain' ? `\${${item.name}}` : `$${item.source}`;
    case 'command':
      return '$(...)';
    case 'arithmetic':
      return `$((${word(item.expression).replaceAll('"', '')}))`;
    case 'process':
      return `${item.direction}(...)`;
  }
}
