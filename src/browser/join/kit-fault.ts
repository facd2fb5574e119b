/** Told to the window by our copy of the UI kit when a file of it cannot be fetched: what it holds is never shown then. */
export const KIT_FAULT = 'roomkitfault';
