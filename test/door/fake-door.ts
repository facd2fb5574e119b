import { DateTime } from 'luxon';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import type { Door } from '../../src/door/door.ts';
import type { Entry, EntryProblem } from '../../src/usecases/enter-meeting.ts';
import type { DoorView } from '../../src/usecases/look-at-door.ts';
import type { LinkUse } from '../../src/usecases/watch-devices.ts';

export const GENUINE = 'meeting.bob.1.mac';

/** A door that knows one genuine link and says what the test tells it to; it counts what it was asked. */
export interface FakeDoor extends Door {
  enter: Door['enter'];
  inviteFile: Door['inviteFile'];
  answer: Door['answer'];
  view: DoorView;
  /** What the next entries meet, before it falls back to what the view says. */
  problems: EntryProblem[];
  /** Thrown by every method while it is set. */
  failure: Error | null;
  entry: Entry;
  readonly looked: string[];
  readonly pressed: string[];
  /** How each press used its link. */
  readonly uses: LinkUse[];
  /** Whether it minds by which browser somebody comes. */
  mindsDevices: boolean;
  /** What was answered, in order. */
  readonly answered: string[];
}

export function makeFakeDoor(view: Partial<DoorView> = {}): FakeDoor {
  const door: FakeDoor = {
    view: { ...standup(), ...view },
    problems: [],
    failure: null,
    entry: { sdk: 'demo', authToken: 'participant-token', device: null },
    looked: [],
    pressed: [],
    uses: [],
    mindsDevices: true,
    answered: [],
    isGenuine: (link) => link === GENUINE,
    async look(link) {
      door.looked.push(link);
      if (door.failure !== null) throw door.failure;
      return link === GENUINE ? door.view : null;
    },
    async enter(link, use): Promise<Result<Entry, EntryProblem>> {
      door.pressed.push(link);
      door.uses.push(use);
      if (door.failure !== null) throw door.failure;
      const problem = door.problems.shift();
      if (problem !== undefined) return refuse(problem);
      if (link !== GENUINE) return refuse({ kind: 'unknown-link' });
      if (door.view.status.kind !== 'open') return refuse(door.view.status);
      door.view = { ...door.view, entered: [...new Set([...door.view.entered, door.view.invitee])] };
      return ok({ ...door.entry, device: door.mindsDevices ? use.device : null });
    },
    async answer(link, { is }) {
      if (door.failure !== null) throw door.failure;
      if (link !== GENUINE) return refuse({ kind: 'unknown-link' });
      door.answered.push(is);
      door.view = { ...door.view, answer: is };
      return ok(is);
    },
    async inviteFile(link) {
      if (door.failure !== null) throw door.failure;
      return link === GENUINE ? { filename: 'standup.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } : null;
    },
  };
  return door;
}

export function standup(startsAt = DateTime.fromISO('2026-11-25T09:00', { zone: 'Europe/Berlin' })): DoorView {
  return {
    title: 'Standup',
    startsAt,
    endsAt: startsAt.plus({ minutes: 30 }),
    plannedAt: startsAt,
    earlierStarts: [],
    calendar: 'file',
    sequence: 0,
    organizer: 'Alice Adams',
    workspace: 'Acme',
    invitee: 'Bob Brown',
    role: 'guest',
    answer: null,
    mayAnswer: true,
    repeats: false,
    status: { kind: 'open' },
    simulated: true,
    entered: [],
  };
}
