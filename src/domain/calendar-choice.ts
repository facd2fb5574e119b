/** How somebody in Slack wants meetings to come into their calendar: never by two ways, since no client removes doubles. */
export type CalendarChoice = 'file' | 'mail' | 'feed';
