// What a comparison of two records forgives, after the runner contract: ids, times, generated names, the base image's size,
// runs of blanks, transient progress lines.

const ADJECTIVES =
  'admiring adoring affectionate agitated amazing angry awesome beautiful blissful bold boring brave busy charming clever cocky cool compassionate competent condescending confident cranky crazy dazzling determined distracted dreamy eager ecstatic elastic elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted goofy gracious great happy hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial keen kind laughing loving lucid magical modest musing mystifying naughty nervous nice nifty nostalgic objective optimistic peaceful pedantic pensive practical priceless quirky quizzical recursing relaxed reverent romantic sad serene sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting unruffled upbeat vibrant vigilant vigorous wizardly wonderful xenodochial youthful zealous zen'
    .split(' ')
    .join('|');

const NAME = new RegExp(`\\b(?:${ADJECTIVES})_[a-z]+\\b`, 'g');
const STAMP = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d| ?[+-]\d{4}(?: [A-Z]{3,4})?)?/g;
const AGO = /\b(?:Less than a second|About an? (?:minute|hour)|\d+ (?:second|minute|hour|day|week|month|year)s?)(?: ago)?\b/g;
const DURATION = /\b\d+\.\d+s\b/g;
const ID = /(?<![0-9a-zA-Z_])([0-9a-f]{64}|[0-9a-f]{12})(?![0-9a-zA-Z_])/g;
const ANSI = /\x1b\[[0-9;?]*[A-Za-z]/g;
const DEPRECATED = /DEPRECATED: The legacy builder.*?\n(?:[ \t]+.*\n)*\n?/g;
const HINT = /^(?:See|Run) '?docker\b.*--help.*$|^See 'docker .*$/;
const CONTEXT = /Sending build context to Docker daemon +\S+/g;
const PROGRESS =
  /^(?:<ID\d+>|[0-9a-f]{12}): (?:Pulling fs layer|Verifying Checksum|Download complete|Waiting|Preparing|Downloading.*|Extracting.*|Pushing.*|Pull complete)$/;
const PUSH_SIZE = /(digest: \S+ size: )\d+/g;

/** docker's units.HumanSizeWithPrecision(n, 3). */
function human(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let value = bytes;
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
  return `${Number(value.toPrecision(3))}${units[at]}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Normalises the texts of one record; ids are numbered in order of first appearance, a short id and its long form alike. */
export class Normaliser {
  readonly #ids = new Map<string, number>();
  readonly #base: RegExp | undefined;

  constructor(baseSize: number) {
    if (baseSize > 0) this.#base = new RegExp(`(?<![\\d.])(?:${escaped(human(baseSize))}|${baseSize})(?![\\d.])`, 'g');
  }

  /** The text's lines, blank ones and transient ones left out. */
  lines(text: string, stream: 'stdout' | 'stderr' = 'stdout'): string[] {
    let out = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(ANSI, '').replace(DEPRECATED, '');
    out = out.replace(CONTEXT, 'Sending build context to Docker daemon  <SIZE>').replace(STAMP, '<TIME>');
    out = out.replace(ID, (id) => this.#number(id));
    out = out.replace(AGO, '<TIME>').replace(DURATION, '<DUR>').replace(NAME, '<NAME>').replace(PUSH_SIZE, '$1<N>');
    if (this.#base !== undefined) out = out.replace(this.#base, '<BASE>');
    return out
      .split('\n')
      .map((line) => line.trimEnd().replace(/[ \t]{2,}/g, '  '))
      .filter((line) => line !== '' && !PROGRESS.test(line) && !(stream === 'stderr' && HINT.test(line)));
  }

  #number(id: string): string {
    if (id.length === 12 && /^\d+$/.test(id)) return id;
    const short = id.slice(0, 12);
    if (!this.#ids.has(short)) this.#ids.set(short, this.#ids.size + 1);
    return `<ID${this.#ids.get(short)}>`;
  }
}
