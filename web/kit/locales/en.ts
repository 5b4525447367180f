// The kit's own words in English. Short, spoken, second person.
export const en = {
  'kit.optional': '(if you want)',
  'kit.choose': 'Choose',
  'kit.asking': 'Asking the server',
  'kit.close': 'Close',
  'kit.skip': 'Skip to the page',
  'kit.more-places': 'More',
  'kit.places': 'Places',
  'kit.help': 'I need help',
  'kit.minute': 'minute',
  'kit.date-and-time': '{date}, {time}',

  'kit.span-seconds': '{count} s',
  'kit.span-minutes': '{count} min',
  'kit.span-hours': '{count} h',
  'kit.span-hours-minutes': '{hours} h {minutes} min',
  'kit.span-days': '{count, plural, one {# day} other {# days}}',

  'kit.state.checked': 'Checked',
  'kit.state.met': 'Met',
  'kit.state.due': 'Due',
  'kit.state.late': 'Late',
  'kit.state.alert': 'Alert',
  'kit.state.unknown': 'Unknown',
  'kit.state.stale': 'Not heard',
  'kit.state.not-met': 'Not met',
  'kit.state.overridden': 'Overridden',
  'kit.state.overridden-not-met': 'Not met, overridden',
  'kit.state.overridden-unknown': 'Unknown, overridden',
  'kit.state.not-yet': 'Not yet',
  'kit.state.here': 'You are here',
  'kit.state.saved': 'Saved here',
  'kit.state.sent': 'Sent',
  'kit.state.seen': 'Seen',

  'kit.transport-nothing': 'Nothing to send',
  'kit.transport-shut': 'What waits to be sent shows once you are in',
  'kit.transport-sent': 'All sent {time}',
  'kit.transport-saved': '{count, plural, one {# saved here, not sent} other {# saved here, not sent}}',
  'kit.transport-saved-short': '{count} saved here',
  'kit.transport-memory':
    '{count, plural, one {# not sent. Keep this page open} other {# not sent. Keep this page open}}',
  'kit.transport-refused': '{count, plural, one {# was not accepted} other {# were not accepted}}',
  'kit.transport-silent': 'No link since {time}. Keep going',
  'kit.never-heard': 'Not heard from the server yet. What you see may be old',
  'kit.last-heard': 'Last heard {span} ago, at {time}. What you see may be old',

  'kit.offline-failure': 'No link to the server. What you typed is still here',
  'kit.locked': 'We locked the screen. Your words are still here',
  'kit.unreadable': 'This page is older than the server. Load it again; your words are kept',

  'kit.overridden-by': '{state} by {name}, {time}',

  'kit.device.from.blood-pressure': 'from the cuff, {time}',
  'kit.device.from.pulse-oximeter': 'from the oximeter, {time}',
  'kit.device.from.heart-rate': 'from the pulse sensor, {time}',
  'kit.device.from.weight': 'from the scale, {time}',
  'kit.device.from.temperature': 'from the thermometer, {time}',
} as const;

export type KitWord = keyof typeof en;
