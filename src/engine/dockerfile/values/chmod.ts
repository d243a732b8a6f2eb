import { DockerfileError } from '../error.ts';

function fail(message: string): never {
  throw new DockerfileError('instruction', message);
}

/** Symbolic modes as the dchapes/mode package reads them. */
function isSymbolic(text: string): boolean {
  return text.split(',').every((clause) => /^[augo]*(?:[-+=][rstwXxugo]*)+$/.test(clause));
}

/** Throws DockerfileError unless the value of --chmod is octal up to 07777 or symbolic (`u+x,go=`). Upstream: dispatchCopy in dockerfile2llb. */
export function checkChmod(text: string): void {
  const octal = /^[0-7]+$/.test(text);
  if (octal && Number.parseInt(text, 8) <= 0o7777) return;
  if (/^[0-9]/.test(text)) fail(`invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777`);
  if (!isSymbolic(text)) fail('invalid syntax');
}
