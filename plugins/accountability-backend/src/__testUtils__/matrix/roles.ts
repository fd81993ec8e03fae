import { mockCredentials } from '@backstage/backend-test-utils';

const user = (name: string) => {
  const ref = `user:default/${name}`;
  return { ref, authorization: mockCredentials.user.header(ref) };
};

const machine = (ref: string) => ({
  ref,
  authorization: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(ref),
    targetPluginId: 'accountability',
  }),
});

/** Who tries everything, as the plugin knows them. */
export const roles = {
  /** Of the group that owns the service, with every permission. */
  owner: user('owner'),
  /** Of no group, with every permission. */
  other: user('other'),
  /** Of another group, with every permission; the catalog does not show them the service. */
  stranger: user('stranger'),
  /** Reads everything, and has no permission to do anything. */
  reader: user('reader'),
  /** A machine of delivery, whose token may ask gates and send deliveries alone. */
  ci: machine('external:ci'),
  /** A machine without restrictions, which is how actions know any. */
  machine: machine('external:any'),
  /** Without credentials. */
  nobody: { ref: '', authorization: mockCredentials.none.header() },
};
