// What the list of completions looks like; it comes with the list.
import { EditorView } from '@codemirror/view';

export const look = EditorView.theme({
  '.cm-tooltip.cm-completionInfo': { padding: '0', margin: '0 2px', maxWidth: 'min(340px, calc(100vw - 32px))' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontVariantLigatures: 'none',
    fontFamily: 'var(--mono)',
    fontSize: '13px',
    maxHeight: '15em',
    minWidth: '220px',
    maxWidth: 'min(520px, calc(100vw - 24px))',
    padding: '4px 0',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '16px',
    padding: '0 12px',
    minHeight: '28px',
    lineHeight: '28px',
  },
  '@media (pointer: coarse)': { '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '44px' } },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-wash)',
    color: 'var(--ink)',
    boxShadow: 'inset 3px 0 0 var(--accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionLabel': { flex: 'none', maxWidth: '70%', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionDetail': {
    flex: '1',
    minWidth: '0',
    margin: '0',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    textAlign: 'right',
    fontStyle: 'normal',
    fontFamily: 'var(--ui)',
    color: 'var(--muted)',
  },
});
