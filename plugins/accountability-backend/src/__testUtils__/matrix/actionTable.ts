/**
 * Who sees which action, and the status of calling it all the same. What the
 * machine gives is what any machine gives that comes by way of Backstage's
 * actions, which pass no restrictions of its token on. 400 is given by what is
 * wrong on purpose: whoever gets one was let through.
 */
export const actionTable = `
tried                       owner    other    stranger  reader   ci       machine  nobody  tells
get-scorecard               yes/200  yes/200  yes/404   yes/200  no/404   yes/200  no/401  yes
explain-check               yes/200  yes/200  yes/404   yes/200  no/404   yes/200  no/401  yes
list-team-risks             yes/200  yes/200  yes/200   yes/200  no/404   yes/200  no/401  yes
list-exemptions             yes/200  yes/200  yes/200   yes/200  no/404   yes/200  no/401  yes
dry-run-policy              yes/200  yes/200  yes/404   yes/200  no/404   yes/200  no/401  yes
dry-run-policy: of a group  yes/200  yes/200  yes/200   yes/200  no/404   yes/200  no/401  yes
ask-gate                    yes/200  yes/200  yes/404   no/404   yes/200  yes/200  no/401  yes
ask-gate: written down      yes/200  yes/200  yes/404   no/404   yes/403  yes/403  no/401  yes
request-exemption           yes/400  yes/400  yes/404   no/404   no/404   yes/403  no/401  no
`;
