export * from './eid-order.ts';
export * from './faq.ts';
export * from './language.ts';
export * from './paths.ts';
export * from './portal-config.ts';
export * from './problem.ts';
export * from './session.ts';
