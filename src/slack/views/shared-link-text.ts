/** The link of a public meeting in full, so that it can be copied. */
export function sharedLinkText(publicUrl: string): string {
  return `*Link to share* <${publicUrl}>`;
}
