import type { NewInstallation } from '../../usecases/record-installation.ts';

/** What somebody who installs the app reads at the end. */
export interface InstallNotice {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly link: { readonly label: string; readonly href: string } | null;
}

const TRY_AGAIN = { label: 'Start again', href: '/slack/install' };

export const STOPPED: InstallNotice = {
  status: 200,
  title: 'Nothing was installed',
  detail: 'You stopped before Slack had your permission. Nothing was changed in your workspace.',
  link: TRY_AGAIN,
};

export const START_AGAIN: InstallNotice = {
  status: 400,
  title: 'Please start again from here',
  detail:
    'This installation was begun in another browser, or too long ago. For your safety it has to be finished where, and soon after, it was begun.',
  link: TRY_AGAIN,
};

export function notInstalled(reference: string): InstallNotice {
  return {
    status: 502,
    title: 'The app was not installed',
    detail: `Slack or our own store did not answer as it should, so nothing was saved. Please try again in a moment; if this keeps happening, tell the person who runs this app the reference ${reference}.`,
    link: TRY_AGAIN,
  };
}

export function installed({ workspace, isOrganization, name, appId }: NewInstallation): InstallNotice {
  if (!isOrganization) {
    return {
      status: 200,
      title: `Convene is installed in ${name}`,
      detail: 'Type /meet help in any channel to see what it can do.',
      link: { label: 'Open Slack', href: `https://slack.com/app_redirect?app=${appId}&team=${workspace}` },
    };
  }
  return {
    status: 200,
    title: `Convene is approved for ${name}`,
    detail: 'One step is left: choose the workspaces of your organization that should have it.',
    link: {
      label: 'Choose workspaces',
      href: `https://app.slack.com/manage/${workspace}/integrations/profile/${appId}/workspaces/add`,
    },
  };
}
