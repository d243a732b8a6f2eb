import { describe, expect, it } from 'vitest';
import { render } from './render.ts';
import { emptyLine, type LineState } from './state.ts';

const prompt = { text: '$ ', more: '> ' };

/** A terminal of a few rows that understands what render() sends. */
class Screen {
  readonly rows: string[] = [''];
  row = 0;
  column = 0;
  readonly columns: number;
  constructor(columns: number) {
    this.columns = columns;
  }
  write(text: string) {
    const tokens = text.match(/\x1b\[[\d;]*[A-Za-z]|[\s\S]/gu) ?? [];
    for (const token of tokens) {
      const move = /^\x1b\[(\d*)([A-Za-z])$/.exec(token);
      const by = Number(move?.[1] || 1);
      if (move?.[2] === 'A') this.row -= by;
      else if (move?.[2] === 'C') this.column += by;
      else if (move?.[2] === 'J') {
        this.rows.length = this.row + 1;
        this.rows[this.row] = [...(this.rows[this.row] ?? '')].slice(0, this.column).join('');
      } else if (token === '\r') this.column = 0;
      else if (token === '\n') this.newRow();
      else if (!token.startsWith('\x1b')) {
        const width = /[\u3000-\u9fff\uff00-\uffef]/.test(token) ? 2 : 1;
        if (this.column + width > this.columns) {
          this.newRow();
          this.column = 0;
        }
        this.rows[this.row] = (this.rows[this.row] ?? '') + token;
        this.column += width;
      }
    }
  }
  private newRow() {
    this.row++;
    this.rows[this.row] ??= '';
  }
}

function draw(states: readonly LineState[], columns: number): Screen {
  const screen = new Screen(columns);
  let drawn: { cursorRow: number } | undefined;
  for (const state of states) {
    const result = render(state, prompt, columns, drawn);
    drawn = result.drawn;
    screen.write(result.output);
  }
  return screen;
}

const line = (text: string, cursor = text.length): LineState => ({ ...emptyLine(), text, cursor });

describe('render', () => {
  it('LES-38 draws the line and puts the cursor where it is', () => {
    const screen = draw([line('docker ps', 3)], 40);
    expect(screen).toMatchObject({ rows: ['$ docker ps'], row: 0, column: 5 });
  });

  it('LES-38 wraps, and redraws over what it drew before', () => {
    const screen = draw([line('abcdefghijkl'), line('abcdefghijk'), line('abc')], 10);
    expect(screen).toMatchObject({ rows: ['$ abc'], row: 0, column: 5 });
  });

  it('LES-38 a line that exactly fills the row has its cursor on the next', () => {
    expect(draw([line('abcdefgh')], 10)).toMatchObject({ row: 1, column: 0 });
    expect(draw([line('abcdefgh', 7)], 10)).toMatchObject({ row: 0, column: 9 });
  });

  it('LES-38 wide characters take two columns and wrap whole', () => {
    expect(draw([line('echo 层')], 10)).toMatchObject({ rows: ['$ echo 层'], column: 9 });
    expect(draw([line('echo x层')], 9)).toMatchObject({ rows: ['$ echo x', '层'], row: 1, column: 2 });
  });

  it('LES-38 further lines stand after the second prompt', () => {
    expect(draw([line('cat <<E\na', 9)], 40)).toMatchObject({ rows: ['$ cat <<E', '> a'], row: 1, column: 3 });
  });
});
