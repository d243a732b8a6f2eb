// What of a goal picture is graded. Pictures ask for each of their parts; outside of a goal picture everything counts.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Graded {
  /** `kind key` of everything that the goals are about, on the machine that is shown. */
  readonly subjects: ReadonlySet<string>;
  /** "not graded", said of every part that is not. */
  readonly label: string;
}

export const GradedContext = createContext<Graded | undefined>(undefined);

export interface Grey {
  readonly 'data-ungraded'?: '';
  readonly 'aria-description'?: string;
}

/** Gives attributes for a part of a picture: none when a goal is about one of its subjects, those of a greyed part when none is. */
export function useGrey(): (...subjects: readonly string[]) => Grey {
  const graded = useContext(GradedContext);
  return (...subjects) =>
    graded === undefined || subjects.some((one) => graded.subjects.has(one))
      ? {}
      : { 'data-ungraded': '', 'aria-description': graded.label };
}

const odd: Readonly<Record<string, string>> = {
  WORKDIR: 'WorkingDir',
  EXPOSE: 'ExposedPorts',
  VOLUME: 'Volumes',
  LABEL: 'Labels',
  STOPSIGNAL: 'StopSignal',
  ONBUILD: 'OnBuild',
};

/** The subjects of an instruction that changes only the config of an image. */
export function configSubjects(image: string | undefined, instruction: string): readonly string[] {
  const verb = instruction.split(' ', 1)[0]?.toUpperCase() ?? '';
  const field = odd[verb] ?? verb.charAt(0) + verb.slice(1).toLowerCase();
  return [`field ${image} ${field}`, `field ${image} *`];
}
