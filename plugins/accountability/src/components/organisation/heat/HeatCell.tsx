import { useId } from 'react';
import { OrganisationCell } from 'backstage-plugin-accountability-common';
import { formatNumber, NBSP, Text, useText } from '../../../text';
import { Hatch } from '../../marks';
import { KnownBar } from './KnownBar';
import { MovedWords, movedWords } from './MovedWords';
import { CellReading, readCell } from './readCell';

/** A share in whole percent. */
export const percentWords = (percent: number) =>
  `${formatNumber(percent, 0)}${NBSP}%`;

const countWords = ({ notPassing, known }: OrganisationCell, t: Text) =>
  t('heat.of', {
    number: formatNumber(notPassing),
    known: formatNumber(known),
  });

/** What a cell says and of what, its visible words first, as whoever speaks to the page calls it. */
function sentence(
  given: { cell: OrganisationCell; row: string; reading: CellReading },
  t: Text,
): string {
  const { cell, row, reading } = given;
  const words = {
    burden: t(`burden.${cell.burden}`),
    row,
    known: formatNumber(cell.known),
    applicable: formatNumber(cell.applicable),
  };
  if (reading.is !== 'share') return t('heat.cellUnknown', words);
  const { percent, moved } = reading;
  return t('heat.cell', {
    ...words,
    share: percentWords(percent),
    counts: countWords(cell, t),
    moved:
      moved === undefined
        ? ''
        : t('heat.cellMoved', { moved: movedWords(moved, t) }),
  });
}

/** One burden of one row: share, counts and how much is known; it opens the services behind it. */
export function HeatCell(props: {
  cell: OrganisationCell;
  /** The title of its row. */
  row: string;
  onOpen(): void;
}) {
  const t = useText();
  const { cell, row, onOpen } = props;
  const reading = readCell(cell);
  const label = t(`burden.${cell.burden}`);
  if (reading.is === 'none') {
    return (
      <td data-label={label} className="acc-heatNone">
        <span aria-hidden className="acc-muted">
          –
        </span>
        <span className="acc-hidden">{t('heat.none')}</span>
      </td>
    );
  }
  const look = reading.is === 'share' ? `acc-heat${reading.heat}` : '';
  return (
    <td data-label={label}>
      <button
        type="button"
        className={`acc-heat ${look}`}
        aria-label={sentence({ cell, row, reading }, t)}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        {reading.is === 'share' ? (
          <Share cell={cell} percent={reading.percent} moved={reading.moved} />
        ) : (
          <Unknown cell={cell} />
        )}
      </button>
    </td>
  );
}

function Share(props: {
  cell: OrganisationCell;
  percent: number;
  moved?: number;
}) {
  const t = useText();
  const { cell, percent, moved } = props;
  return (
    <>
      <span className="acc-heatNumbers">
        <span className="acc-strong">{percentWords(percent)}</span>
        <span className="acc-small">{countWords(cell, t)}</span>
      </span>
      <KnownBar known={cell.known} applicable={cell.applicable} />
      {moved !== undefined && (
        <span className="acc-small">
          <MovedWords points={moved} />
        </span>
      )}
    </>
  );
}

function Unknown({ cell }: { cell: OrganisationCell }) {
  const t = useText();
  const id = useId();
  return (
    <>
      <svg className="acc-heatHatch" width="100%" height="100%" aria-hidden>
        <defs>
          <Hatch id={id} gap={6} />
        </defs>
        <rect
          width="100%"
          height="100%"
          rx="4"
          fill={`url(#${id})`}
          stroke="var(--acc-hatch)"
        />
      </svg>
      <span className="acc-heatUnknown">
        <span className="acc-strong">{t('heat.unknown')}</span>{' '}
        <span>
          {t('heat.unknownOf', {
            known: formatNumber(cell.known),
            applicable: formatNumber(cell.applicable),
          })}
        </span>
      </span>
    </>
  );
}
