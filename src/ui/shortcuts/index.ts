// Keyboard shortcuts: the list of them, and the switch for single letters.
// Knows nothing of the session; each part of the lab handles its own keys.
export { ShortcutsButton } from './ShortcutsButton.tsx';
