import * as real from '@codemirror/language';
import { css } from '@codemirror/legacy-modes/mode/css';
import { go } from '@codemirror/legacy-modes/mode/go';
import { javascript } from '@codemirror/legacy-modes/mode/javascript';
import { nginx } from '@codemirror/legacy-modes/mode/nginx';
import { python } from '@codemirror/legacy-modes/mode/python';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { html } from '@codemirror/legacy-modes/mode/xml';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { EditorState } from '@codemirror/state';
import { type Tag, tagHighlighter, tags } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { dockerfileMode } from '../dockerfile-mode.ts';
import { ignoreMode, jsonMode } from '../small-modes.ts';
import { matchBrackets } from './brackets.ts';
import { classOf, language } from './colours.ts';
import { getIndentation, IndentContext } from './indent.ts';
import { linesOf, type Parser } from './lines.ts';
import { syntaxTree } from './tree.ts';
import { indentUnit } from './unit.ts';

const texts: readonly (readonly [string, unknown, string])[] = [
  [
    'Dockerfile',
    dockerfileMode,
    '# syntax=docker/dockerfile:1\nFROM --platform=$A a AS b\n\nRUN <<EOF\necho "$X" # y\nEOF\nRUN a \\\n# c\n  && b "x\ny"\nENV A=1 B="x $C"\nCMD ["a", "b"]\n',
  ],
  [
    'shell',
    shell,
    '#!/bin/sh\nset -e\nfor i in $(seq 1 3); do\n  echo "a $i ${B:-c}" \'d\' # e\ndone\n\ncat <<X\nhi $A\nX\nif [ -f /a ]; then exit 1; fi\n',
  ],
  ['ignore', ignoreMode, '# a\n!b\n**/c*.[ab]\n'],
  ['json', jsonMode, '{\n  "a": [1, -2.5e3, true, null],\n  "b": { "c": "d\\"e", f: 1 }\n}\n'],
  ['yaml', yaml, 'a: 1\nb:\n  - "c": &x d\n  - *x\n# e\nf: |\n  g\n  h: i\n---\nj: true\n'],
  [
    'python',
    python,
    'import os\n\n@a\nclass B(C):\n    """d\n    e"""\n    def f(self, x=1):\n        return [y for y in x if not y] + f"{x} g" # h\n',
  ],
  [
    'javascript',
    javascript,
    'import a from "b";\n/* c\n d */\nconst e = (f) => {\n  return `g ${f + 1}` / /h[/]i/g.test(f); // j\n};\nclass K { l = null; }\n',
  ],
  ['go', go, 'package main\n\nimport "fmt"\n\nfunc main() {\n\tx := []int{1, 2}\n\tfmt.Println("a", x, `b\nc`) // d\n}\n'],
  ['nginx', nginx, 'server {\n  listen 80;\n  # a\n  location / { proxy_pass http://b:1; }\n}\n'],
  ['toml', toml, '# a\n[b.c]\nd = "e"\nf = [1, true, 2020-01-01]\n'],
  ['html', html, '<!doctype html>\n<p class="a" b>c &amp; <!-- d\n e --><br/></p>\n'],
  ['css', css, '@media (min-width: 1px) {\n  a.b #c::before { color: #fff; width: calc(1px + 2em) !important; } /* d\n  e */\n}\n'],
];
const stateOf = (parser: unknown, doc: string, unit = '  ') =>
  EditorState.create({ doc, extensions: [language(parser as Parser), indentUnit.of(unit)] });
const ours = (state: EditorState) =>
  Array.from({ length: state.doc.lines }, (_, n) => state.field(linesOf)?.of(n + 1) ?? [])
    .flat()
    .map(({ style, from, to }) => `${from}-${to} ${style.replaceAll(' ', '_')}`);
function theirs(parser: unknown, doc: string): string[] {
  const state = EditorState.create({ doc, extensions: [real.StreamLanguage.define(parser as Parser)] });
  const found: string[] = [];
  real
    .ensureSyntaxTree(state, doc.length, 5000)
    ?.iterate({ enter: ({ name, from, to, type }) => void (type.isTop || name === '' || found.push(`${from}-${to} ${name}`)) });
  return found;
}
const spans = (list: readonly string[]) => list.map((one) => one.split(' ')[0]);

describe('colours of what is read line by line', () => {
  it.each(texts)('EDR-64 %s: the tokens are those that the library itself finds', (_name, parser, doc) => {
    const found = ours(stateOf(parser, doc));
    expect(found.length).toBeGreaterThan(2);
    expect(spans(found)).toEqual(spans(theirs(parser, doc)));
  });
  it('EDR-64 every name of a token has the class that the library would give it by the same rules', () => {
    const rules = tagHighlighter([
      { tag: [tags.keyword, tags.tagName, tags.heading], class: 'ed-keyword' },
      { tag: [tags.string, tags.special(tags.string), tags.attributeValue], class: 'ed-string' },
      { tag: [tags.variableName, tags.definition(tags.variableName), tags.propertyName], class: 'ed-name' },
      { tag: [tags.attributeName, tags.number, tags.atom, tags.bool, tags.standard(tags.variableName)], class: 'ed-value' },
      { tag: [tags.meta, tags.labelName], class: 'ed-meta' },
      { tag: tags.operator, class: 'ed-operator' },
      { tag: tags.invalid, class: 'ed-invalid' },
      { tag: tags.comment, class: 'ed-comment' },
    ]);
    const all = Object.entries(tags).filter((entry): entry is [string, Tag] => typeof entry[1] !== 'function');
    expect(all.length).toBeGreaterThan(70);
    for (const [name, tag] of all) {
      expect(`${name} ${classOf(name)}`).toBe(`${name} ${rules.style([tag]) ?? ''}`);
      expect(`${name} ${classOf(`${name}.special`)}`).toBe(`${name} ${rules.style([tags.special(tag)]) ?? ''}`);
    }
    expect(classOf('variableName.standard')).toBe('ed-value');
    expect(classOf('string.special error')).toBe('ed-string ed-invalid');
  });
  it.each(texts)('EDR-65 %s: after an edit the tokens are those of the new text', (_name, parser, doc) => {
    const long = doc.repeat(30);
    let state = stateOf(parser, long);
    ours(state);
    for (const [from, to, insert] of [
      [long.length >> 1, (long.length >> 1) + 1, '"'],
      [5, 9, '\n\n'],
      [long.length - 20, long.length - 3, ''],
    ] as const) {
      state = state.update({ changes: { from, to, insert } }).state;
      // From the end, so that reading begins in the middle.
      for (let line = state.doc.lines; line > 0; line -= 7) state.field(linesOf)?.of(line);
      expect(ours(state)).toEqual(ours(stateOf(parser, state.doc.toString())));
    }
  });
  it('EDR-66 a line of 5 MB and 100,000 lines are coloured as far as one looks', () => {
    const began = performance.now();
    const wide = stateOf(jsonMode, `[${'1,'.repeat(2_500_000)}1]`);
    expect(wide.field(linesOf)?.of(1).at(-1)?.to).toBeLessThan(10_100);
    const long = stateOf(shell, 'echo "a" # b\n'.repeat(100_000));
    expect(
      long
        .field(linesOf)
        ?.of(99_999)
        .map(({ style }) => style),
    ).toEqual(['builtin', 'string', 'comment']);
    expect(performance.now() - began).toBeLessThan(1000);
  });
  it('EDR-66 a parser that does not move goes on with the next character', () => {
    const state = stateOf({ token: () => 'string' }, 'abc');
    expect(ours(state)).toEqual([]);
  });
});

describe('what commands ask about a language', () => {
  it('EDR-67 the other half of a bracket is one of the same kind of token', () => {
    const doc = 'echo "(" $(a [b]) "x)"';
    const state = stateOf(shell, doc);
    const library = EditorState.create({ doc, extensions: [real.StreamLanguage.define(shell)] });
    real.ensureSyntaxTree(library, doc.length, 5000);
    for (let pos = 0; pos <= doc.length; pos++)
      for (const dir of [-1, 1] as const) expect(matchBrackets(state, pos, dir)).toEqual(real.matchBrackets(library, pos, dir));
    expect(matchBrackets(stateOf(jsonMode, '[1'), 0, 1)).toEqual({ start: { from: 0, to: 1 }, matched: false });
    expect(matchBrackets(stateOf(jsonMode, `[${' '.repeat(20_000)}]`), 0, 1)).toBeNull();
  });
  it.each(texts)('EDR-68 %s: lines are indented as the library would', (_name, parser, doc) => {
    const state = stateOf(parser, doc);
    const library = EditorState.create({ doc, extensions: [real.StreamLanguage.define(parser as Parser)] });
    real.ensureSyntaxTree(library, doc.length, 5000);
    for (let n = 1; n < state.doc.lines; n++) {
      const { from, to } = state.doc.line(n);
      for (const pos of [from, (from + to) >> 1, to])
        expect(getIndentation(new IndentContext(state, { simulateBreak: pos }), pos)).toBe(
          real.getIndentation(new real.IndentContext(library, { simulateBreak: pos }), pos),
        );
    }
  });
  it.each(texts)('EDR-68 %s: several lines are indented one after the other', (_name, parser, doc) => {
    const flat = doc.replace(/^[ \t]+/gm, '');
    const library = EditorState.create({ doc: flat, extensions: [real.StreamLanguage.define(parser as Parser)] });
    real.ensureSyntaxTree(library, flat.length, 5000);
    const columns = (given: (overrideIndentation: (start: number) => number) => (pos: number) => number | null) => {
      const known = new Map<number, number>();
      const at = given((start) => known.get(start) ?? -1);
      for (let n = 1; n <= library.doc.lines; n++) known.set(library.doc.line(n).from, at(library.doc.line(n).from) ?? 0);
      return [...known.values()];
    };
    const state = stateOf(parser, flat);
    expect(columns((overrideIndentation) => (pos) => getIndentation(new IndentContext(state, { overrideIndentation }), pos))).toEqual(
      columns((overrideIndentation) => (pos) => real.getIndentation(new real.IndentContext(library, { overrideIndentation }), pos)),
    );
  });
  it('EDR-68 nodes beside a place are its tokens', () => {
    const tree = syntaxTree(stateOf(jsonMode, '{\n\n"a": 1 }'));
    expect(tree.resolveInner(4, -1)).toMatchObject({ name: 'propertyName', from: 3, to: 6 });
    expect(tree.resolveInner(3, -1).parent).toBeNull();
    expect(tree.resolveInner(3, 1)).toMatchObject({ name: 'propertyName' });
    expect(tree.resolveInner(1).childAfter(1)).toMatchObject({ from: 3, to: 6 });
    expect(tree.resolveInner(2).childBefore(2)).toMatchObject({ from: 0, to: 1 });
    expect(tree.resolveStack(4, 1).next?.node).toMatchObject({ from: 0, to: 11 });
    expect(
      syntaxTree(EditorState.create({ doc: 'a' }))
        .resolveInner(0)
        .childAfter(0),
    ).toBeNull();
  });
});
