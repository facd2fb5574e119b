export const CALENDAR_DELIVERIES = ['file', 'mail', 'feed'] as const;

/** How meetings reach somebody's calendar: a file in Slack, an invitation by mail, or an address to subscribe to. */
export type CalendarDelivery = (typeof CALENDAR_DELIVERIES)[number];

/** What people may choose for themselves. */
export interface PersonalSettings {
  /** Of the meetings that they schedule without saying how long. */
  readonly lengthMinutes: number;
  /** Before the start; 0 for no reminders. */
  readonly reminderMinutes: number;
  /** IANA name in place of the one in Slack's profile; null for that one. */
  readonly zone: string | null;
  /** The hour, 0 to 23, at which the day's meetings are sent; null for not at all. */
  readonly agendaHour: number | null;
  readonly calendar: CalendarDelivery;
}
