import { Html } from '../html/html.ts';

const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Styles as attributes, which every mail program keeps; in light colours. */
export const style = {
  body: `margin:0;padding:0;background:#f4f5f8;color:#171a21;font:16px/1.5 ${FONT};-webkit-text-size-adjust:100%`,
  card: `padding:28px 24px;background:#ffffff;border:1px solid #e3e6ec;border-radius:16px;font:16px/1.5 ${FONT};overflow-wrap:anywhere`,
  lead: 'margin:0 0 6px;color:#5a6171',
  heading: 'margin:0 0 20px;font-size:24px;line-height:1.25;font-weight:700',
  fact: 'margin:0 0 14px',
  label: 'color:#5a6171;font-size:14px',
  muted: 'color:#5a6171',
  over: 'color:#5a6171',
  code: 'margin:20px 0;padding:16px;background:#f3f5f9;border-radius:12px;font:700 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:8px;text-align:center',
  button: 'border-radius:14px;background:#3355d1',
  buttonLink: `display:block;padding:15px 24px;border-radius:14px;color:#ffffff;font:700 18px/1.3 ${FONT};text-decoration:none`,
  question: 'margin:24px 0 10px',
  answer: `display:inline-block;margin:0 4px 8px 0;padding:10px 20px;border:1px solid #8a92a3;border-radius:12px;color:#2b4bc4;font:600 16px/1.3 ${FONT};text-decoration:none`,
  notesFrom: 'margin:24px 0 6px;color:#5a6171;font-size:14px',
  quote: 'margin:0;padding:2px 0 2px 14px;border-left:3px solid #e3e6ec',
  smallPrint: `padding:18px 24px 0;color:#5a6171;font:14px/1.5 ${FONT};overflow-wrap:anywhere`,
} as const;

/** The dark colours, for the programs that know them: they have to win over the attributes. */
export const DARK = new Html(`
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #0f1116 !important; color: #eef0f5 !important; }
  .card { background: #181b22 !important; border-color: #2a2f3a !important; }
  .muted { color: #a4acbb !important; }
  .code { background: #20242d !important; }
  .button { background: #8fa6ff !important; }
  .button-link { color: #0d1330 !important; }
  .answer { color: #a9bbff !important; border-color: #6b7488 !important; }
  .quote { border-color: #2a2f3a !important; }
}
`);
