// Draws an icon of Lucide as its own component does, for what our pages say of one.
import { type ComponentChildren, type FunctionComponent, h } from 'preact';

interface IconData {
  readonly name: string;
  readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[];
}

interface IconProps extends Readonly<Record<string, unknown>> {
  readonly size?: number | string;
  readonly color?: string;
  readonly strokeWidth?: number | string;
  readonly class?: string;
  readonly className?: string;
  readonly children?: ComponentChildren;
}

/** Named to whoever reads the page, or else hidden from them. */
const isNamed = (name: string): boolean => /^(?:aria-.*|role|title)$/.test(name);

export default function icon({ name, node }: IconData): FunctionComponent<IconProps> {
  return ({ size = 24, color = 'currentColor', strokeWidth = 2, class: classes, className, children, ...rest }) =>
    h(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: color,
        'stroke-width': strokeWidth,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        class: ['lucide', `lucide-${name}`, classes, className].filter(Boolean).join(' '),
        ...(children || Object.keys(rest).some(isNamed) ? {} : { 'aria-hidden': 'true' }),
        ...rest,
      },
      ...node.map(([tag, attributes]) => h(tag, attributes)),
      children,
    );
}
