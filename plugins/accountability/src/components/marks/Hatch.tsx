/** The texture of the unknown, to be named by `fill="url(#id)"`. */
export function Hatch({ id, gap = 5 }: { id: string; gap?: number }) {
  return (
    <pattern
      id={id}
      width={gap}
      height={gap}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d={`M0 0V${gap}`} stroke="var(--acc-hatch)" strokeWidth="1.6" />
    </pattern>
  );
}
