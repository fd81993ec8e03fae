import { FactBrief, FactData } from 'backstage-plugin-accountability-common';
import {
  formatNumber,
  NBSP,
  printQuantity,
  quantity,
  useText,
} from '../../../text';
import { StatusIcon, LowerBoundBar } from '../../marks';
import { OwnershipColumn } from './ownershipColumns';

/** One fact of a service in short; it opens everything behind it, the whole sentence first. */
export function FactCell(props: {
  fact?: FactBrief;
  reads: OwnershipColumn['reads'];
  /** What it is and of whom, for those who hear the button alone. */
  of: string;
  onOpen(fact: string): void;
}) {
  const t = useText();
  const { fact, reads, of, onOpen } = props;
  if (!fact) {
    return (
      <>
        <Unknown word={t('ownership.absent')} />
        <span className="acc-hidden">{t('ownership.absentHint')}</span>
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-nowrap"
        style={{ textAlign: 'left' }}
        aria-haspopup="dialog"
        title={fact.because}
        onClick={() => onOpen(fact.id)}
      >
        {fact.value === undefined ? (
          <UnknownFact fact={fact} reads={reads} />
        ) : (
          <Known value={fact.value} unit={fact.unit} reads={reads} />
        )}
        <span className="acc-hidden">, {of}</span>
      </button>
      {reads === 'lower-bound' && typeof fact.value === 'number' && (
        <div style={{ width: 72 }} aria-hidden>
          <LowerBoundBar share={fact.value} label="" />
        </div>
      )}
      {reads !== 'age' && fact.sampleSize > 0 && (
        <div className="acc-label acc-nowrap">
          {t('ownership.basis', { n: formatNumber(fact.sampleSize) })}
        </div>
      )}
    </>
  );
}

function Known(props: {
  value: FactData;
  unit: FactBrief['unit'];
  reads: OwnershipColumn['reads'];
}) {
  const t = useText();
  const { value, unit, reads } = props;
  const printed = printQuantity(quantity(value, unit, t));
  if (reads === 'lower-bound') {
    return <>{t('ownership.atLeast', { value: printed })}</>;
  }
  if (reads !== 'age') return <>{printed}</>;
  return (
    <>
      {value === 0
        ? t('ownership.today')
        : t('ownership.ago', { span: printed }).replace(/ /g, NBSP)}
    </>
  );
}

function UnknownFact(props: {
  fact: FactBrief;
  reads: OwnershipColumn['reads'];
}) {
  const t = useText();
  const { reason = 'error', sampleSize } = props.fact;
  if (props.reads === 'age' && reason === 'insufficient-data') {
    // Only an answer makes a sample: one without an age is a rejection.
    return (
      <Unknown
        word={sampleSize > 0 ? t('ownership.rejected') : t('ownership.notYet')}
      />
    );
  }
  return (
    <Unknown
      word={t(`ownership.reason.${reason}`)}
      applies={reason !== 'not-applicable'}
    />
  );
}

function Unknown({
  word,
  applies = true,
}: {
  word: string;
  applies?: boolean;
}) {
  const t = useText();
  const status = applies ? 'unknown' : 'not-applicable';
  return (
    <span className="acc-inline acc-muted acc-small acc-nowrap">
      <StatusIcon status={status} />
      {applies && <span className="acc-hidden">{t('status.unknown')},</span>}
      {word}
    </span>
  );
}
