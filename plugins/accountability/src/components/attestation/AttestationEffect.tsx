import {
  Attestation,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { refName } from '../reading';

const DAY = 86_400_000;

/** What an answer does and what it leaves as it is, before it is kept. */
export function AttestationEffect(props: {
  data: AttestationResponse;
  verdict: Attestation['verdict'];
}) {
  const t = useText();
  const { data, verdict } = props;
  const { service, asOf, everyDays } = data;
  const group = refName(service.owner ?? '');
  const next =
    everyDays === 0
      ? t('attestation.effectNever', { group })
      : t('attestation.effectNext', {
          group,
          date: formatDate(asOf + everyDays * DAY),
        });
  const sentences =
    verdict === 'confirmed'
      ? [t('attestation.effectConfirmed'), next]
      : [
          t('attestation.effectNothing', { group }),
          t('attestation.effectRejected'),
          next,
        ];
  return (
    <section className="acc-effect" aria-label={t('attestation.effect')}>
      <p className="acc-label" style={{ margin: 0 }}>
        {t('attestation.effect')}
      </p>
      <ul className="acc-small" style={{ margin: 0, paddingLeft: 16 }}>
        {[...sentences, t('attestation.effectKept', { group })].map(
          sentence => (
            <li key={sentence}>{sentence}</li>
          ),
        )}
      </ul>
    </section>
  );
}
