import type { World } from '../state/world.ts';
import type { Answer } from './reply.ts';

/** Takes the bytes of an announced file, either raw or as the `file` or `body` part of a form. */
export async function takeUpload(world: World, id: string, contentType: string, body: Buffer): Promise<Answer> {
  const file = world.files.get(id);
  if (file?.state !== 'announced') return refuse(world, 404, 'not announced, or there already');
  const bytes = contentType.startsWith('multipart/form-data') ? await formPart(contentType, body) : body;
  if (!bytes) return refuse(world, 400, 'no part named file or body');
  if (bytes.length !== file.announcedLength) {
    return refuse(world, 400, `${bytes.length} bytes where ${file.announcedLength} were announced`);
  }
  world.files.set(id, { ...file, bytes: new Uint8Array(bytes), state: 'uploaded' });
  return { status: 200, body: `OK - ${bytes.length}` };
}

function refuse(world: World, status: number, why: string): Answer {
  world.journal.violation(`upload: ${why}`);
  return { status, body: why };
}

async function formPart(contentType: string, body: Buffer): Promise<Uint8Array | null> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  const part = form?.get('file') ?? form?.get('body') ?? null;
  if (part === null) return null;
  return typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
}
