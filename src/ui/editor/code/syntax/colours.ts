// Which of our colours a token has, and the tokens in view with them.
import type { StreamParser } from '@codemirror/language';
import { EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { linesOf, type Parser, parserOf } from './lines.ts';

/** Names of tokens by class, those of CodeMirror 5 among them; what is not here has no colour. */
const names = {
  'ed-keyword':
    'keyword tagName heading tag header qualifier modifier self null unit operatorKeyword controlKeyword definitionKeyword moduleKeyword heading1 heading2 heading3 heading4 heading5 heading6',
  'ed-string': 'string string-2 docString character attributeValue',
  'ed-name': 'variableName variable variable-2 def propertyName property',
  'ed-value': 'attributeName attribute number integer float atom bool builtin',
  'ed-meta': 'meta labelName documentMeta annotation processingInstruction',
  'ed-operator':
    'operator derefOperator arithmeticOperator logicOperator bitwiseOperator compareOperator updateOperator definitionOperator typeOperator controlOperator',
  'ed-invalid': 'invalid error',
  'ed-comment': 'comment lineComment blockComment docComment',
};
const classes = new Map(Object.entries(names).flatMap(([one, all]) => all.split(' ').map((name): [string, string] => [name, one])));

/** A style is one name or several; behind dots stand what is special about it. */
export function classOf(style: string): string {
  const found = style.split(' ').map((name) => {
    const [base = '', ...modifiers] = name.split('.');
    return base === 'variableName' && modifiers.includes('standard') ? 'ed-value' : classes.get(base);
  });
  return found.filter((one) => one !== undefined).join(' ');
}

const marks = new Map<string, Decoration | undefined>();
function markOf(style: string): Decoration | undefined {
  if (!marks.has(style)) {
    const found = classOf(style);
    marks.set(style, found === '' ? undefined : Decoration.mark({ class: found }));
  }
  return marks.get(style);
}

function drawn({ state, visibleRanges }: EditorView): DecorationSet {
  const made = new RangeSetBuilder<Decoration>();
  const lines = state.field(linesOf);
  let behind = 0;
  for (const range of lines ? visibleRanges : []) {
    for (let line = state.doc.lineAt(range.from); ; line = state.doc.line(line.number + 1)) {
      for (const { style, from, to } of lines?.of(line.number) ?? []) {
        const mark = from >= behind && to > range.from && from < range.to ? markOf(style) : undefined;
        if (mark) made.add(from, to, mark);
        if (mark) behind = to;
      }
      if (line.to >= range.to) break;
    }
  }
  return made.finish();
}

const colours = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    constructor(view: EditorView) {
      this.marks = drawn(view);
    }
    update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate): void {
      if (docChanged || viewportChanged || startState.field(linesOf) !== state.field(linesOf)) this.marks = drawn(view);
    }
  },
  { decorations: (plugin) => plugin.marks },
);

/** A language: its colours, and what commands ask about it. */
export function language<State>(parser: StreamParser<State>): Extension {
  const data = parser.languageData ?? {};
  return [parserOf.of(parser as Parser), linesOf, colours, EditorState.languageData.of(() => [data])];
}
