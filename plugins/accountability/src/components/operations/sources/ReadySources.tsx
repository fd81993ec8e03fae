import { SourceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { ScrollBox } from '../../table';
import { StateMark } from './StateMark';
import { useDeliveriesUrl } from './useDeliveriesUrl';

/** Sources that are on and never delivered, with the address that each waits at. */
export function ReadySources({ sources }: { sources: SourceHealth[] }) {
  const t = useText();
  const url = useDeliveriesUrl();
  return (
    <>
      <p className="acc-muted acc-measure">{t('connect.readyLead')}</p>
      <ScrollBox label={t('connect.readyTitle')}>
        <table
          className="acc-table acc-ready"
          aria-label={t('connect.readyTitle')}
        >
          <thead>
            <tr>
              <th>{t('sources.state')}</th>
              <th>{t('sources.source')}</th>
              <th>{t('connect.address')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(source => (
              <tr key={source.source}>
                <td className="acc-cellState">
                  <StateMark source={source} />
                </td>
                <th scope="row" className="acc-cellName">
                  {source.source}
                </th>
                <td className="acc-cellAddress">
                  <code className="acc-code acc-address">
                    {url}
                    {source.source}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
