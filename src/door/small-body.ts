import type { Request } from 'express';

/** Whether the body, which nobody reads, stays under a limit; it is counted as it arrives and never kept. */
export async function hasSmallBody(req: Request, limitBytes: number): Promise<boolean> {
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) return false;
  let bytes = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > limitBytes) return false;
  }
  return true;
}
