/** Small triangles under the axis, at the points whose day was told again since. */
export function RetoldMarks(props: {
  /** Which of the points. */
  places: number[];
  points: number;
  width: number;
  /** Height of the axis, px. */
  base: number;
}) {
  const { places, points, width, base } = props;
  const step = points > 1 ? (width - 4) / (points - 1) : 0;
  return (
    <>
      {places.map(place => (
        <path
          key={place}
          data-retold
          d={`M${Math.max(4, place * step)} ${base + 2}l4 7h-8z`}
          fill="var(--acc-mark-warning)"
        />
      ))}
    </>
  );
}
