import { useState } from 'react';
import {
  Assessment,
  CheckStatus,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { allChecks, countByStatus, PlacedCheck } from '../reading';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';
import { CheckRow } from './CheckRow';
import { FoldButton } from './FoldButton';

/** What checks are folded by: some statuses, and those that are only tried out. */
type Fold = CheckStatus | 'audit';

/** Folded behind a count until asked for. */
const folded: Fold[] = ['pass', 'not-applicable', 'audit'];

const foldOf = ({ mode, status }: PlacedCheck): Fold =>
  mode === 'audit' ? 'audit' : status;

/** Every check: those that do not pass first, the passing ones folded behind a count. */
export function ChecksTable(props: { assessment: Assessment; at?: number }) {
  const t = useText();
  const { assessment, at } = props;
  const [open, setOpen] = useState<Fold[]>([]);
  const all = allChecks(assessment);
  const counted = all.filter(({ mode }) => mode !== 'audit');
  const tried = all.filter(({ mode }) => mode === 'audit');
  const checks = [...counted, ...tried];
  const shown = checks.filter(check => {
    const fold = foldOf(check);
    return !folded.includes(fold) || open.includes(fold);
  });
  const counts = countByStatus(counted);
  const parts = counts
    .filter(({ status }) => status !== 'not-applicable')
    .map(
      ({ status, count }) =>
        `${count} ${t(`status.${status}`).toLocaleLowerCase('en')}`,
    )
    .join(', ');
  return (
    <Section
      title={t('checks.title')}
      sub={
        checks.length > 0 &&
        t('checks.sub', {
          applicable: String(assessment.coverage.applicable),
          parts,
        })
      }
    >
      {checks.length === 0 && <EmptySentence>{t('checks.none')}</EmptySentence>}
      {checks.length > 0 && shown.length === 0 && (
        <EmptySentence>{t('checks.allPassing')}</EmptySentence>
      )}
      {shown.length > 0 && (
        <Rows checks={shown} assessment={assessment} at={at} />
      )}
      <Folds
        counts={[
          ...counts.filter(({ status }) => folded.includes(status)),
          ...(tried.length > 0
            ? [{ status: 'audit' as const, count: tried.length }]
            : []),
        ]}
        open={open}
        onToggle={status =>
          setOpen(old =>
            old.includes(status)
              ? old.filter(each => each !== status)
              : [...old, status],
          )
        }
      />
    </Section>
  );
}

function Folds(props: {
  counts: { status: Fold; count: number }[];
  open: Fold[];
  onToggle(status: Fold): void;
}) {
  const { counts, open, onToggle } = props;
  if (counts.length === 0) return null;
  return (
    <div className="acc-fold acc-small">
      {counts.map(({ status, count }) => (
        <FoldButton
          key={status}
          status={status}
          count={count}
          open={open.includes(status)}
          onToggle={() => onToggle(status)}
        />
      ))}
    </div>
  );
}

function Rows(props: {
  checks: PlacedCheck[];
  assessment: Assessment;
  at?: number;
}) {
  const t = useText();
  return (
    <ScrollBox label={t('checks.title')}>
      <table className="acc-table acc-checks" aria-label={t('checks.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 96 }}>{t('checks.result')}</th>
            <th style={{ minWidth: 190 }}>{t('checks.check')}</th>
            <th style={{ minWidth: 96 }}>{t('checks.burden')}</th>
            <th style={{ minWidth: 280 }}>{t('checks.why')}</th>
            <th style={{ minWidth: 72 }}>{t('checks.since')}</th>
            <th style={{ minWidth: 130 }}>{t('checks.needed')}</th>
            <th className="acc-right">{t('checks.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {props.checks.map(check => (
            <CheckRow
              key={`${check.scorecard}/${check.check}`}
              check={check}
              assessment={props.assessment}
              at={props.at}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
