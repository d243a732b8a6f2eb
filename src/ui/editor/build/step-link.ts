// Lines of a Dockerfile and layers of images: which made which, by the instruction that the image's history keeps. Pure.
import { instruction, isSelected, type Selected } from '../../picture/index.ts';
import type { InstructionInfo } from '../../session/queries/editor.ts';
import type { ImageView } from '../../session/view/index.ts';

/** Blanks do not count; an image's history keeps an instruction on one line. */
const plain = (source: string): string => source.replace(/\s+/g, ' ').trim();

/** As the history writes it: without the flags that only say where something comes from while it is built. */
const asKept = ({ name, source }: InstructionInfo): string => {
  const rest = plain(source.slice(name.length));
  const bare = name === 'RUN' ? rest.replace(/^(?:--\S+ )+/, '') : rest.replace(/--from=\S+ /, '');
  return `${name} ${bare}`;
};

const instructionAt = (instructions: readonly InstructionInfo[], line: number): InstructionInfo | undefined =>
  instructions.find((one) => one.line <= line && line <= one.endLine);

/** The layer that a line made in the newest image that has one. */
export function layerOfLine(instructions: readonly InstructionInfo[], line: number, images: readonly ImageView[]): string | undefined {
  const at = instructionAt(instructions, line);
  if (at === undefined || at.name === 'FROM' || at.name === 'ARG') return undefined;
  const wanted = asKept(at);
  for (const image of images) {
    const row = image.rows.find((one) => one.diffID !== undefined && plain(instruction(one.createdBy)) === wanted);
    if (row?.diffID !== undefined) return row.diffID;
  }
  return undefined;
}

/** The instructions that made what is chosen. */
export function linesOfSelected(
  instructions: readonly InstructionInfo[],
  selected: Selected | undefined,
  images: readonly ImageView[],
): readonly InstructionInfo[] {
  if (selected?.kind !== 'layer' && selected?.kind !== 'step') return [];
  const made = new Set(
    images.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        isSelected(selected, row.diffID) || isSelected(selected, row.chainID) ? [plain(instruction(row.createdBy))] : [],
      ),
    ),
  );
  return instructions.filter((one) => made.has(asKept(one)));
}
