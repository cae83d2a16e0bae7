import type { Feature } from './feature.ts';
// <%- imports %>

/** What the app is made of, in the order in which a request meets it. */
export const features: readonly Feature[] = [<%- features %>];
