import type { Letter, Link } from './letter.ts';

/** @throws RangeError for anything but a web address */
export function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new RangeError('A link in a mail is a web address');
  return url;
}

export function joinButton(joinUrl: string): Link {
  return { label: 'Join', url: webAddress(joinUrl).href };
}

/**
 * The ways to answer. All lead to the join page, where a press answers, since mail scanners open links; behind `#` stands
 * what the reader chose, for the page's script alone.
 */
export function answerQuestion(joinUrl: string): NonNullable<Letter['question']> {
  const answer = (label: string, hash: string): Link => {
    const url = webAddress(joinUrl);
    url.hash = hash;
    return { label, url: url.href };
  };
  return {
    text: 'Can you come? Your page opens, and one press there sends the answer.',
    answers: [answer('Yes', 'yes'), answer('Maybe', 'maybe'), answer('No', 'no')],
  };
}
