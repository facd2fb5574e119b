import type { WorkspaceId } from '../domain/ids.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Actor } from './change-meeting.ts';
import type { Doctor, Finding } from './doctor.ts';
import type { IsAdmin } from './is-admin.ts';

/** What the doctor finds for somebody's workspace; for its admins alone, since it tells of the installation. */
export type AskDoctor = (actor: Actor) => Promise<Result<readonly Finding[], { readonly kind: 'not-an-admin' }>>;

/** @param doctorOf looks at one workspace's token only, and at everything that all of them share */
export function makeAskDoctor(deps: {
  readonly isAdmin: IsAdmin;
  readonly doctorOf: (workspace: WorkspaceId) => Doctor;
}): AskDoctor {
  const { isAdmin, doctorOf } = deps;

  return async ({ workspace, user }) =>
    (await isAdmin(workspace, user)) ? ok(await doctorOf(workspace)()) : refuse({ kind: 'not-an-admin' });
}
