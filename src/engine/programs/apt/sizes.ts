const UNITS = ['', 'k', 'M', 'G', 'T'];

/** A size as apt writes it: `151 kB`, `6924 B`, `20.5 MB` (apt-pkg/contrib/strutl.cc SizeToStr). */
export function sizeText(bytes: number): string {
  let size = Math.abs(bytes);
  for (const unit of UNITS) {
    if (size < 100 && unit !== '') return `${size.toFixed(1)} ${unit}B`;
    if (size < 10_000) return `${size.toFixed(0)} ${unit}B`;
    size /= 1000;
  }
  return `${size.toFixed(0)} PB`;
}

/** Seconds as apt writes them: `0s`, `1min 3s` (TimeToStr). */
export function timeText(seconds: number): string {
  const whole = Math.floor(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}min ${whole % 60}s`;
}
