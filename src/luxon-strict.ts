import { Settings } from 'luxon';

declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

// An invalid time is a bug where it is made, not where it is shown.
Settings.throwOnInvalid = true;
Settings.defaultLocale = 'en-US';
Settings.defaultZone = 'utc';
