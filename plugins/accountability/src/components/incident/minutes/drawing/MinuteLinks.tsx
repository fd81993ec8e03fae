import { useText } from '../../../../text';
import { linkStroke } from '../../../marks';
import { MinuteLink } from '../minuteLinks';

/** What caused it, what could have, and what undid it; a candidate is dotted and thin whatever found it. */
export function MinuteLinks({ links }: { links: MinuteLink[] }) {
  const t = useText();
  const undoes = links.find(({ kind }) => kind === 'undoes');
  return (
    <g>
      {links.map(link => (
        <g key={link.key}>
          <path
            d={link.path}
            fill="none"
            stroke="var(--acc-link)"
            {...linkStroke(
              link.kind === 'candidate' ? 'dependency' : link.method,
            )}
          />
          <path d={link.head} fill="var(--acc-link)" />
          {link === undoes && link.label && (
            <text
              {...link.label}
              textAnchor="middle"
              className="acc-halo acc-svgPrimary"
            >
              {t('minutes.undoes')}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
