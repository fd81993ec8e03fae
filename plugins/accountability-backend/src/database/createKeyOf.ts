import { createHmac } from 'node:crypto';

/** The key that stands for a contributor's name, which is led by its source: `github:octocat`. */
export type KeyOf = (name: string) => string;

/** Keys from which no name can be read without the secret. The case of a name does not count. */
export function createKeyOf(secret: string): KeyOf {
  return name => {
    const digest = createHmac('sha256', secret).update(name.toLowerCase());
    return `c_${digest.digest('hex').slice(0, 32)}`;
  };
}
