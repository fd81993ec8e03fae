import { z } from 'zod';
import { objectOf } from '../mapping/objectOf';
import { Place } from '../mapping/Place';
import { Authentication } from './Authentication';
import { signedByHmac } from './signedByHmac';
import { signedByStandardWebhooks } from './signedByStandardWebhooks';
import { withToken } from './withToken';

/** A way of authentication: the keys it has, and how they are read. */
interface Way {
  keys: readonly string[];
  schema: z.ZodType<Authentication>;
}

/** 128 bits; a shorter key was cut or is no base64. */
const LEAST_KEY_BYTES = 16;

const word = (what: string) =>
  z
    .string(`has to be the name of ${what}`)
    .regex(/^[\w-]{1,100}$/, `has to be the name of ${what}`)
    .transform(name => name.toLowerCase());
const prefix = z.string('has to be a text').optional();
const secrets = z
  .array(z.string('is not set'), 'has to be a list of secrets')
  .transform(list => list.filter(secret => secret.trim() !== ''))
  .refine(list => list.length > 0, 'names no secret');

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.trim().replace(/^whsec_/, ''), 'base64');
}

const ways: Readonly<Record<string, Way>> = {
  token: {
    keys: ['header', 'prefix', 'secrets'],
    schema: z
      .object({ header: word('a header'), prefix, secrets })
      .transform(withToken),
  },
  query: {
    keys: ['name', 'secrets'],
    schema: z
      .object({ name: word('a query parameter'), secrets })
      .transform(given =>
        withToken({
          // The intake puts the query there, beside the headers.
          header: `x-accountability-${given.name}`,
          called: `The query parameter ${given.name}`,
          secrets: given.secrets,
        }),
      ),
  },
  hmac: {
    keys: ['header', 'algorithm', 'encoding', 'prefix', 'secrets'],
    schema: z
      .object({
        header: word('a header'),
        algorithm: z
          .enum(['sha256', 'sha512'], 'has to be sha256 or sha512')
          .default('sha256'),
        encoding: z
          .enum(['hex', 'base64'], 'has to be hex or base64')
          .default('hex'),
        prefix,
        secrets,
      })
      .transform(signedByHmac),
  },
  standardWebhooks: {
    keys: ['secrets'],
    schema: z
      .object({
        secrets: secrets.refine(
          list => list.every(secret => keyOf(secret).length >= LEAST_KEY_BYTES),
          'has to hold secrets as the sender shows them: whsec_ and base64',
        ),
      })
      .transform(given =>
        signedByStandardWebhooks({ keys: given.secrets.map(keyOf) }),
      ),
  },
};

/** Compiles `authentication`: one of the ways, with its secrets. */
export function compileAuthentication(
  given: unknown,
  place: Place,
): Authentication | undefined {
  const names = Object.keys(ways);
  const object = objectOf(given);
  if (!object) {
    return place.refuse(`has to name one of: ${names.join(', ')}`);
  }
  place.refuseUnknown(object, names);
  const chosen = names.filter(name => name in object);
  if (chosen.length !== 1) {
    return place.refuse(`has to name exactly one of: ${names.join(', ')}`);
  }
  const [name] = chosen;
  return compileWay(ways[name], object[name], place.at(name));
}

function compileWay(
  { keys, schema }: Way,
  given: unknown,
  place: Place,
): Authentication | undefined {
  const object = objectOf(given);
  if (!object) {
    return place.refuse(`has to be an object with: ${keys.join(', ')}`);
  }
  place.refuseUnknown(object, keys);
  const parsed = schema.safeParse(object);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    path
      .reduce<Place>(
        (below, step) =>
          below.at(typeof step === 'number' ? step : String(step)),
        place,
      )
      .refuse(message);
  }
  return undefined;
}
