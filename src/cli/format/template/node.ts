import { goQuote } from '../quote.ts';

/** The parse tree of a template. `pos` is where Go places the node: it shows in the column of run-time errors. Source: parse/node.go. */
export type Node =
  | { readonly kind: 'text'; readonly pos: number; readonly text: string }
  | { readonly kind: 'action'; readonly pos: number; readonly pipe: Pipe }
  | Branch
  | { readonly kind: 'template'; readonly pos: number; readonly name: string; readonly pipe: Pipe | undefined }
  | { readonly kind: 'break' | 'continue'; readonly pos: number }
  | { readonly kind: 'end' | 'else'; readonly pos: number };

export interface Branch {
  readonly kind: 'if' | 'range' | 'with';
  readonly pos: number;
  readonly pipe: Pipe;
  readonly list: List;
  readonly elseList: List | undefined;
}

export interface List {
  readonly kind: 'list';
  readonly pos: number;
  readonly nodes: readonly Node[];
}

export interface Pipe {
  readonly kind: 'pipe';
  readonly pos: number;
  /** True for `=`, false for `:=`. */
  readonly isAssign: boolean;
  readonly decl: readonly Variable[];
  readonly cmds: readonly Command[];
}

export interface Command {
  readonly kind: 'command';
  readonly pos: number;
  readonly args: readonly Arg[];
}

export interface Variable {
  readonly kind: 'variable';
  readonly pos: number;
  /** `$x.A.B` is `['$x', 'A', 'B']`. */
  readonly ident: readonly string[];
}

export interface NumberConstant {
  readonly kind: 'number';
  readonly pos: number;
  readonly text: string;
  /** Whole value if the constant is an integer, exact; `float` if it is (also) a float. */
  readonly int: bigint | undefined;
  readonly float: number;
  /** Written as a character constant such as 'x'. */
  readonly isChar: boolean;
}

export type Arg =
  | Pipe
  | Variable
  | NumberConstant
  | { readonly kind: 'field'; readonly pos: number; readonly ident: readonly string[] }
  | { readonly kind: 'chain'; readonly pos: number; readonly node: Arg; readonly fields: readonly string[] }
  | { readonly kind: 'identifier'; readonly pos: number; readonly name: string }
  | { readonly kind: 'string'; readonly pos: number; readonly quoted: string; readonly text: string }
  | { readonly kind: 'bool'; readonly pos: number; readonly value: boolean }
  | { readonly kind: 'dot' | 'nil'; readonly pos: number };

/** Go's Node.String(): the text between `<` and `>` in run-time errors. */
export function nodeText(n: Node | List | Command | Arg): string {
  switch (n.kind) {
    case 'text':
      return n.text;
    case 'action':
      return `{{${nodeText(n.pipe)}}}`;
    case 'if':
    case 'range':
    case 'with': {
      const tail = n.elseList ? `{{else}}${nodeText(n.elseList)}` : '';
      return `{{${n.kind} ${nodeText(n.pipe)}}}${nodeText(n.list)}${tail}{{end}}`;
    }
    case 'template':
      return `{{template ${goQuote(n.name)}${n.pipe ? ` ${nodeText(n.pipe)}` : ''}}}`;
    case 'list':
      return n.nodes.map(nodeText).join('');
    case 'pipe': {
      const decl = n.decl.length ? `${n.decl.map(nodeText).join(', ')} ${n.isAssign ? '=' : ':='} ` : '';
      return decl + n.cmds.map(nodeText).join(' | ');
    }
    case 'command':
      return n.args.map((arg) => (arg.kind === 'pipe' ? `(${nodeText(arg)})` : nodeText(arg))).join(' ');
    case 'field':
      return n.ident.map((id) => `.${id}`).join('');
    case 'variable':
      return n.ident.join('.');
    case 'chain':
      return (n.node.kind === 'pipe' ? `(${nodeText(n.node)})` : nodeText(n.node)) + n.fields.map((f) => `.${f}`).join('');
    case 'identifier':
      return n.name;
    case 'string':
      return n.quoted;
    case 'number':
      return n.text;
    case 'bool':
      return String(n.value);
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    default:
      return `{{${n.kind}}}`;
  }
}
