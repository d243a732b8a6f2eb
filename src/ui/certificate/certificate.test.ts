import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCourse, type QuizItem } from '../../course/index.ts';
import { valuesOf } from '../../course/values.ts';
import { encodeAttempt } from '../exercise/attempt.ts';
import { goalsOf, machineId } from '../exercise/model.ts';
import { encodeLink } from '../keep/link/link.ts';
import { readProgress } from '../progress/store.ts';
import { type Client, connect } from '../session/client.ts';
import { channel } from '../session/testdata/machine.ts';
import { type Certificate, CertificateError, certificateCheck, type Entry, entryDigest, readCertificate } from './format.ts';
import { makeCertificate } from './make.ts';
import { type Task, taskWith } from './tasks.ts';
import { tasksOf } from './tasks-of.ts';
import { isWhole, type Reason, verifyEntry } from './verify.ts';

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const both = (text: string) => ({ en: text, zh: text });
const task: Task = {
  lesson: 'l',
  lessonTitle: both('L'),
  id: 'x',
  title: both('Make @image@'),
  version: 'v1',
  vary: { image: ['web', 'shop', 'api', 'blog', 'mail'] },
  start: { cwd: '/root', seed: 1, profile: 'graphdriver', machines: ['strata'], files: {}, bytes: {}, run: ['docker pull -q busybox'] },
  own: { files: { 'note.txt': '@image@' } },
  goals: [{ id: 'made', say: both('`@image@:1` exists'), check: 'image-exists', with: { image: '@image@:1' } }],
  questions: [],
};
const question: QuizItem = {
  id: 'q',
  kind: 'single',
  ask: both('Which?'),
  options: ['a', 'b'].map((id) => ({ id, say: both(id), why: both('.') })),
  answer: ['b'],
};
const seed = 7;
const name = valuesOf(task.vary, seed, 'x').image ?? '';
const { exercise, start } = taskWith(task, seed, 'en');

const client = (onEnd: () => void = () => {}): Client =>
  connect(channel(), (message) => {
    if (message.type === 'ended') onEnd();
  });

/** The session's text after lines at the prompt. */
async function played(lines: readonly string[], at = start): Promise<string> {
  let ended = () => {};
  const one = client(() => ended());
  await one.ask('open', { start: at, exercise: goalsOf(exercise) });
  for (const line of lines) {
    const done = new Promise<void>((resolve) => {
      ended = resolve;
    });
    await one.ask('exec', { terminal: 0, line });
    await done;
  }
  return (await one.ask('save', {})).text;
}
/** As it is kept now; `oldOf`: as an older Strata kept it, with its whole start. */
const linkOf = (saved: string, lab = machineId(exercise, seed), at = start) => encodeAttempt({ saved, lab, title: '' }, at);
const oldOf = (saved: string, lab = machineId(exercise, seed)) => encodeLink({ saved, lab, title: '' });
async function entryOf(log: string, more: Partial<Entry> = {}): Promise<Entry> {
  const entry = { lesson: 'l', exercise: 'x', version: 'v1', seed, at: 5, commands: 2, log, ...more };
  return { ...entry, digest: await entryDigest(entry, digest) };
}
const verify = async (entry: Entry, tasks: readonly Task[] = [task]) => (await verifyEntry(entry, tasks, client(), digest, 'en')).found;
async function reasonOf(entry: Entry, tasks?: readonly Task[]): Promise<Reason> {
  const found = await verify(entry, tasks);
  if (found.state !== 'wrong') throw new Error(JSON.stringify(found));
  return found.reason;
}

let saved = '';
let log = '';
beforeAll(async () => {
  saved = await played(['docker nonsense', `docker tag busybox ${name}:1`]);
  log = await linkOf(saved);
});

describe('a certificate', () => {
  it('PRG-30 lists what has passed with its logs, and is read as it was written', async () => {
    const pass = { passed: true, at: 5, commands: 2, version: 'v1', seed, log };
    const progress = readProgress(
      JSON.stringify({
        lessons: {
          l: { exercises: { x: pass, y: { ...pass, passed: false } }, quiz: { q: { right: true, at: 1 }, r: { right: false, at: 1 } } },
        },
      }),
    );
    const lessons = [
      {
        id: 'l',
        exercises: [
          { id: 'x', version: 'v1' },
          { id: 'y', version: 'v1' },
        ],
        questions: ['q', 'r'],
      },
    ];
    const made = await makeCertificate('t', ' Ada ', lessons, progress, digest);
    expect(made).toMatchObject({ track: 't', name: 'Ada', made: 5, questions: [{ lesson: 'l', right: 1, all: 2 }] });
    expect(made.exercises.map((one) => one.exercise)).toEqual(['x']);
    const read = readCertificate(JSON.stringify(made));
    expect(read).toEqual(made);
    expect(await isWhole(read, digest)).toBe(true);
    expect(await isWhole({ ...read, name: 'Bob' }, digest)).toBe(false);
    expect((await verify(read.exercises[0]!)).state).toBe('verified');
  });
  it('PRG-31 a file that is no certificate is refused with its reason', () => {
    const read = (text: string) => {
      try {
        readCertificate(text);
      } catch (error) {
        if (error instanceof CertificateError) return error.trouble;
      }
      return 'none';
    };
    expect(['', 'x', '{"strata":"progress"}', '{"strata":"certificate","version":2}', '{"strata":"certificate","tra'].map(read)).toEqual([
      'empty',
      'foreign',
      'progress',
      'newer',
      'damaged',
    ]);
    expect(read('{"strata":"certificate","version":1,"track":"t","name":"","made":1,"check":"","exercises":[{}],"questions":[]}')).toBe(
      'damaged',
    );
  });
});

describe('verifying', () => {
  it('PRG-32 does the log again and tells the commands', async () => {
    expect(await verify(await entryOf(log))).toEqual({
      state: 'verified',
      commands: ['docker nonsense', `docker tag busybox ${name}:1`],
      answers: 0,
    });
  });
  it('PRG-33 tells what was changed: a field, a character of the log, the exercise, its values', async () => {
    expect(await reasonOf({ ...(await entryOf(log)), at: 6 })).toEqual({ why: 'digest' });
    const bent = `${log.slice(0, 40)}${log[40] === 'A' ? 'B' : 'A'}${log.slice(41)}`;
    expect(await reasonOf(await entryOf(bent))).toEqual({ why: 'log', trouble: 'damaged' });
    expect(await reasonOf(await entryOf(await linkOf(saved, 'lesson-l/exercise-y')))).toMatchObject({ why: 'other' });
    expect(await reasonOf(await entryOf(log, { seed: 8 }))).toMatchObject({ why: 'other' });
    expect(await reasonOf(await entryOf(log), [])).toEqual({ why: 'unknown' });
  });
  it('PRG-34 a log that tells of other commands, exits or a start of its own is refused', async () => {
    const edited = (change: (text: string) => string) => linkOf(change(saved)).then((one) => entryOf(one));
    const exits = await edited((text) => text.replace(/"exit":(?!0)\d+/, '"exit":0'));
    expect(await reasonOf(exits)).toMatchObject({ why: 'differs', line: 'docker nonsense', said: 0 });
    const label = await edited((text) => text.replace('"label":"docker nonsense"', '"label":"docker version"'));
    expect(await reasonOf(label)).toMatchObject({ why: 'differs' });
    const own = { ...start, run: [...start.run, `docker tag busybox ${name}:1`] };
    const helped = await played([], own);
    expect(await reasonOf(await entryOf(await oldOf(helped)))).toEqual({ why: 'start' });
    expect(await reasonOf(await entryOf(await linkOf(helped)))).toEqual({ why: 'start' });
    expect(await reasonOf(await entryOf(await linkOf(helped, undefined, own)))).toEqual({ why: 'start' });
    expect(await reasonOf(await edited((text) => text.replace('"strata":2', '"strata":3')))).toMatchObject({ why: 'failed' });
  });
  it('PRG-35 goals that the log does not meet are named', async () => {
    const short = await linkOf(await played(['docker images']));
    expect(await reasonOf(await entryOf(short))).toEqual({ why: 'unmet', goals: [`\`${name}:1\` exists`] });
    const removed = saved
      .replace(`"text":"docker tag busybox ${name}:1"`, '"text":"docker images"')
      .replace(`"label":"docker tag busybox ${name}:1"`, '"label":"docker images"');
    expect(await reasonOf(await entryOf(await linkOf(removed)))).toMatchObject({ why: 'unmet' });
  });
  it('PRG-36 another version of the exercise is told, and whether the log solves today’s', async () => {
    expect(await reasonOf(await entryOf(log, { version: 'v0' }))).toEqual({ why: 'version', solves: true });
    const harder = { ...task, goals: [{ ...task.goals[0]!, with: { image: 'other:1' } }] };
    expect(await reasonOf(await entryOf(log, { version: 'v0' }), [harder])).toEqual({ why: 'version', solves: false });
  });
  it('PRG-37 what cannot be done again is taken at its word, and called so', async () => {
    const { log: _, digest: __, ...bare } = await entryOf(log);
    const entry = { ...bare, digest: await entryDigest(bare, digest) };
    expect(await verify(entry, [{ ...task, goals: [], questions: [question] }])).toEqual({ state: 'word', because: 'questions' });
    expect(await verify(entry)).toEqual({ state: 'word', because: 'no-log' });
  });
  it('PRG-38 the attempt is kept without its start, however large, and is done again on the course’s own', async () => {
    const large = { ...start, bytes: { '/root/big.bin': 3_000_000 } };
    const bare = await linkOf(await played([`docker tag busybox ${name}:1`], large), undefined, large);
    expect(bare.length).toBeLessThan(1500);
    expect(await verify(await entryOf(bare), [{ ...task, own: { ...task.own, bytes: large.bytes } }])).toMatchObject({ state: 'verified' });
    expect(await reasonOf(await entryOf(bare))).toEqual({ why: 'start' });
  });
  it('PRG-38 an attempt kept with its whole start is as good', async () => {
    expect(await verify(await entryOf(await oldOf(saved)))).toMatchObject({ state: 'verified' });
  });
  it('PRG-39 answers to the questions of an exercise are graded again; wrong, foreign and missing ones are named', async () => {
    const paper = { ...task, goals: [], questions: [question] };
    const given = async (answers: Entry['answers']) => {
      const { log: _, digest: __, ...bare } = await entryOf(log, answers ? { answers } : {});
      return { ...bare, digest: await entryDigest(bare, digest) };
    };
    expect(await verify(await given({ q: ['b'] }), [paper])).toEqual({ state: 'verified', commands: [], answers: 1 });
    for (const answers of [{ q: ['a'] }, { q: ['z'] }, { other: ['b'] }])
      expect(await reasonOf(await given(answers), [paper])).toEqual({ why: 'answers', questions: ['Which?'] });
    const edited = { ...(await given({ q: ['a'] })), answers: { q: ['b'] } };
    expect(await reasonOf(edited, [paper])).toEqual({ why: 'digest' });
    expect(await reasonOf(await given({ q: ['b'] }), [{ ...paper, version: 'v2' }])).toEqual({ why: 'version', solves: true });
  });
  it('PRG-39 an exercise with goals and questions needs both', async () => {
    const mixed = { ...task, questions: [question] };
    expect(await verify(await entryOf(log, { answers: { q: ['b'] } }), [mixed])).toMatchObject({ state: 'verified', answers: 1 });
    expect(await reasonOf(await entryOf(log, { answers: { q: ['a'] } }), [mixed])).toEqual({ why: 'answers', questions: ['Which?'] });
    expect(await verify(await entryOf(log), [mixed])).toEqual({ state: 'word', because: 'questions' });
  });
  it('PRG-39 no key of the course depends on the learner’s values, none needs a machine, and every exercise can be verified', () => {
    for (const { lesson, id, goals, questions } of tasksOf(loadCourse('content'))) {
      expect([lesson, id, goals.length + questions.length > 0]).toEqual([lesson, id, true]);
      for (const item of questions) {
        const key =
          'answer' in item ? item.answer : 'accept' in item ? item.accept : 'rows' in item ? item.rows.map((row) => [row.id, row.bin]) : [];
        expect([lesson, id, item.id, item.kind, JSON.stringify(key).includes('@')]).toEqual([lesson, id, item.id, item.kind, false]);
        expect(item.kind).not.toBe('command');
      }
    }
  });
  it('PRG-33 the check of the file covers every entry', async () => {
    const entry = await entryOf(log);
    const whole: Omit<Certificate, 'check'> = {
      strata: 'certificate',
      version: 1,
      track: 't',
      name: '',
      made: 5,
      exercises: [entry],
      questions: [],
    };
    const certificate = { ...whole, check: await certificateCheck(whole, digest) };
    expect(await isWhole(certificate, digest)).toBe(true);
    expect(await isWhole({ ...certificate, exercises: [] }, digest)).toBe(false);
  });
});
