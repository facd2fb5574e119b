/** Ids of the simulated workspace. */
export const ALICE = 'U0ALICE00';
export const BOB = 'U0BOB0000';
export const CHEN = 'U0CHEN000';
export const DANA = 'U0DANA000';
export const ROBOT = 'U0ROBOT00';
export const TEAM = 'C0TEAM000';
export const SECRET = 'C0SECRET0';
