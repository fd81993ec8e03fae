import { formatNumber, Text, useText } from '../../../../text';
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
          {(link.kind !== 'undoes' || link === undoes) && (
            <text
              x={link.label.x}
              y={link.label.y}
              textAnchor={link.label.anchor}
              className={`acc-halo ${
                link.kind === 'cause' ? 'acc-svgBold' : 'acc-svgPrimary'
              }`}
            >
              {words(link, t)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function words({ kind, confidence }: MinuteLink, t: Text): string {
  if (kind === 'undoes') return t('minutes.undoes');
  return t(kind === 'cause' ? 'minutes.cause' : 'minutes.candidate', {
    confidence: formatNumber(confidence ?? 0, 2),
  });
}
