/** Why a child cannot be chosen for an e-service, although it is shown. */
export const childRefusals = ['too-young', 'too-old', 'school-year'] as const;
export type ChildRefusal = (typeof childRefusals)[number];

/** Why a child may be missing from the list, whether or not one is. The same for everybody who opens the e-service. */
export const missingReasons = ['custody', 'protected', 'school'] as const;
export type MissingReason = (typeof missingReasons)[number];
