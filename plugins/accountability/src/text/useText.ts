import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accountabilityTranslationRef } from './accountabilityTranslationRef';

/** The texts of the portal in the language of the app. */
export function useText() {
  return useTranslationRef(accountabilityTranslationRef).t;
}

/** Looks a text up by its key and fills in its values. */
export type Text = ReturnType<typeof useText>;
