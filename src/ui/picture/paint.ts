// The look of a layer: a pure function of its diffID, so a layer keeps its colour in every picture, session and language.

export interface Paint {
  /** Degrees: one of 16 hues, 22.5 apart. */
  readonly hue: number;
  /** 0 light, 1 middle, 2 dark. */
  readonly tone: 0 | 1 | 2;
  /** 0 plain, 1 sand, 2 shale, 3 limestone, 4 hatch, 5 pebbles, 6 v, 7 plus. */
  readonly texture: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The first four hex digits, always printed beside the colour. */
  readonly code: string;
}

/** `digest` is `sha256:…` or bare hex of at least six digits. */
export function paint(digest: string): Paint {
  const hex = digest.replace(/^[a-z0-9]+:/, '');
  const byte = (index: number) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  return {
    hue: (byte(0) >> 4) * 22.5,
    tone: (byte(1) % 3) as Paint['tone'],
    texture: (byte(2) & 7) as Paint['texture'],
    code: hex.slice(0, 4),
  };
}

/** Width of a bed in percent of its column: logarithmic, 34 at 0 or 1 byte, 100 at 1 GB and above. */
export function bedWidth(bytes: number): number {
  if (bytes <= 0) return 34;
  return Math.round((34 + 66 * Math.min(1, Math.log10(bytes) / 9)) * 10) / 10;
}
