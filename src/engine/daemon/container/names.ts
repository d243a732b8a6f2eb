import { sha256 } from '../../digest/index.ts';
import type { Daemon } from '../daemon.ts';

const ADJECTIVES =
  'admiring adoring affectionate agitated amazing awesome beautiful blissful bold brave busy charming clever compassionate competent confident cool cranky crazy dazzling determined distracted dreamy eager ecstatic elastic elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted goofy gracious great happy hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial keen kind laughing loving lucid magical modest musing mystifying naughty nervous nice nifty nostalgic objective optimistic peaceful pedantic pensive practical priceless quirky quizzical recursing relaxed reverent romantic sad serene sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting unruffled upbeat vibrant vigilant vigorous wizardly wonderful youthful zealous zen'.split(
    ' ',
  );
const NAMES =
  'agnesi almeida archimedes babbage banach bardeen bell bohr boyd brattain burnell cannon carson chandrasekhar clarke cori curie darwin diffie dijkstra driscoll easley einstein elion engelbart euclid euler faraday fermat fermi feynman franklin galileo gauss germain goldberg goldstine goodall hamilton hawking heisenberg hellman hermann hertz hodgkin hopper hypatia jackson jang joliot kapitsa keller kepler khorana knuth kowalevski lalande lamarr leakey leavitt lovelace lumiere mahavira mayer mccarthy mcclintock meitner mendel mendeleev mirzakhani montalcini morse murdock newton nightingale nobel noether pasteur payne perlman pike poincare ptolemy raman ramanujan ride ritchie roentgen rosalind saha sammet shannon shaw shockley sinoussi stallman stonebraker swanson swartz swirles tesla thompson torvalds turing varahamihira visvesvaraya volhard wescoff wiles williams wilson wing wozniak wright yalow yonath'.split(
    ' ',
  );

/** A name for a container that was given none, chosen by its id and free: `adjective_surname`, with a digit when needed. */
export function generateName(daemon: Daemon, id: string): string {
  const taken = new Set([...daemon.state.containers.values()].map((container) => container.name));
  for (let attempt = 0; ; attempt++) {
    const hash = Number.parseInt(sha256(`${id} ${attempt}`).slice(7, 20), 16);
    const name = `${ADJECTIVES[hash % ADJECTIVES.length]}_${NAMES[Math.floor(hash / 1000) % NAMES.length]}`;
    const candidate = attempt < 6 ? name : `${name}${attempt % 10}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** What a container, volume or network may be called (moby daemon/names). */
export const NAME_CHARS = '[a-zA-Z0-9][a-zA-Z0-9_.-]';
export const isValidName = (name: string): boolean => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name);
