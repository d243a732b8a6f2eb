// Plays the scenes of a lesson in the engine while the site is built, so that output shown in prose cannot rot.
import { type Lesson, type Scene, withStart } from '../../course/index.ts';
import { engine } from '../engine/index.ts';
import type { EngineSession } from '../session/engine-session.ts';
import { begin, machinesOf, runLine, still, writeFiles } from '../session/start.ts';
import type { LabView } from '../session/view/index.ts';
import { plainText } from '../terminal/record/plain-text.ts';

export interface SceneTurn {
  readonly line: string;
  readonly output: string;
  /** It ran, and is not shown. */
  readonly hidden: boolean;
}

interface Played {
  readonly saved: string;
  readonly turns: readonly SceneTurn[];
}

/** Transcripts in prose are as wide as the text. */
const columns = 96;
const noBlob = () => Promise.reject(new Error('a scene has no uploads'));
/** By lesson as it was read: one that an author has changed is another one. */
const played = new WeakMap<Lesson, Map<string, Promise<Played>>>();

/** The turns of one scene, those that are not shown too; scenes it comes after are played first. A command that fails stops the build. */
export async function playScene(lesson: Lesson, id: string): Promise<readonly SceneTurn[]> {
  return (await play(lesson, sceneOf(lesson, id))).turns;
}

/** What the pictures show after a scene. */
export async function viewAfter(lesson: Lesson, id: string): Promise<LabView> {
  const { saved } = await play(lesson, sceneOf(lesson, id));
  return (await engine.restore(saved, { blob: noBlob })).view();
}

function sceneOf(lesson: Lesson, id: string): Scene {
  const scene = lesson.scenes.find((one) => one.id === id);
  if (!scene)
    throw new Error(
      `${lesson.folder}/lesson.yaml: scenes: expected one with the id ${id}, found ${lesson.scenes.map((one) => one.id).join(', ') || 'none'}`,
    );
  return scene;
}

function play(lesson: Lesson, scene: Scene): Promise<Played> {
  const scenes = played.get(lesson) ?? new Map<string, Promise<Played>>();
  played.set(lesson, scenes);
  const known = scenes.get(scene.id) ?? playNew(lesson, scene);
  scenes.set(scene.id, known);
  return known;
}

async function playNew(lesson: Lesson, scene: Scene): Promise<Played> {
  const before = scene.after === undefined ? undefined : lesson.scenes.find((one) => one.id === scene.after);
  if (scene.after !== undefined && !before)
    throw new Error(`${lesson.folder}/lesson.yaml: scene ${scene.id}: expected "after" to name a scene, found "${scene.after}"`);
  const start = withStart(lesson.start, scene.start);
  let session: EngineSession;
  if (before) session = still(await engine.restore((await play(lesson, before)).saved, { blob: noBlob }));
  else {
    session = still(engine.create(machinesOf(start)));
    await begin(session, start);
  }
  session.resize(0, columns, 30);
  writeFiles(session, start.cwd, scene.files);
  const turns: SceneTurn[] = [];
  for (const { run: line, exit: wanted, hidden } of scene.run) {
    const { output, exit } = await runLine(session, line);
    if (exit !== wanted)
      throw new Error(
        `${lesson.folder}/lesson.yaml: scene ${scene.id}: \`${line}\` ended with exit code ${exit}, not ${wanted}:\n${output}`,
      );
    turns.push({ line, output: shown(output), hidden });
  }
  return { saved: session.save(), turns };
}

/** Output as text: what was drawn over on a terminal stands as it was in the end. */
export const shown = (output: string): string => (/[\x1b\r]/.test(output) ? `${plainText(output).join('\n')}\n` : output);
