import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { accountabilityTranslationRef } from './accountabilityTranslationRef';

/** Looks a text up by its key and fills in its values. */
export type Text = TranslationFunction<typeof accountabilityTranslationRef.T>;

/** The texts of the portal in the language of the app. */
export function useText(): Text {
  return useTranslationRef(accountabilityTranslationRef).t;
}
