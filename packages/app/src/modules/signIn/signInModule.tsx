import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  SignInPageProps,
} from '@backstage/plugin-app-react';

function GuestSignIn(props: SignInPageProps) {
  return <ProxiedSignInPage {...props} provider="guest" />;
}

/** Signs the guest in without a question; the demo has no other people. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({ params: { loader: async () => GuestSignIn } }),
  ],
});
