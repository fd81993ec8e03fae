import { useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ComingItem,
  ComingResponse,
  OrganisationFilter,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { usePolled } from '../../../hooks';
import { formatNumber, formatSpan, useText } from '../../../text';
import { Answer, EmptySentence, Section } from '../../states';
import { Toggle } from '../../table';
import { ComingRow } from './ComingRow';

/** What is weeks away is no matter of seconds. */
const REFRESH_MS = 300_000;

/** What comes first; the rest is folded behind its count. */
const SHOWN = 5;

/** What has a date in the next weeks, for the services that the page is narrowed to. */
export function ComingSection({ filter }: { filter: OrganisationFilter }) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const coming = usePolled(() => api.getComing(filter), {
    key: JSON.stringify(filter),
    everyMs: REFRESH_MS,
  });
  const { data } = coming;
  return (
    <Section
      title={t('coming.title')}
      sub={
        data && t('coming.sub', { span: formatSpan(data.until - data.asOf) })
      }
    >
      <Answer polled={coming} what={t('coming.what')} boxes={[120]}>
        {answer => <Items {...answer} />}
      </Answer>
    </Section>
  );
}

function Items({ items, asOf }: ComingResponse) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (items.length === 0) {
    return <EmptySentence>{t('coming.empty')}</EmptySentence>;
  }
  const folds = items.length > SHOWN + 1;
  const shown: ComingItem[] = folds && !open ? items.slice(0, SHOWN) : items;
  return (
    <>
      <ul id={id}>
        {shown.map(item => (
          <ComingRow key={item.id} item={item} now={asOf} />
        ))}
      </ul>
      {folds && (
        <Toggle open={open} controls={id} onToggle={() => setOpen(!open)}>
          {open
            ? t('coming.fold')
            : t('coming.more', { number: formatNumber(items.length - SHOWN) })}
        </Toggle>
      )}
    </>
  );
}
