/** SQL that gives the digest of the policy in force; null where there is none. */
export const inForceDigest = `(select digest from policy_revisions
  order by in_force_from desc, digest limit 1)`;
