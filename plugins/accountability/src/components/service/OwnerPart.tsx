import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { OwnerName } from './OwnerName';

/** One owner and the time in which they answered. */
export function OwnerPart(props: {
  label: string;
  span?: OwnerSpan;
  before?: boolean;
}) {
  const t = useText();
  const { span, before } = props;
  const nobody = before ? t('verdict.nobodyBefore') : t('verdict.nobody');
  const strong = before ? '' : ' acc-strong';
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{props.label}</span>
      <span className={`acc-stripValue acc-owner${strong}`}>
        {span ? <OwnerName owner={span.owner} /> : nobody}
      </span>
      <span className="acc-label">
        <SpanWords span={span} before={before} />
      </span>
      {span && !span.resolves && (
        <span className="acc-label">{t('verdict.unresolved')}</span>
      )}
      {span && before && span.resolves && (
        <span className="acc-label">{t('verdict.keeps')}</span>
      )}
    </div>
  );
}

function SpanWords({ span, before }: { span?: OwnerSpan; before?: boolean }) {
  const t = useText();
  if (!span) {
    return <>{before ? t('verdict.firstOwner') : t('verdict.nobodyHint')}</>;
  }
  const from = formatDate(span.from);
  return (
    <>
      {span.to === undefined
        ? t('verdict.spanSince', { from })
        : t('verdict.span', { from, to: formatDate(span.to) })}
    </>
  );
}
