/** The name of a lane, left of it, and a word about it below. */
export function LaneName(props: { y: number; name: string; about?: string }) {
  const { y, name, about } = props;
  return (
    <>
      <text x="0" y={y} className="acc-svgPrimary">
        {name}
      </text>
      {about && (
        <text x="0" y={y + 15}>
          {about}
        </text>
      )}
    </>
  );
}
