// What CodeMirror looks like here: our colours, and our words where it speaks.
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Locale } from '../../../i18n/index.ts';

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.tagName, tags.heading], color: 'var(--ink)', fontWeight: '680' },
  { tag: [tags.string, tags.special(tags.string), tags.attributeValue], color: 'var(--a2)' },
  { tag: [tags.variableName, tags.definition(tags.variableName), tags.propertyName], color: 'var(--a5)' },
  { tag: [tags.attributeName, tags.number, tags.atom, tags.bool, tags.standard(tags.variableName)], color: 'var(--a4)' },
  { tag: [tags.meta, tags.labelName], color: 'var(--a6)', fontWeight: '600' },
  { tag: tags.operator, color: 'var(--muted)' },
  { tag: tags.invalid, color: 'var(--danger)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
]);

export const look = EditorView.theme({
  '&': { height: '100%', fontSize: '14px', backgroundColor: 'var(--sheet)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '26px', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 2px' },
  '.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--muted)', border: '0', fontSize: '13px', minWidth: '40px' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 12px 0 8px', minWidth: '40px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in oklab, var(--panel) 70%, transparent)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--accent-wash) !important' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-wash) !important', outline: '1px solid var(--edge)' },
  '.cm-lintRange': { backgroundImage: 'none !important', paddingBottom: '0' },
  '.cm-lintRange-warning': {
    textDecoration: 'underline wavy var(--missed) 1.5px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-error': {
    textDecoration: 'underline wavy var(--danger) 1.5px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
    backgroundColor: 'var(--danger-wash)',
  },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--missed) !important' },
  '.ed-of-selected': { boxShadow: 'inset 3px 0 0 var(--accent)', backgroundColor: 'var(--accent-wash)' },
});

const zh = {
  Find: '查找',
  Replace: '替换',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  'by word': '整词',
  regexp: '正则',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'replaced $ matches': '已替换 $ 处',
  'replaced match on line $': '已替换第 $ 行的匹配',
  'on line': '在第',
  'Go to line': '转到行',
  go: '前往',
  Completions: '补全',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  'Control character': '控制字符',
};

export const phrases = (locale: Locale): Record<string, string> => (locale === 'zh' ? zh : {});
