/** A lane of which nothing is known: hatch, and the words why. */
export function UnknownLane(props: {
  hatch: string;
  box: { x: number; y: number; width: number; height: number };
  text: string;
}) {
  const { hatch, box, text } = props;
  return (
    <g>
      <rect {...box} fill={`url(#${hatch})`} />
      <text
        x={box.x + box.width / 2}
        y={box.y + box.height / 2 + 4}
        textAnchor="middle"
        className="acc-svgPrimary acc-halo"
        style={{ strokeWidth: 10 }}
      >
        {text}
      </text>
    </g>
  );
}
