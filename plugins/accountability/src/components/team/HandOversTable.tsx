import { HandOver } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { OwnerName } from '../service/OwnerName';
import { ServiceLink } from '../record';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';

/** Services that came to the team or left it. */
export function HandOversTable({ handOvers }: { handOvers: HandOver[] }) {
  const t = useText();
  return (
    <Section title={t('team.handOvers')} sub={t('team.handOversSub')}>
      {handOvers.length === 0 ? (
        <EmptySentence>{t('team.handOversEmpty')}</EmptySentence>
      ) : (
        <ScrollBox label={t('team.handOvers')}>
          <table className="acc-table" aria-label={t('team.handOvers')}>
            <thead>
              <tr>
                <th>{t('team.day')}</th>
                <th>{t('team.direction')}</th>
                <th>{t('team.service')}</th>
                <th>{t('team.other')}</th>
              </tr>
            </thead>
            <tbody>
              {handOvers.map(handOver => (
                <tr
                  key={`${handOver.entityRef} ${handOver.at} ${handOver.direction}`}
                >
                  <td className="acc-nowrap">{formatDate(handOver.at)}</td>
                  <td>{t(`team.${handOver.direction}`)}</td>
                  <th scope="row">
                    <ServiceLink entityRef={handOver.entityRef}>
                      {handOver.title}
                    </ServiceLink>
                  </th>
                  <td>
                    <Other handOver={handOver} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}

function Other({ handOver }: { handOver: HandOver }) {
  const t = useText();
  const taken = handOver.direction === 'taken-over';
  if (!handOver.otherOwner) {
    return <>{taken ? t('team.fromNobody') : t('team.toNobody')}</>;
  }
  return (
    <>
      {taken ? t('team.from') : t('team.to')}{' '}
      <OwnerName owner={handOver.otherOwner} />
    </>
  );
}
