import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

/** What a calendar makes of the one event of a personal file. */
export interface Understood {
  readonly summary: unknown;
  readonly description: unknown;
  readonly location: unknown;
  readonly url: unknown;
  readonly conference: unknown;
  readonly alarm: unknown;
  readonly uid: unknown;
  readonly sequence: unknown;
  readonly start: number;
  readonly end: number;
}

const PROPERTIES = [
  ...['uid', 'summary', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'description', 'location', 'status', 'transp'],
  ...['class', 'last-modified', 'url', 'conference'],
];

/** Fails unless there is one event with one alarm and every property is one of ours. */
export function readByIcalJs(content: string): Understood {
  const calendar = ICAL.Component.fromString(content);
  const names = (component: ICAL.Component) => component.getAllProperties().map(({ name }) => name);
  const parts = calendar.getAllSubcomponents();
  expect(parts.map(({ name }) => name)).toEqual(['vevent']);
  const [event] = parts as [ICAL.Component];
  const alarms = event.getAllSubcomponents();
  expect(alarms.map(({ name }) => name)).toEqual(['valarm']);
  const [alarm] = alarms as [ICAL.Component];
  expect([names(calendar), names(event), names(alarm)]).toEqual([
    ['version', 'calscale', 'prodid', 'method'],
    PROPERTIES,
    ['action', 'description', 'trigger'],
  ]);
  const value = (name: string) => event.getFirstPropertyValue(name);
  return {
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    url: value('url'),
    conference: value('conference'),
    alarm: alarm.getFirstPropertyValue('description'),
    uid: value('uid'),
    sequence: value('sequence'),
    start: (value('dtstart') as ICAL.Time).toJSDate().getTime(),
    end: (value('dtend') as ICAL.Time).toJSDate().getTime(),
  };
}

/** Fails unless there is one event and nothing else. */
export function readByNodeIcal(content: string): Understood {
  const parts = Object.values(nodeIcal.sync.parseICS(content));
  expect(parts.map((part) => part?.type).sort()).toEqual(['VCALENDAR', 'VEVENT']);
  const event = parts.find((part) => part?.type === 'VEVENT') as VEvent & {
    conference: { val: string };
    alarms: { description: string }[];
  };
  return {
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: event.url,
    conference: event.conference.val,
    alarm: event.alarms[0]?.description,
    uid: event.uid,
    sequence: event.sequence,
    start: event.start.getTime(),
    end: event.end?.getTime() ?? Number.NaN,
  };
}
