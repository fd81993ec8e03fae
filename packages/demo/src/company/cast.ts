import { ProfileName } from './profiles';

/** Departments of Halden with the teams below them. */
export const departments = [
  { name: 'commerce', title: 'Commerce' },
  { name: 'customers', title: 'Customers' },
  { name: 'logistics', title: 'Logistics' },
  { name: 'platform', title: 'Platform' },
] as const;

/** Teams with their own names; a bigger company gets numbered ones. */
export const namedTeams = [
  { name: 'checkout', title: 'Checkout', department: 'commerce' },
  { name: 'payments-core', title: 'Payments core', department: 'commerce' },
  { name: 'catalogue', title: 'Catalogue', department: 'commerce' },
  { name: 'search', title: 'Search', department: 'commerce' },
  { name: 'storefront', title: 'Storefront', department: 'commerce' },
  { name: 'identity', title: 'Identity', department: 'customers' },
  { name: 'delivery', title: 'Delivery', department: 'logistics' },
  { name: 'warehouse', title: 'Warehouse', department: 'logistics' },
  { name: 'notifications', title: 'Notifications', department: 'customers' },
  { name: 'customer-care', title: 'Customer care', department: 'customers' },
  { name: 'data-platform', title: 'Data platform', department: 'platform' },
  {
    name: 'developer-platform',
    title: 'Developer platform',
    department: 'platform',
  },
] as const;

/** Services with their own names: name, team, way it is run. A bigger company gets drawn ones. */
export const namedServices: readonly [string, string, ProfileName][] = [
  ['payments-api', 'payments-core', 'hasty'],
  ['checkout-web', 'checkout', 'steady'],
  ['basket', 'checkout', 'exemplary'],
  ['pricing', 'checkout', 'steady'],
  ['refunds', 'payments-core', 'steady'],
  ['ledger', 'payments-core', 'exemplary'],
  ['fraud-scores', 'payments-core', 'hasty'],
  ['product-catalogue', 'catalogue', 'exemplary'],
  ['product-images', 'catalogue', 'steady'],
  ['stock-levels', 'warehouse', 'noisy'],
  ['search-api', 'search', 'exemplary'],
  ['search-indexer', 'search', 'noisy'],
  ['recommendations', 'search', 'hasty'],
  ['storefront-web', 'storefront', 'hasty'],
  ['storefront-gateway', 'storefront', 'steady'],
  ['landing-pages', 'storefront', 'weary'],
  ['accounts', 'identity', 'exemplary'],
  ['sign-in', 'identity', 'exemplary'],
  ['sessions', 'identity', 'steady'],
  ['consent', 'identity', 'weary'],
  ['shipping-quotes', 'delivery', 'steady'],
  ['parcel-tracking', 'delivery', 'noisy'],
  ['carrier-gateway', 'delivery', 'weary'],
  ['route-planner', 'delivery', 'hasty'],
  ['picking', 'warehouse', 'steady'],
  ['returns', 'warehouse', 'noisy'],
  ['shipping-labels', 'warehouse', 'weary'],
  ['email-sender', 'notifications', 'steady'],
  ['push-sender', 'notifications', 'exemplary'],
  ['message-templates', 'notifications', 'steady'],
  ['help-centre', 'customer-care', 'weary'],
  ['ticket-inbox', 'customer-care', 'noisy'],
  ['chat', 'customer-care', 'hasty'],
  ['event-stream', 'data-platform', 'exemplary'],
  ['data-loader', 'data-platform', 'noisy'],
  ['reporting', 'data-platform', 'weary'],
  ['feature-flags', 'developer-platform', 'exemplary'],
  ['build-cache', 'developer-platform', 'steady'],
  ['coupon-engine', 'storefront', 'hasty'],
  ['gift-cards', 'storefront', 'steady'],
];

/** What services with names of their own need to work. */
export const dependencies: Readonly<Record<string, readonly string[]>> = {
  'payments-api': ['ledger', 'fraud-scores'],
  'checkout-web': ['payments-api', 'basket', 'pricing'],
  basket: ['pricing', 'stock-levels'],
  refunds: ['payments-api', 'ledger'],
  'gift-cards': ['payments-api', 'ledger'],
  'search-api': ['search-indexer'],
  'search-indexer': ['product-catalogue'],
  'storefront-web': ['storefront-gateway'],
  'storefront-gateway': ['search-api', 'product-catalogue', 'sessions'],
  recommendations: ['product-catalogue', 'event-stream'],
  'sign-in': ['accounts', 'sessions'],
  'parcel-tracking': ['carrier-gateway'],
  'shipping-quotes': ['carrier-gateway'],
  returns: ['refunds', 'stock-levels'],
  reporting: ['data-loader'],
  'data-loader': ['event-stream'],
};

/** Services nobody is on call for. */
export const withoutOnCall: readonly string[] = [
  'landing-pages',
  'shipping-labels',
  'help-centre',
];

/** A hole that is known to be exploited stays open here. */
export const exploited: readonly string[] = ['recommendations', 'help-centre'];

/** On its way out: the shipped scorecard does not judge it. */
export const retired: readonly string[] = ['landing-pages'];

/** Its owner was dissolved and is in no catalog any more. */
export const serviceOfGoneTeam = 'coupon-engine';

/** The group that service still names. */
export const goneTeam = 'group:default/skunkworks';

/** Nobody wrote down who owned it before. */
export const serviceWithoutHistory = 'gift-cards';

/** Its alerts stop three weeks before the end. */
export const quietTeam = 'payments-core';

/** Records of this repository belong to no service. */
export const unownedSlug = 'halden/old-cron';

/** Services that changed hands: earlier owners with the days before the end at which they began, last the present owner. */
export const reorganisations: Readonly<Record<string, [string, number][]>> = {
  'payments-api': [
    ['checkout', 631],
    ['payments-core', 45],
  ],
  'search-indexer': [
    ['catalogue', 500],
    ['search', 110],
  ],
  recommendations: [
    ['catalogue', 420],
    ['search', 110],
  ],
  'sign-in': [
    ['customer-care', 700],
    ['identity', 75],
  ],
  pricing: [
    ['checkout', 540],
    ['storefront', 96],
    ['checkout', 61],
  ],
};

/** Repositories that had another name until some days before the end. */
export const renamed: Readonly<Record<string, [string, number]>> = {
  basket: ['halden/shopping-cart', 120],
};
