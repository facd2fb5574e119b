/** The visitor's own camera and microphone, or why they are not there, in words. */
export type OwnMedia =
  | { readonly stream: MediaStream; readonly problem: string | null }
  | { readonly stream: null; readonly problem: string };

/** Asks for both, and takes what there is when one is missing. */
export async function openOwnMedia(): Promise<OwnMedia> {
  if (navigator.mediaDevices === undefined)
    return { stream: null, problem: 'Camera and microphone need an https address.' };
  const both = await open({ video: true, audio: true });
  if (both instanceof MediaStream) return { stream: both, problem: null };
  if (both !== 'NotFoundError') return { stream: null, problem: wordsFor(both) };
  const video = await open({ video: true });
  if (video instanceof MediaStream) return { stream: video, problem: 'No microphone was found.' };
  const audio = await open({ audio: true });
  if (audio instanceof MediaStream) return { stream: audio, problem: 'No camera was found.' };
  return { stream: null, problem: wordsFor('NotFoundError') };
}

async function open(constraints: MediaStreamConstraints): Promise<MediaStream | string> {
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    return error instanceof DOMException ? error.name : 'unknown';
  }
}

function wordsFor(name: string): string {
  switch (name) {
    case 'NotAllowedError':
      return 'Camera and microphone were refused. You can allow them beside the address, then join again.';
    case 'NotFoundError':
      return 'No camera or microphone was found.';
    case 'NotReadableError':
      return 'The camera or microphone is in use by another program.';
    default:
      return 'Camera and microphone could not be started.';
  }
}
