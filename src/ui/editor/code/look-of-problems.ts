// What underlined problems look like; it comes with the first of them.
import { EditorView } from '@codemirror/view';

export const look = EditorView.theme({
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
  '.cm-tooltip-lint': { padding: '0', margin: '0' },
  '.cm-diagnostic': {
    padding: '10px 14px 12px',
    margin: '0',
    border: '0',
    maxWidth: 'min(480px, calc(100vw - 32px))',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--line)' },
  '.cm-diagnostic-warning': { borderLeft: '0', boxShadow: 'inset 3px 0 0 var(--missed)' },
  '.cm-diagnostic-error': { borderLeft: '0', boxShadow: 'inset 3px 0 0 var(--danger)' },
  '.cm-diagnosticText': { display: 'block' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-diagnosticAction': {
    maxWidth: '100%',
    minHeight: '30px',
    margin: '8px 6px 0 0',
    padding: '3px 10px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r-ctl)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    fontFamily: 'var(--ui)',
    fontSize: '14px',
    fontWeight: '580',
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  '.cm-diagnosticAction:hover': { backgroundColor: 'var(--well)', borderColor: 'var(--ink)' },
  '.cm-diagnosticAction.code': { fontFamily: 'var(--mono)', fontSize: '13px', fontWeight: '520' },
});
