import { linkStroke } from '../../marks';
import { CauseLink } from '../layout';

/** Lines from deployments to the incidents charged to them; the weaker the evidence, the more broken. */
export function LinksDrawing({ links }: { links: CauseLink[] }) {
  return (
    <g fill="none" stroke="var(--acc-link)">
      {links.map(({ attribution, path }) => (
        <g key={attribution.incident}>
          <path d={path} {...linkStroke(attribution.method)} />
          <ArrowHead path={path} />
        </g>
      ))}
    </g>
  );
}

function ArrowHead({ path }: { path: string }) {
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const [x, y] = path.includes('V')
    ? [numbers[0], numbers[2]]
    : numbers.slice(-2);
  return (
    <path
      d={`M${x - 3.5} ${y - 2}L${x} ${y + 4}L${x + 3.5} ${y - 2}Z`}
      fill="var(--acc-link)"
      stroke="none"
    />
  );
}
