/** Registers the `rtk-` elements; each fetches its own code when it is first shown. */
declare module '@cloudflare/realtimekit-ui/dist/realtimekit-ui/realtimekit-ui.esm.js';
