/** Plain ASCII, ending in `.ics`. */
export function fileName(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const name = words.join('-').slice(0, 50);
  return `${/[a-z]/.test(name) ? name : 'meeting'}.ics`;
}
