import type { Directory } from '../ports/directory.ts';

/** People of other organizations are people like all others, except that none of them administers this workspace. */
export function welcomingStrangers<D extends Directory>(directory: D): D {
  return {
    ...directory,
    async person(workspace, user) {
      const person = await directory.person(workspace, user);
      return person?.kind === 'stranger' ? { ...person, kind: 'person', isAdmin: false } : person;
    },
  };
}
