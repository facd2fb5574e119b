/** What the door says about a meeting, on the server and in the browser: this file is bundled into both. */
export type StatusCode = 'open' | 'too_early' | 'waiting_for_host' | 'not_invited' | 'ended' | 'cancelled';

export interface StatusWords {
  readonly badge: string;
  readonly heading: string;
  /** What to do next. */
  readonly text: string;
}

/** How a state is told to the person it concerns. */
export function statusWords(code: StatusCode, organizer: string): StatusWords {
  switch (code) {
    case 'open':
      return {
        badge: 'Open now',
        heading: 'You can come in',
        text: 'Your camera and microphone stay off until you press Join.',
      };
    case 'too_early':
      return {
        badge: 'Not open yet',
        heading: 'You are early',
        text: 'Leave this page open: you can join as soon as the countdown ends.',
      };
    case 'waiting_for_host':
      return {
        badge: 'Waiting for the host',
        heading: 'The host is not here yet',
        text: 'Leave this page open: you can join as soon as the host comes in.',
      };
    case 'not_invited':
      return {
        badge: 'Link withdrawn',
        heading: 'This link no longer lets you in',
        text: `Look for a newer invitation in Slack or in your e-mail, or ask ${organizer} to invite you again.`,
      };
    case 'ended':
      return {
        badge: 'Ended',
        heading: 'This meeting is over',
        text: `If you expected it later, look for a newer time in Slack or in your e-mail, or ask ${organizer}.`,
      };
    case 'cancelled':
      return {
        badge: 'Cancelled',
        heading: 'This meeting was cancelled',
        text: `There is nothing to join. You can remove it from your calendar; ${organizer} can tell you more.`,
      };
  }
}
