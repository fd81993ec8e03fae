import { Fragment } from 'react';
import {
  CheckStatus,
  PolicyDocumentStatus,
  PolicyFault,
  PolicyRuleStatus,
} from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { StateWord } from '../marks';
import { ScrollBox } from '../table';

const shapes: Record<PolicyDocumentStatus['state'], CheckStatus> = {
  active: 'pass',
  draft: 'not-applicable',
  scheduled: 'not-applicable',
  kept: 'warn',
  refused: 'fail',
};

/** Documents in the order of their files; rules at fault are told one by one, with their place. */
export function DocumentsTable(props: { documents: PolicyDocumentStatus[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('policy.documents')}>
      <table className="acc-table acc-rows" aria-label={t('policy.documents')}>
        <thead>
          <tr>
            <th style={{ minWidth: 200 }}>{t('policy.document')}</th>
            <th style={{ minWidth: 200 }}>{t('policy.state')}</th>
            <th style={{ minWidth: 80 }}>{t('policy.rules')}</th>
            <th style={{ minWidth: 320 }}>{t('policy.faults')}</th>
          </tr>
        </thead>
        <tbody>
          {props.documents.map((document, place) => (
            <Fragment key={`${document.file} ${place}`}>
              <Row document={document} />
              {document.rules
                .filter(({ state }) => state !== 'active')
                .map(rule => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ document }: { document: PolicyDocumentStatus }) {
  const t = useText();
  const { file, kind, name, title, state, effectiveFrom, rules, faults } =
    document;
  const words =
    state === 'scheduled'
      ? t('documentState.scheduled', { at: formatInstant(effectiveFrom ?? 0) })
      : t(`documentState.${state}`);
  return (
    <tr>
      <th scope="row">
        {title ?? name ?? kind}
        <div className="acc-code acc-muted">
          {file}: {kind} {name}
        </div>
      </th>
      <td data-label={t('policy.state')}>
        <StateWord shape={shapes[state]}>{words}</StateWord>
      </td>
      <td data-label={t('policy.rules')}>
        {t('policy.rulesOf', { count: rules.length })}
      </td>
      <td data-label={t('policy.faults')}>
        <Faults faults={faults} />
      </td>
    </tr>
  );
}

function RuleRow({ rule }: { rule: PolicyRuleStatus }) {
  const t = useText();
  const { id, title, state, faults } = rule;
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: 24 }}>
        {title ?? id}
        <div className="acc-code acc-muted">{id}</div>
      </th>
      <td data-label={t('policy.state')}>
        <StateWord shape={shapes[state]}>{t(`ruleState.${state}`)}</StateWord>
      </td>
      <td />
      <td data-label={t('policy.faults')}>
        <Faults faults={faults} />
      </td>
    </tr>
  );
}

/** Faults with their places. */
export function Faults({ faults }: { faults: PolicyFault[] }) {
  const t = useText();
  if (faults.length === 0) {
    return <span className="acc-muted">{t('policy.noFaults')}</span>;
  }
  return (
    <ul className="acc-sentences">
      {faults.map(({ file, line, column, message }) => (
        <li key={`${file}:${line}:${column} ${message}`}>
          <code className="acc-code">
            {file}:{line}:{column}
          </code>{' '}
          {message}
        </li>
      ))}
    </ul>
  );
}
