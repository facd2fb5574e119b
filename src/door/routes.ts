import { randomBytes } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { LinkKeys } from '../domain/join-link.ts';
import type { Clock } from '../ports/clock.ts';
import { answerProblem } from './answer-problem.ts';
import { answerRoute } from './answer-route.ts';
import type { Assets } from './assets.ts';
import { countPresses } from './count-presses.ts';
import type { Door } from './door.ts';
import { answerFailures } from './failure.ts';
import { contentPolicy, keptNowhere } from './headers.ts';
import { makeDeviceCookie } from './identity/device-cookie.ts';
import type { DoorIdentity } from './identity/identity.ts';
import { identityDoor } from './identity/identity-door.ts';
import { onlyMissing } from './identity/missing-proof.ts';
import { missingProofProblem } from './identity/problems.ts';
import { makeDoorLimits } from './limits.ts';
import { logRefusals } from './log-refusals.ts';
import { makeNonce } from './nonce.ts';
import { makeOnlyFromOurPage, type OfLink } from './own-page.ts';
import { joinPage } from './page.ts';
import { entryProblem, methodNotAllowed, type Problem, TOO_LARGE, UNKNOWN_LINK } from './problem.ts';
import { readerLocale } from './reader-locale.ts';
import { hasSmallBody } from './small-body.ts';
import { doorState } from './status.ts';

const BODY_LIMIT_BYTES = 1024;
const PLAIN_FILENAME = /^[\w-]{1,60}\.ics$/;

const takeJson = express.json({ limit: BODY_LIMIT_BYTES });

export interface DoorRoutes {
  readonly door: Door;
  readonly assets: Assets;
  /** PUBLIC_URL: only pages of its origin may let somebody in. */
  readonly publicUrl: string;
  /** Derived from LINK_SECRET for this purpose alone; the first makes new nonces. */
  readonly nonceKeys: LinkKeys;
  /** Null where the link alone is proof enough. */
  readonly identity: DoorIdentity | null;
  /** How a press of Join ended, see `countPresses`. */
  readonly pressed: (outcome: string) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Everything under `/j`, and signing in for it: looking changes nothing, and only a press on our own page lets somebody in. */
export function doorRoutes({ door, assets, publicUrl, nonceKeys, identity, pressed, clock, log }: DoorRoutes): Router {
  const ownOrigin = new URL(publicUrl).origin;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);
  const isSecure = ownOrigin.startsWith('https:');
  const onlyFromOurPage = makeOnlyFromOurPage({ door, ownOrigin, nonceKeys, limits, answer, clock });
  const {
    findProof,
    takeCode,
    routes: identityRoutes,
  } = identityDoor(identity, { isSecure, limits, answer, clock, log });
  const missingProof = onlyMissing(findProof);
  const deviceCookie = makeDeviceCookie(isSecure);

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
    const page = { assets, link, view, now, joinNonce, styleNonce, fileSequence, missingProof: proof };
    res.send(joinPage({ ...page, locale: readerLocale(req) }));
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

  /** An answer commits nobody to anything, so a guest gives it without a code. */
  const onlySignedInPeople: OfLink = async (req, res, next) => {
    const proof = await missingProof(req, req.params.link);
    if (proof?.kind === 'sign-in') answer(req, res, missingProofProblem(proof));
    else next();
  };

  const enter: OfLink = async (req, res, next) => {
    const { link } = req.params;
    const proof = await findProof(req, link);
    if (typeof proof === 'object') return answer(req, res, missingProofProblem(proof));
    const entry = await door.enter(link, { device: deviceCookie.read(req), isProven: proof === 'given' });
    if (entry.ok) {
      const { sdk, authToken, device } = entry.value;
      if (device !== null) deviceCookie.keep(res, device);
      res.json({ sdk, authToken });
    } else if (entry.problem.kind === 'unknown-link') next();
    else answer(req, res, entryProblem(entry.problem));
  };

  const only =
    (methods: string): RequestHandler =>
    (req, res, next) =>
      methods.split(', ').includes(req.method) ? next() : answer(req, res, methodNotAllowed(methods));

  const router = Router({ caseSensitive: true, strict: true });
  router.use('/j', keptNowhere);
  router
    .route('/j/:link')
    .all(only('GET, HEAD, POST'))
    .get(showPage)
    .post(countPresses(pressed), logRefusals(log), takeSmallBody, onlyFromOurPage, limits.joins, enter);
  router.all(['/j/:link/state', '/j/:link/invite.ics'], only('GET, HEAD'));
  router.all(['/j/:link/answer', ...(takeCode ? ['/j/:link/code'] : [])], only('POST'));
  router.post(
    '/j/:link/answer',
    onlyFromOurPage,
    limits.presses,
    takeJson,
    onlySignedInPeople,
    answerRoute(door, answer),
  );
  if (takeCode) router.post('/j/:link/code', onlyFromOurPage, limits.presses, takeJson, takeCode);
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
