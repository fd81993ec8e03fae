import { Fragment, useId, useState } from 'react';
import { Assessment } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { BurdenMark } from '../marks';
import { Section } from '../states';
import { ScrollBox, Toggle } from '../table';
import { ContextGroup, contextGroups } from './contextGroups';
import { ContextRow } from './ContextRow';

interface Props {
  assessment: Assessment;
  at?: number;
}

/** Facts that no check reads, by burden: known or not, they are shown, and judge nothing. */
export function ContextFacts(props: Props) {
  const t = useText();
  const groups = contextGroups(props.assessment);
  if (groups.length === 0) return null;
  return (
    <Section title={t('facts.title')} sub={t('facts.sub')}>
      <ScrollBox label={t('facts.title')}>
        <table className="acc-table acc-context" aria-label={t('facts.title')}>
          <thead>
            <tr>
              <th style={{ minWidth: 210 }}>{t('facts.fact')}</th>
              <th>{t('facts.value')}</th>
              <th>{t('facts.why')}</th>
              <th className="acc-right">{t('facts.evidence')}</th>
            </tr>
          </thead>
          {groups.map(group => (
            <Group key={group.burden ?? ''} group={group} {...props} />
          ))}
        </table>
      </ScrollBox>
    </Section>
  );
}

/** One burden: what is known of it, and what is not behind its number. */
function Group({ group, ...props }: Props & { group: ContextGroup }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { known, unknown } = group;
  const count = unknown.length;
  const rows = open ? [...known, ...unknown] : known;
  return (
    <Fragment>
      <tbody>
        <tr className="acc-contextHead">
          <th colSpan={4} scope="rowgroup">
            <div className="acc-groupRow">
              <GroupName group={group} assessment={props.assessment} />
              <span className="acc-label">
                {t('facts.known', { count: known.length })}
              </span>
              {count > 0 && (
                <span className="acc-small">
                  <Toggle
                    open={open}
                    controls={id}
                    of={group.burden && t(`burden.${group.burden}`)}
                    onToggle={() => setOpen(old => !old)}
                  >
                    {open
                      ? t('facts.hideUnknown', { count })
                      : t('facts.unknown', { count })}
                  </Toggle>
                </span>
              )}
            </div>
          </th>
        </tr>
      </tbody>
      <tbody id={id}>
        {rows.map(fact => (
          <ContextRow
            key={fact.id}
            entityRef={props.assessment.entityRef}
            fact={fact}
            at={props.at}
          />
        ))}
      </tbody>
    </Fragment>
  );
}

function GroupName(props: { group: ContextGroup; assessment: Assessment }) {
  const t = useText();
  const { group, assessment } = props;
  const { burden } = group;
  const result = assessment.burdens.find(each => each.burden === burden);
  return (
    <>
      <span className="acc-strong">
        {burden ? t(`burden.${burden}`) : t('facts.other')}
      </span>
      {result && (
        <span className="acc-small">
          <BurdenMark status={result.status} />
        </span>
      )}
    </>
  );
}
