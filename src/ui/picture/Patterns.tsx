// The seven rock textures as SVG patterns; ids are prefixed so that several drawings live on one page.
export function Patterns({ id }: { readonly id: string }) {
  const common = { patternUnits: 'userSpaceOnUse' as const };
  const line = { stroke: 'var(--tex-ink)', fill: 'none' };
  return (
    <defs>
      <pattern id={`${id}-1`} width="12" height="12" {...common}>
        <g fill="var(--tex-ink)">
          <circle cx="3" cy="3" r="1" />
          <circle cx="9" cy="9" r="1" />
        </g>
      </pattern>
      <pattern id={`${id}-2`} width="24" height="12" {...common}>
        <path d="M2 3h10M14 9h10" {...line} stroke-width="1.2" />
      </pattern>
      <pattern id={`${id}-3`} width="24" height="16" {...common}>
        <path d="M0 .5h24M0 8.5h24M6.5 .5v8M18.5 8.5v8" {...line} />
      </pattern>
      <pattern id={`${id}-4`} width="10" height="10" {...common}>
        <path d="M-2 12 12-2M-2 2 2-2M8 12 12 8" {...line} />
      </pattern>
      <pattern id={`${id}-5`} width="20" height="14" {...common}>
        <g {...line}>
          <ellipse cx="5" cy="4" rx="2.8" ry="1.8" />
          <ellipse cx="15" cy="10.5" rx="2.8" ry="1.8" />
        </g>
      </pattern>
      <pattern id={`${id}-6`} width="16" height="14" {...common}>
        <path d="M1.5 2 4 6.5 6.5 2M9.5 8.5 12 13l2.5-4.5" {...line} />
      </pattern>
      <pattern id={`${id}-7`} width="16" height="14" {...common}>
        <path d="M4 1v6M1 4h6M12 8v6M9 11h6" {...line} />
      </pattern>
    </defs>
  );
}
