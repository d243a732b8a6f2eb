// What finding and replacing looks like; it comes with the panel.
import { EditorView } from '@codemirror/view';

export const look = EditorView.theme({
  '.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 30px 6px 10px !important',
    fontFamily: 'var(--ui)',
    fontSize: '13px',
  },
  '.cm-search br': { display: 'none' },
  '.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '13px' },
  '.cm-textfield, .cm-button': {
    minHeight: '28px',
    margin: '0 !important',
    padding: '0 8px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r-ctl)',
    backgroundColor: 'var(--raised)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    fontSize: '13px',
  },
  '.cm-search button[name="close"]': { width: '28px', height: '28px', fontSize: '18px', color: 'var(--ink-2)' },
});
