/**
 * Who may call which route, as the status of their answer. 404 is what a
 * service gives that the caller may not read in the catalog. 400, 409 and 413
 * are given to writes that are wrong on purpose, beyond what the document says
 * of their bodies: whoever gets one was let through. What stands after a colon
 * is one of several ways to call a route; `routeCall` has what is sent.
 * `tells` says whether the answer to the owner names the service; none to the
 * stranger ever does.
 */
export const routeTable = `
tried                                                                           owner  other  stranger  reader  ci   machine  nobody  tells
get /services/{kind}/{namespace}/{name}/scorecard                               200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/scorecard: of the past                  200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/timeline                                200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/evidence: of a fact                     200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/evidence: of a record                   200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/incidents/{record}                      200    200    404       200     403  200      401     yes
post /services/{kind}/{namespace}/{name}/incidents/{record}/cause               200    200    404       403     403  200      401     yes
post /services/{kind}/{namespace}/{name}/incidents/{record}/cause: a preview    200    200    404       403     403  200      401     yes
post /services/{kind}/{namespace}/{name}/incidents/{record}/cause/withdrawal    400    400    404       403     403  400      401     no
get /services/{kind}/{namespace}/{name}/deployments/{record}                    200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/changes                                 200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/metrics/{fact}                          200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/facts/{fact}/revisions                  200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/attribution-window                      200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/attestation                             200    200    404       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/scorecard: of one it broke              200    200    200       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/timeline: of one it broke               200    200    200       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/evidence: of a record, of one it broke  200    200    200       200     403  200      401     yes
get /services/{kind}/{namespace}/{name}/incidents/{record}: of one it broke     200    200    200       200     403  200      401     yes
get /groups/{namespace}/{name}/attestations                                     200    200    200       200     403  200      401     yes
post /services/{kind}/{namespace}/{name}/attestation                            200    403    404       403     403  403      401     yes
get /teams/{kind}/{namespace}/{name}/ownership                                  200    200    200       200     403  200      401     yes
get /teams/{kind}/{namespace}/{name}/rollup                                     200    200    200       200     403  200      401     yes
get /teams/{kind}/{namespace}/{name}/due                                        200    200    200       200     403  200      401     yes
get /teams/{kind}/{namespace}/{name}/on-call                                    200    200    200       200     403  200      401     no
get /organisation                                                               200    200    200       200     403  200      401     yes
get /organisation/coming                                                        200    200    200       200     403  200      401     no
get /organisation/services                                                      200    200    200       200     403  200      401     yes
get /first-steps                                                                200    200    200       200     403  200      401     no
get /unowned                                                                    200    200    200       200     403  200      401     no
get /sources                                                                    200    200    200       200     403  200      401     no
get /replays                                                                    200    200    200       200     403  200      401     no
post /replays                                                                   400    400    400       403     403  400      401     no
get /replays/{id}                                                               200    200    200       200     403  200      401     no
post /replays/{id}/cancellation                                                 200    200    200       403     403  200      401     no
post /deliveries/{source}: of our own                                           202    202    202       403     202  202      401     no
post /deliveries/{source}: signed                                               202    202    202       202     202  202      202     no
post /deliveries/{source}: signed with another secret                           401    401    401       401     401  401      401     no
post /backtests                                                                 413    413    413       403     403  413      401     no
get /backtests/{id}                                                             200    200    200       200     403  200      401     yes
get /campaigns                                                                  200    200    200       200     403  200      401     no
post /campaigns                                                                 201    201    201       403     403  201      401     yes
get /campaigns/{id}                                                             200    200    200       200     403  200      401     yes
put /campaigns/{id}                                                             200    200    200       403     403  200      401     yes
post /campaigns/{id}/state                                                      409    409    409       403     403  409      401     no
get /exemptions                                                                 200    200    200       200     403  200      401     yes
get /exemptions: of the service                                                 200    200    200       200     403  200      401     yes
post /exemptions                                                                400    400    404       403     403  400      401     no
get /exemptions/{id}                                                            200    200    404       200     403  200      401     yes
post /exemptions/{id}/decision                                                  403    200    404       403     403  403      401     no
post /exemptions/{id}/revocation                                                400    400    404       403     403  400      401     no
get /gates                                                                      200    200    200       200     403  200      401     no
post /gates/{gate}/decisions                                                    200    200    404       403     200  200      401     yes
post /gates/{gate}/decisions: a dry run                                         200    200    404       200     200  200      401     yes
post /gates/{gate}/decisions: to go past it                                     200    403    404       403     403  403      401     yes
get /decisions                                                                  200    200    200       200     403  200      401     yes
get /decisions: of the service                                                  200    200    200       200     403  200      401     yes
get /decisions/{id}                                                             200    200    404       200     403  200      401     yes
post /decisions/{id}/review                                                     403    400    404       403     403  403      401     no
get /policy                                                                     200    200    200       200     403  200      401     no
get /scorecards                                                                 200    200    200       200     403  200      401     no
get /scorecards/{scorecard}/services                                            200    200    200       200     403  200      401     yes
get /scorecards/{scorecard}/services: as CSV                                    200    200    200       200     403  200      401     yes
get /standings                                                                  200    200    200       200     403  200      401     yes
get /standings: of the service                                                  200    200    200       200     403  200      401     yes
`;
