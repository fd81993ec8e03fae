/** A ladder as rising steps, filled up to the rank reached; the word beside it says the name. */
export function LevelSteps(props: {
  rank: number;
  steps: number;
  size?: number;
}) {
  const { rank, size = 16 } = props;
  const steps = Math.max(1, props.steps);
  const pitch = 24 / steps;
  const width = pitch * 0.6;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      {Array.from({ length: steps }, (_, step) => {
        const height = (24 * (step + 1)) / steps - 1.5;
        const filled = step < rank;
        return (
          <rect
            key={step}
            x={step * pitch + 0.75}
            y={23.25 - height}
            width={width}
            height={height}
            fill={filled ? 'var(--bui-fg-primary)' : 'none'}
            stroke={filled ? 'var(--bui-fg-primary)' : 'var(--acc-mark)'}
            strokeWidth="1.5"
          />
        );
      })}
    </svg>
  );
}
