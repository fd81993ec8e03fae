import {
  ChangeRecord,
  DeploymentResponse,
} from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../text';
import { SourceLink } from '../links';
import { EmptySentence, Section } from '../states';
import { recordName } from '../timeline/recordName';
import { ScrollBox } from '../table';

/** What it brought, change by change: who approved is counted, never named; what is not told stays unknown. */
export function ContentsSection({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { contents } = data;
  const title = t('contents.title');
  if (contents.status !== 'known') {
    return (
      <Section title={title}>
        <EmptySentence>
          {contents.status === 'unknown'
            ? t('checks.unknownBecause', { because: contents.because })
            : contents.because}
        </EmptySentence>
      </Section>
    );
  }
  const { changes } = contents;
  if (changes.length === 0) {
    return (
      <Section title={title}>
        <EmptySentence>{t('contents.empty')}</EmptySentence>
      </Section>
    );
  }
  return (
    <Section title={title} sub={t('contents.sub')}>
      <ScrollBox label={title}>
        <table className="acc-table" aria-label={title}>
          <thead>
            <tr>
              <th style={{ minWidth: 220 }}>{t('record.change')}</th>
              <th>{t('contents.merged')}</th>
              <th>{t('contents.approvals')}</th>
              <th style={{ minWidth: 150 }}>{t('contents.written')}</th>
              <th className="acc-right">{t('contents.size')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(change => (
              <Row key={change.id} change={change} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

function Row({ change }: { change: ChangeRecord }) {
  const t = useText();
  const { url, endedAt, machineWritten, reverts, hotfix } = change;
  const name = recordName(change);
  const notes = [
    change.origin === 'push' && t('contents.push'),
    hotfix && t('contents.hotfix'),
    reverts && t('contents.reverts', { what: reverts }),
    change.hidden?.includes('reverts') && t('contents.revertsHidden'),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {url ? <SourceLink url={url}>{name}</SourceLink> : name}
        {notes.length > 0 && (
          <div className="acc-label">{notes.join(', ')}</div>
        )}
      </th>
      <td>
        {endedAt === undefined
          ? t('checks.unknownValue')
          : formatInstant(endedAt)}
      </td>
      <td>
        <Approvals change={change} />
      </td>
      <td>
        {machineWritten ? (
          t(`machineWritten.${machineWritten}`)
        ) : (
          <span className="acc-muted">{t('contents.unmarked')}</span>
        )}
      </td>
      <td className="acc-right">
        <Size change={change} />
      </td>
    </tr>
  );
}

function Approvals({ change }: { change: ChangeRecord }) {
  const t = useText();
  const { approvals, approvalsSeen } = change;
  if (approvals !== undefined) {
    return <>{t('outcome.approvals', { count: approvals })}</>;
  }
  if (approvalsSeen !== undefined) {
    return (
      <>{t('contents.atLeast', { number: formatNumber(approvalsSeen) })}</>
    );
  }
  return <>{t('checks.unknownValue')}</>;
}

function Size({ change }: { change: ChangeRecord }) {
  const t = useText();
  const { files, additions, deletions } = change;
  if (additions === undefined || deletions === undefined) {
    return <>{t('checks.unknownValue')}</>;
  }
  return (
    <>
      <span className="acc-nowrap">
        {t('contents.lines', {
          additions: formatNumber(additions),
          deletions: formatNumber(deletions),
        })}
      </span>
      {files !== undefined && (
        <div className="acc-label">{t('contents.files', { count: files })}</div>
      )}
    </>
  );
}
