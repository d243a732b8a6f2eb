// Problems underlined in the text, loaded with the first of them.
export { openLintPanel, setDiagnostics } from '@codemirror/lint';
