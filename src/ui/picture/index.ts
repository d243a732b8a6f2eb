// What all pictures share: what they are given, the title block, the colours of layers, the selection.
// Knows the session's views. Refuses to know any single picture.
export type { Kind, PictureModule, PictureProps } from './contract.ts';
export { configSubjects, GradedContext, useGrey } from './graded.ts';
export { importedFrom, instruction } from './instruction.ts';
export { bedWidth, type Paint, paint } from './paint.ts';
export { isSelected, type Selected } from './selection.ts';
export { TitleBlock } from './TitleBlock.tsx';
export { useFollow } from './use-follow.ts';
