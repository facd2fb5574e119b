import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type MailSimulatorFault, makeMailFaults } from './mail-faults.ts';
import { inAscii, readSimMail, type SimMail } from './sim-mail.ts';

/** An SMTP server on loopback that keeps what it is sent and passes nothing on. */
export interface MailSimulator {
  /** What MAIL_URL is set to. */
  readonly url: string;
  /** Oldest first. */
  mails(): readonly SimMail[];
  mail(id: string): SimMail | null;
  /** Told of every mail from now on. */
  watch(listener: (mail: SimMail) => void): void;
  /** Plans a fault for the next mails. */
  fault(fault: MailSimulatorFault): void;
  close(): Promise<void>;
}

export interface MailSimulatorOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Asks every client to log in so. */
  readonly login?: { readonly user: string; readonly pass: string };
}

/** The oldest goes when there are more. */
const MOST_MAILS = 500;
const LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

export async function startMailSimulator({ clock, login }: MailSimulatorOptions): Promise<MailSimulator> {
  const faults = makeMailFaults();
  const mails: SimMail[] = [];
  const listeners: ((mail: SimMail) => void)[] = [];
  const sockets = new Map<number, Socket>();
  let received = 0;

  async function keep(raw: Buffer, { envelope }: SMTPServerSession): Promise<void> {
    received += 1;
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const to = envelope.rcptTo.map(({ address }) => inAscii(address));
    const mail = await readSimMail(raw, { id: `M${received}`, receivedAt: clock(), envelope: { from, to } });
    mails.push(mail);
    if (mails.length > MOST_MAILS) mails.shift();
    for (const listener of listeners) listener(mail);
  }

  /** Plays the fault that is planned for this place; throws a refusal, and never returns where there is no answer. */
  async function meet(at: MailSimulatorFault['at'], session: SMTPServerSession, take = async () => {}): Promise<void> {
    const play = faults.next(at);
    if (play?.kind === 'reply') throw refusal(play.status, play.enhanced);
    if (play?.kind === 'slow') await sleep(play.ms);
    const isKept = play?.kind !== 'cut' && play?.kind !== 'silent';
    if (isKept) await take();
    if (play?.kind === 'cut' || play?.kind === 'cut-after') sockets.get(session.remotePort)?.destroy();
    if (!isKept || play?.kind === 'cut-after') await new Promise(() => {});
  }

  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    disableReverseLookup: true,
    // Refusals carry their own.
    hideENHANCEDSTATUSCODES: true,
    size: LARGEST_MAIL_BYTES,
    onConnect: (session, done) => answer(meet('connect', session), done),
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === login?.user && password === login?.pass;
      done(isRight ? null : refusal(535, '5.7.8'), { user: username ?? '' });
    },
    onMailFrom: (_address, session, done) => answer(meet('mail', session), done),
    onRcptTo: (_address, session, done) => answer(meet('rcpt', session), done),
    onData: (stream, session, done) => {
      const taken = buffer(stream).then((raw) => meet('data', session, () => keep(raw, session)));
      answer(taken, done);
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
  });
  // A client that hangs up in the middle is no trouble of the simulator's.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => [...mails],
    mail: (id) => mails.find((mail) => mail.id === id) ?? null,
    watch: (listener) => listeners.push(listener),
    fault: (fault) => faults.add(fault),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function answer(outcome: Promise<void>, done: (error?: Error | null) => void): void {
  outcome.then(
    () => done(),
    (error: Error) => done(error),
  );
}

function refusal(responseCode: number, enhanced = ''): Error {
  return Object.assign(new Error(`${enhanced} as planned`.trim()), { responseCode });
}
