import { usePluginUrl } from '../../../hooks';

/** The address that the name of a source is appended to, as this browser reaches it. */
export function useDeliveriesUrl(): string {
  return `${usePluginUrl()}/deliveries/`;
}
