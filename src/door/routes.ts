import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { LinkKeys } from '../domain/join-link.ts';
import type { Clock } from '../ports/clock.ts';
import { answerProblem } from './answer-problem.ts';
import type { Assets } from './assets.ts';
import type { Door } from './door.ts';
import { answerFailures } from './failure.ts';
import { contentPolicy, keptNowhere } from './headers.ts';
import type { DoorIdentity } from './identity/identity.ts';
import { identityDoor } from './identity/identity-door.ts';
import { missingProofProblem } from './identity/problems.ts';
import { makeDoorLimits } from './limits.ts';
import { makeNonce, readNonce } from './nonce.ts';
import { joinPage } from './page.ts';
import {
  entryProblem,
  methodNotAllowed,
  type Problem,
  STALE_PAGE,
  TOO_LARGE,
  UNKNOWN_LINK,
  WRONG_ORIGIN,
} from './problem.ts';
import { isSameOrigin } from './same-origin.ts';
import { hasSmallBody } from './small-body.ts';
import { doorState } from './status.ts';

const BODY_LIMIT_BYTES = 1024;
const PLAIN_FILENAME = /^[\w-]{1,60}\.ics$/;

export interface DoorRoutes {
  readonly door: Door;
  readonly assets: Assets;
  /** PUBLIC_URL: only pages of its origin may let somebody in. */
  readonly publicUrl: string;
  /** Derived from LINK_SECRET for this purpose alone; the first makes new nonces. */
  readonly nonceKeys: LinkKeys;
  /** Null where the link alone is proof enough. */
  readonly identity: DoorIdentity | null;
  readonly clock: Clock;
  readonly log: Logger;
}

type OfLink = RequestHandler<{ link: string }>;

/** Everything under `/j`, and signing in for it: looking changes nothing, and only a press on our own page lets somebody in. */
export function doorRoutes({ door, assets, publicUrl, nonceKeys, identity, clock, log }: DoorRoutes): Router {
  const ownOrigin = new URL(publicUrl).origin;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);
  const isSecure = ownOrigin.startsWith('https:');
  const { missingProof, routes: identityRoutes } = identityDoor(identity, { isSecure, limits, answer, clock, log });

  const showPage: OfLink = async (req, res, next) => {
    const { link } = req.params;
    const view = await door.look(link);
    if (view === null) return next();
    const proof = await missingProof(req, link);
    const now = clock.now();
    const styleNonce = randomBytes(16).toString('base64url');
    res.set('Content-Security-Policy', contentPolicy({ styleNonce, hasCall: !view.simulated }));
    const fileSequence = sequenceOf(req.query['s']);
    const joinNonce = makeNonce(nonceKeys[0], link, now);
    res.send(joinPage({ assets, link, view, now, joinNonce, styleNonce, fileSequence, missingProof: proof }));
  };

  const showState: OfLink = async (req, res, next) => {
    const view = await door.look(req.params.link, true);
    if (view === null) return next();
    res.json(doorState(view, clock.now()));
  };

  const sendInvite: OfLink = async (req, res, next) => {
    const file = await door.inviteFile(req.params.link);
    if (file === null) return next();
    res.attachment(PLAIN_FILENAME.test(file.filename) ? file.filename : 'invite.ics');
    res.type('text/calendar; charset=utf-8').send(file.content);
  };

  const takeSmallBody: OfLink = async (req, res, next) => {
    if (await hasSmallBody(req, BODY_LIMIT_BYTES)) return next();
    answer(req, res, TOO_LARGE);
  };

  /** A right nonce proves a genuine link too, since only pages of genuine links carry one. Nothing stored is read. */
  const onlyFromOurPage: OfLink = (req, res, next) => {
    const { link } = req.params;
    const isOwn = isSameOrigin(req.headers, ownOrigin);
    const nonce = readNonce(nonceKeys, link, clock.now(), req.get('X-Join-Nonce') ?? '');
    if (isOwn && nonce === 'good') return next();
    if (!door.isGenuine(link)) return next('route');
    const refuse = () => answer(req, res, isOwn ? STALE_PAGE : WRONG_ORIGIN);
    // A page that was left open overnight is no attack.
    return isOwn && nonce === 'old' ? refuse() : limits.failures(req, res, refuse);
  };

  const onlyProvenPeople: OfLink = async (req, res, next) => {
    const proof = await missingProof(req, req.params.link);
    if (proof === null) next();
    else answer(req, res, missingProofProblem(proof));
  };

  const enter: OfLink = async (req, res, next) => {
    const entry = await door.enter(req.params.link);
    if (entry.ok) res.json({ sdk: entry.value.sdk, authToken: entry.value.authToken });
    else if (entry.problem.kind === 'unknown-link') next();
    else answer(req, res, entryProblem(entry.problem));
  };

  const only =
    (methods: string): RequestHandler =>
    (req, res, next) =>
      methods.split(', ').includes(req.method) ? next() : answer(req, res, methodNotAllowed(methods));

  const router = Router({ caseSensitive: true, strict: true });
  router.use('/j', keptNowhere);
  router.all('/j/:link', only('GET, HEAD, POST'));
  router.all(['/j/:link/state', '/j/:link/invite.ics'], only('GET, HEAD'));
  router.get('/j/:link', showPage);
  router.post('/j/:link', takeSmallBody, onlyFromOurPage, limits.joins, onlyProvenPeople, enter);
  router.get('/j/:link/state', showState);
  router.get('/j/:link/invite.ics', sendInvite);
  router.use('/j', limits.failures, (req, res) => answer(req, res, UNKNOWN_LINK));
  router.use(identityRoutes);
  router.use(['/j', '/auth/slack'], answerFailures(log, answer));
  return router;
}

/** Null where the address names none, that is, where it does not come from a calendar file. */
function sequenceOf(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
